import type { Metrics, ReportQuery, TierName } from '../../contract/report.ts'
import { getOrAdd } from '../get-or-add.ts'
import { cellSumIndex } from '../ledger/cell-sums.ts'
import { type BooksView, tierNames } from './books-view.ts'
import { grossProfit } from './gross-profit.ts'
import type { ScopedDays } from './make-report.ts'
import { computeMetrics } from './metrics.ts'
import { scanCells } from './scan-cells.ts'
import { addCell, newSums, postsOf, spendColumns, spendOf, sumOf, wireSums } from './sums.ts'

/** Sums of one creator or campaign in a scope; `at` is its position in the view. */
export type Entry = ReturnType<typeof wireSums> & {
  at: number
  posts: number
  metrics: Metrics
  tiers: TierName[]
  /** Campaigns of a creator, creators of a campaign. */
  others: number
  overheadMinor: number
}

type Group = {
  sums: Float64Array
  given: number
  without: Map<number, number>
  tiers: number
  others: Set<number>
  overhead: number
}

const newGroup = (): Group => ({
  sums: newSums(),
  given: 0,
  without: new Map(),
  tiers: 0,
  others: new Set(),
  overhead: 0,
})

/** Sums by creator or by campaign. Cells without the one grouped by are left out; a tier filter leaves out cells. */
export function listEntries(
  view: BooksView,
  by: 'creator' | 'campaign',
  { scope, days }: ScopedDays,
  query: Pick<ReportQuery, 'spendBasis' | 'tier'>,
): Entry[] {
  const columns = spendColumns(query.spendBasis)
  const wanted =
    query.tier.length === 0 ? 15 : query.tier.reduce((mask, name) => mask | (1 << tierNames.indexOf(name)), 0)
  const groups = new Map<number, Group>()
  const without = cellSumIndex.revenueWithoutProfit
  scanCells(view, scope, days, (month, cell, { sums, given }, at) => {
    const creator = month.creator[cell] as number
    const campaign = month.campaign[cell] as number
    const key = by === 'creator' ? creator : campaign
    if (key === 0) return
    const group = getOrAdd(groups, key, newGroup)
    const spend = spendOf(sums, at, columns)
    if (creator === 0) {
      group.overhead += spend
      return
    }
    const bit = 1 << (month.tier[cell] as number)
    if ((bit & wanted) === 0) return
    group.tiers |= bit
    group.given |= given[at] as number
    addCell(group.sums, sums, at, spend, month.joinedFollowers[cell] as number)
    const other = by === 'creator' ? campaign : creator
    if (other !== 0) group.others.add(other)
    const revenue = (sums[without] as Float64Array)[at] as number
    if (revenue !== 0) group.without.set(campaign, (group.without.get(campaign) ?? 0) + revenue)
  })
  return [...groups]
    .filter(([, group]) => group.tiers !== 0 || group.overhead !== 0)
    .map(([at, group]) => ({
      at,
      ...wireSums(group.sums),
      posts: postsOf(group.sums),
      metrics: computeMetrics(
        group.sums,
        group.given,
        grossProfit(view, sumOf(group.sums, 'grossProfit'), group.without),
      ),
      tiers: tierNames.filter((_, tier) => group.tiers & (1 << tier)),
      others: group.others.size,
      overheadMinor: group.overhead,
    }))
}
