import type { MonthChange, MonthTotals } from '../../contract/month-change.ts'
import { cellSumIndex } from './cell-sums.ts'
import { exactSum } from './exact-sum.ts'
import type { Rollup } from './rollup.ts'

const spendSums = [
  cellSumIndex.spendUnstated,
  cellSumIndex.spendCommitted,
  cellSumIndex.spendInvoiced,
  cellSumIndex.spendPaid,
]

/** What a month adds up to in its reporting currency, overhead and results without a creator included. */
export function monthTotals({ header, cells }: Rollup): MonthTotals {
  const sum = (columns: readonly number[]): number =>
    columns.reduce((total, s) => (cells.sums[s] as Float64Array).reduce((a, b) => a + b, total), 0)
  return {
    currency: header.inputs.currency,
    spendMinor: exactSum(sum(spendSums), `spend of ${header.month}`),
    revenueMinor: exactSum(sum([cellSumIndex.revenue]), `revenue of ${header.month}`),
  }
}

/** Months that say something else in the reporting currency, in order. Of a month that is on one side only the other is nought. */
export function compareMonths(before: readonly Rollup[], after: readonly Rollup[]): MonthChange[] {
  const [old, now] = [byMonth(before), byMonth(after)]
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((month) => {
    const [from, to] = [old.get(month), now.get(month)]
    const change = { month, before: from ?? nought(to), after: to ?? nought(from) }
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change]
  })
}

const byMonth = (rollups: readonly Rollup[]): Map<string, MonthTotals> =>
  new Map(rollups.map((rollup) => [rollup.header.month, monthTotals(rollup)]))

const nought = (other: MonthTotals | undefined): MonthTotals => ({
  currency: other?.currency ?? '',
  spendMinor: 0,
  revenueMinor: 0,
})
