import type { CampaignRow, CreatorList, CreatorRow, Report } from '../../../../functions/contract/report.ts'
import { answerOf, api } from '../../api/client.ts'
import { type Answer, useAnswer } from '../../api/use-answer.ts'
import { defaultView, queryOf, type View } from '../../state/view.ts'
import { readAllRows } from './read-all-rows.ts'

export type Entries<R> = { rows: R[]; total: number; currency: string }

/** With what they are ranked by. */
export type CreatorEntries = Entries<CreatorRow> & Pick<CreatorList, 'metric' | 'trendMonths'>

/** Narrows a list down to one creator. */
type Only = { creator?: string[] }

/** Every campaign of the view; null asks nothing. */
export function useAllCampaigns(view: View | null, only: Only = {}): Answer<Entries<CampaignRow>> {
  return useAnswer(keyOf('campaigns', view, only), async () => {
    const { first, rows } = await readAllRows(
      (page, snapshot) => answerOf(api.campaigns.$get(requestOf(view ?? defaultView, { ...page, ...only }, snapshot))),
      ({ campaigns }) => campaigns,
    )
    return { rows, total: first.total, currency: first.currency }
  })
}

/** Every creator of the view; null asks nothing. */
export function useAllCreators(view: View | null, only: Only = {}): Answer<CreatorEntries> {
  return useAnswer(keyOf('creators', view, only), async () => {
    const { first, rows } = await readAllRows(
      (page, snapshot) => answerOf(api.creators.$get(requestOf(view ?? defaultView, { ...page, ...only }, snapshot))),
      ({ creators }) => creators,
    )
    const { total, currency, metric, trendMonths } = first
    return { rows, total, currency, metric, trendMonths }
  })
}

/** What the view asks, about one creator. */
export function useCreatorReport(view: View | null, creator: string): Answer<Report> {
  return useAnswer(keyOf('report', view, { creator: [creator] }), () =>
    answerOf(api.report.$get(requestOf(view ?? defaultView, { creator: [creator] }, null))),
  )
}

/** The same state of the books without range and filters: what is true of somebody or something as such. */
export function wholeView({ workspace, snapshot, preview, spendBasis }: View): View {
  return { ...defaultView, workspace, snapshot, preview, spendBasis }
}

function keyOf(name: string, view: View | null, only: Only): readonly unknown[] | null {
  return view && [`all ${name}`, view.workspace, queryOf(view), only]
}

function requestOf<T extends object>(view: View, own: T, snapshot: number | null) {
  const pinned = snapshot === null || view.preview !== null ? view : { ...view, snapshot }
  return { param: { workspace: view.workspace }, query: { ...queryOf(pinned), ...own } }
}
