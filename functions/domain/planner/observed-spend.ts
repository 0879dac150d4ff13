import type { PlanCell } from './plan-cell.ts'

/** What was spent a cell: the range within which a curve was seen. Minor units. */
export type ObservedSpend = Readonly<{ mean: number; low: number; high: number }>

/** Mean, and the 5% and 95% quantiles (type 7 of Hyndman and Fan 1996). */
export function observedSpend(cells: readonly PlanCell[]): ObservedSpend {
  const spends = cells.map(({ spend }) => spend).sort((a, b) => a - b)
  const mean = spends.reduce((sum, spend) => sum + spend, 0) / spends.length
  return { mean, low: quantileOf(spends, 0.05), high: quantileOf(spends, 0.95) }
}

/** Standard deviation of ln spend: how much the spend of cells differs, whatever the currency. */
export function logSpendSd(cells: readonly PlanCell[]): number {
  if (cells.length < 2) return 0
  const logs = cells.map(({ spend }) => Math.log(spend))
  const mean = logs.reduce((sum, ln) => sum + ln, 0) / logs.length
  return Math.sqrt(logs.reduce((sum, ln) => sum + (ln - mean) ** 2, 0) / (logs.length - 1))
}

/** @param sorted ascending, not empty */
export function quantileOf(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] as number
  const above = sorted[Math.ceil(place)] as number
  return below + (above - below) * (place - Math.floor(place))
}
