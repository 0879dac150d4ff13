import type { Problem, ProblemList } from '../../../functions/contract/problem.ts'
import type { Report } from '../../../functions/contract/report.ts'
import type { Upload, UploadFilter, UploadList } from '../../../functions/contract/upload.ts'
import type { RowStatus, UploadRow, UploadRowList, UploadTotals } from '../../../functions/contract/upload-rows.ts'
import { answerOf, api } from './client.ts'
import type { UploadPlace } from './upload-steps.ts'
import { type Answer, useAnswer } from './use-answer.ts'

const historyLimit = 100
const rowsLimit = 50
const rowsLimitMax = 5000
const problemsLimit = 50
const problemsLimitMax = 200

/** The newest uploads that fit, as many pages of the list as are asked for; a null filter asks nothing. */
export function useHistory(
  workspace: string,
  pages: number,
  pollMs: number | undefined,
  filter: UploadFilter | null = {},
): Answer<UploadList> {
  const load = async (): Promise<UploadList> => {
    const uploads: Upload[] = []
    let next: string | null = null
    for (let page = 0; page < pages; page += 1) {
      const query = { ...filter, limit: historyLimit, ...(next === null ? {} : { cursor: next }) } as Record<
        never,
        never
      >
      const list: UploadList = await answerOf(api.uploads.$get({ param: { workspace }, query }))
      uploads.push(...list.uploads)
      next = list.next
      if (next === null) break
    }
    return { uploads, next }
  }
  return useAnswer(filter && ['uploads', workspace, { pages, filter }], load, { pollMs })
}

/** One page of what the last check found wrong; `check` names the check, so that a new one is asked anew. */
export function useProblems(place: UploadPlace, check: string, cursor: string): Answer<ProblemList> {
  return useAnswer(['problems', place, check, cursor], () => loadProblems(place, problemsLimit, cursor))
}

/** As many of what the last check found wrong as one answer lists; null asks nothing. */
export function useListedProblems(place: UploadPlace, check: string | null): Answer<ProblemList> {
  return useAnswer(check === null ? null : ['problems-listed', place, check], () =>
    loadProblems(place, problemsLimitMax, ''),
  )
}

/** Every problem that is listed. */
export async function loadAllProblems(place: UploadPlace): Promise<Problem[]> {
  const all: Problem[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const list: ProblemList = await loadProblems(place, problemsLimitMax, cursor)
    all.push(...list.problems)
    cursor = list.next
  }
  return all
}

function loadProblems(param: UploadPlace, limit: number, cursor: string): Promise<ProblemList> {
  const query = { limit, ...(cursor === '' ? {} : { cursor }) } as Record<never, never>
  return answerOf(api.uploads[':id'].problems.$get({ param, query }))
}

/** One page of the rows of one list; `check` names the check, so that a new one is asked anew. */
export function useUploadRows(
  place: UploadPlace,
  check: string,
  status: RowStatus,
  cursor: string,
): Answer<UploadRowList> {
  return useAnswer(['rows', place, check, status, cursor], () => loadRows(place, status, rowsLimit, cursor))
}

/** Every row of one list. */
export async function loadAllRows(place: UploadPlace, status: RowStatus): Promise<UploadRow[]> {
  const all: UploadRow[][] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const list: UploadRowList = await loadRows(place, status, rowsLimitMax, cursor)
    all.push(list.rows)
    cursor = list.next
  }
  return all.flat()
}

function loadRows(param: UploadPlace, status: RowStatus, limit: number, cursor: string): Promise<UploadRowList> {
  const query = { status, limit, ...(cursor === '' ? {} : { cursor }) } as Record<never, never>
  return answerOf(api.uploads[':id'].rows.$get({ param, query } as never))
}

/** Control totals by month and campaign; null asks nothing. */
export function useSplitTotals(place: UploadPlace, check: string | null): Answer<UploadTotals> {
  return useAnswer(check === null ? null : ['totals', place, check], () =>
    answerOf(api.uploads[':id'].totals.$get({ param: place })),
  )
}

type State = { preview: string } | { snapshot: number } | null

/** The report over everything in one state of the books; null asks nothing. */
export function useWholeReport(workspace: string, state: State): Answer<Report> {
  return useAnswer(state && ['report', workspace, 'whole', state], () =>
    answerOf(api.report.$get({ param: { workspace }, query: state ?? {} })),
  )
}
