import type {
  BookMonthList,
  BooksChange,
  BooksEdit,
  BooksSettings,
  ChangeList,
} from '../../../functions/contract/books-change.ts'
import type { TrialBalance } from '../../../functions/contract/trial-balance.ts'
import { readProblem } from './api-problem.ts'
import { answerOf, api, fetchAsUser } from './client.ts'
import { type Answer, useAnswer } from './use-answer.ts'

/** Which change, in whose books. */
export type ChangePlace = { workspace: string; id: string }

export function useMonths(workspace: string): Answer<BookMonthList> {
  return useAnswer(['months', workspace], () => answerOf(api.months.$get({ param: { workspace } })))
}

export function useSettings(workspace: string): Answer<BooksSettings> {
  return useAnswer(['settings', workspace], () => answerOf(api.settings.$get({ param: { workspace } })))
}

export function useChange({ workspace, id }: ChangePlace, pollMs: number | undefined): Answer<BooksChange> {
  const load = () => answerOf(api.changes[':id'].$get({ param: { workspace, id } }))
  return useAnswer(['change', workspace, id], load, { pollMs })
}

const listLimit = 50

/** The newest changes, as many pages of the list as are asked for. */
export function useChanges(workspace: string, pages: number): Answer<ChangeList> {
  const load = async (): Promise<ChangeList> => {
    const changes: BooksChange[] = []
    let next: string | null = null
    for (let page = 0; page < pages; page += 1) {
      const query = { limit: listLimit, ...(next === null ? {} : { cursor: next }) } as Record<never, never>
      const list: ChangeList = await answerOf(api.changes.$get({ param: { workspace }, query }))
      changes.push(...list.changes)
      next = list.next
      if (next === null) break
    }
    return { changes, next }
  }
  return useAnswer(['changes', workspace, { pages }], load)
}

export function stageChange(workspace: string, edit: BooksEdit): Promise<BooksChange> {
  return answerOf(api.changes.$post({ param: { workspace }, json: { edit } }))
}

export function commitChange(param: ChangePlace, preview: string, reason: string | undefined): Promise<BooksChange> {
  const json = { preview, ...(reason === undefined ? {} : { reason }) }
  return answerOf(api.changes[':id'].commit.$post({ param, json }))
}

export function cancelChange(param: ChangePlace): Promise<BooksChange> {
  return answerOf(api.changes[':id'].cancel.$post({ param }))
}

export type BalanceRange = { from: string; to: string }

export function useTrialBalance(workspace: string, range: BalanceRange | null): Answer<TrialBalance> {
  return useAnswer(range && ['trial balance', workspace, range], () =>
    answerOf(api['trial-balance'].$get({ param: { workspace }, query: range ?? {} })),
  )
}

/** The file for the general ledger. Throws an `ApiProblem`. */
export async function loadTrialBalanceCsv(workspace: string, range: BalanceRange): Promise<Blob> {
  const path = `/api/w/${workspace}/trial-balance.csv?${new URLSearchParams(range)}`
  const response = await fetchAsUser(path)
  if (!response.ok) throw await readProblem(response)
  return response.blob()
}
