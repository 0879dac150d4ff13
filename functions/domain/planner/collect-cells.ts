import type { PlanGoal, PlanQuery } from '../../contract/plan.ts'
import type { MonthIndex } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import { cellSumIndex } from '../ledger/cell-sums.ts'
import { type BooksView, tierNames } from '../report/books-view.ts'
import { type ScopedDays, type SelectedCells, scanCells } from '../report/scan-cells.ts'
import { spendColumns, spendOf } from '../report/sums.ts'
import { type BySide, bySide, type PlanCell, type PlanTier } from './plan-cell.ts'

/** Cells by tier, and what no curve can be drawn of. */
export type CollectedCells = Readonly<{
  cells: BySide<readonly PlanCell[]>
  /** Campaign-months that brought something without spend. */
  unpaid: BySide<number>
  /** Campaign-months that brought less than nothing: refunds of other months. */
  refunded: BySide<number>
}>

type Sums = {
  campaign: number
  month: MonthIndex
  spend: number
  outcome: number
  conversions: number
  paid: Map<number, number>
}

/** Adds up campaign x month x tier, of creators in campaigns only: overhead and money without a campaign are no choice of tier. */
export function collectCells(
  view: BooksView,
  { scope, days }: ScopedDays,
  { spendBasis, goal }: Pick<PlanQuery, 'spendBasis'> & { goal: PlanGoal },
): CollectedCells {
  const sums = bySide(() => new Map<string, Sums>())
  const columns = spendColumns(spendBasis)
  scanCells(view, scope, days, (cells) => addCells(sums, view, cells, columns, goal))
  // In an order that does not come from how the books were uploaded: draws are given to campaigns by it.
  const all = bySide((tier) => [...sums[tier].values()].sort((a, b) => a.campaign - b.campaign || a.month - b.month))
  return {
    cells: bySide((tier) => all[tier].filter(isUsable).map(toCell)),
    unpaid: bySide((tier) => all[tier].filter(({ spend, outcome }) => spend <= 0 && outcome > 0).length),
    refunded: bySide((tier) => all[tier].filter(({ spend, outcome }) => spend > 0 && outcome < 0).length),
  }
}

function addCells(
  into: BySide<Map<string, Sums>>,
  view: BooksView,
  { month, part, cell, at, count }: SelectedCells,
  columns: readonly number[],
  goal: PlanGoal,
): void {
  const outcomes = part.sums[cellSumIndex[goal]] as Float64Array
  const conversions = part.sums[cellSumIndex.conversions] as Float64Array
  for (let i = 0; i < count; i++) {
    const [own, place] = [cell[i] as number, at[i] as number]
    const [creator, campaign] = [month.creator[own] as number, month.campaign[own] as number]
    const tier = tierNames[month.tier[own] as number]
    if (creator === 0 || campaign === 0 || !isPlanTier(tier)) continue
    const sums = getOrAdd(into[tier], `${campaign} ${month.month}`, () =>
      newSums(view.campaigns[campaign]?.id ?? 0, month.month),
    )
    const spend = spendOf(part.sums, place, columns)
    sums.spend += spend
    sums.outcome += outcomes[place] as number
    sums.conversions += conversions[place] as number
    sums.paid.set(creator, (sums.paid.get(creator) ?? 0) + spend)
  }
}

const isPlanTier = (tier: string | undefined): tier is PlanTier => tier === 'micro' || tier === 'macro'
const newSums = (campaign: number, month: MonthIndex): Sums => ({
  campaign,
  month,
  spend: 0,
  outcome: 0,
  conversions: 0,
  paid: new Map(),
})
const isUsable = ({ spend, outcome }: Sums): boolean => spend > 0 && outcome >= 0
const toCell = ({ campaign, spend, outcome, conversions, paid }: Sums): PlanCell => ({
  campaign,
  spend,
  outcome,
  conversions,
  creators: [...paid.values()].filter((amount) => amount > 0).length,
})
