import type {
  MatchDecisions,
  MatchGain,
  MatchKind,
  MatchList,
  MatchNameList,
  MatchOutcome,
  MergedList,
  RefusedList,
} from '../../../../functions/contract/match.ts'
import { answerOf, api } from '../../api/client.ts'
import { type Answer, useAnswer } from '../../api/use-answer.ts'

const pageRows = 100

/** Which names, in whose books. `pages`: how many pages of the list are wanted. */
export type Asked = { workspace: string; of: MatchKind; search: string; pages: number }

type Page = { total: number; next: string | null }
type Query = { of: MatchKind; limit: number; search?: string; cursor?: string }

async function readPages<T extends Page, R>(
  { of, search, pages }: Asked,
  read: (query: Query) => Promise<T>,
  rowsOf: (page: T) => R[],
): Promise<T & { rows: R[] }> {
  const rows: R[] = []
  let cursor: string | null = null
  for (let page = 1; ; page++) {
    const answer: T = await read({
      of,
      limit: pageRows,
      ...(search === '' ? {} : { search }),
      ...(cursor === null ? {} : { cursor }),
    })
    rows.push(...rowsOf(answer))
    cursor = answer.next
    if (cursor === null || page >= pages) return { ...answer, rows }
  }
}

export function useMatches(asked: Asked) {
  const param = { workspace: asked.workspace }
  return useAnswer(['matches', asked], () =>
    readPages(
      asked,
      (query): Promise<MatchList> => answerOf(api.matches.$get({ param, query })),
      ({ suggestions }) => suggestions,
    ),
  )
}

export function useMatchNames(asked: Asked & { lacking: string }) {
  const param = { workspace: asked.workspace }
  const lacking = asked.lacking as 'any'
  return useAnswer(['match names', asked], () =>
    readPages(
      asked,
      (query): Promise<MatchNameList> => answerOf(api.matches.names.$get({ param, query: { ...query, lacking } })),
      ({ names }) => names,
    ),
  )
}

export function useMerged(asked: Asked) {
  const param = { workspace: asked.workspace }
  return useAnswer(['merged', asked], () =>
    readPages(
      asked,
      (query): Promise<MergedList> => answerOf(api.matches.merged.$get({ param, query })),
      ({ merged }) => merged,
    ),
  )
}

export function useRefused(asked: Asked) {
  const param = { workspace: asked.workspace }
  return useAnswer(['refused', asked], () =>
    readPages(
      asked,
      (query): Promise<RefusedList> => answerOf(api.matches.refused.$get({ param, query })),
      ({ refused }) => refused,
    ),
  )
}

export function useMatchGain(workspace: string, preview: string | null): Answer<MatchGain> {
  const query = preview === null ? {} : { preview: preview as NonNullable<MatchGain['preview']> }
  return useAnswer(['match gain', workspace, preview], () =>
    answerOf(api.matches.gain.$get({ param: { workspace }, query })),
  )
}

type Decisions = Pick<MatchDecisions, 'of'> & Partial<MatchDecisions>

export function decide(workspace: string, json: Decisions): Promise<MatchOutcome> {
  return answerOf(api.matches.decisions.$post({ param: { workspace }, json }))
}
