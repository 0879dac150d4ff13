import type { Report } from '../../../../functions/contract/report.ts'

export type SpendPoint = { date: string; microMinor: number; macroMinor: number }

/** Spend of the compared tiers by day or month, in order; a date without spend of a tier is a nought. */
export function toSpendSeries({ points }: Report['series']): SpendPoint[] {
  const byDate = new Map<string, SpendPoint>()
  for (const { date, tier, spendMinor } of points) {
    const point = byDate.get(date) ?? { date, microMinor: 0, macroMinor: 0 }
    byDate.set(date, point)
    if (tier === 'micro') point.microMinor += spendMinor
    if (tier === 'macro') point.macroMinor += spendMinor
  }
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Shares of micro and macro in what both have together; null where that is nothing. */
export function toShares(micro: number, macro: number): { micro: number; macro: number } | null {
  const both = micro + macro
  return both === 0 ? null : { micro: micro / both, macro: macro / both }
}
