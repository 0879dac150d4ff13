import type { CreatorList, CreatorRow } from '../../../../functions/contract/report.ts'
import { answerOf, api } from '../../api/client.ts'
import { queryOf, type View } from '../../state/view.ts'

/** More marks than this say nothing more. */
const creatorsMax = 5000
const pageRows = 200

export type LoadedCreators = Pick<CreatorList, 'currency' | 'total'> & { creators: CreatorRow[] }

/** Creators by spend, page after page, all of one state of the books. */
export async function loadCreators(
  view: View,
  onProgress: (read: number, of: number) => void,
): Promise<LoadedCreators> {
  const { metric: _, ...query } = queryOf(view)
  const param = { workspace: view.workspace }
  const creators: CreatorRow[] = []
  let pinned = {}
  let cursor: string | undefined
  for (;;) {
    const page = { limit: pageRows, ...(cursor === undefined ? {} : { cursor }) }
    const { next, ...list }: CreatorList = await answerOf(
      api.creators.$get({ param, query: { ...query, ...pinned, ...page } }),
    )
    creators.push(...list.creators)
    onProgress(creators.length, Math.min(list.total, creatorsMax))
    // Somebody may commit between two pages; a preview is such a state itself.
    if (view.preview === null) pinned = { snapshot: list.snapshot.number }
    if (next === null || creators.length >= creatorsMax) return { currency: list.currency, total: list.total, creators }
    cursor = next
  }
}
