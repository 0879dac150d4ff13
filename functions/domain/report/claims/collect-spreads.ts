import { getOrAdd } from '../../get-or-add.ts'
import type { PostSpread } from '../../stats/claims/compare-consistency.ts'
import type { ClaimData } from './claim-data.ts'

/** Logarithms and their squares are kept in this unit: see `qualitySums`. */
const unit = 1e-9

/**
 * Engagement rates of each creator's posts in one tier, in the order of creators' ids. A post counts with the day of its
 * first row in the month: in the range, or in a campaign that ran in it.
 * @param tier position in `tierNames`
 */
export function collectSpreads(
  { view, scoped: { scope }, selected, qualities }: ClaimData,
  tier: number,
): PostSpread[] {
  const sums = new Map<number, number[]>()
  view.months.forEach((month, m) => {
    const [quality, counted] = [qualities[m], selected.get(month)]
    if (!quality || !counted) return
    for (let row = 0; row < quality.count; row++) {
      const [cell, day] = [quality.cell[row] as number, quality.day[row] as number]
      const whole = scope.basis === 'campaign' && month.campaign[cell] !== 0
      const inside = whole || (day >= scope.from && day <= scope.to)
      if (counted[cell] !== 1 || !inside || month.tier[cell] !== tier) continue
      const own = getOrAdd(sums, view.creators[month.creator[cell] as number]?.id ?? 0, () => [0, 0, 0, 0])
      quality.sums.forEach((column, q) => {
        own[q] = (own[q] as number) + (column[row] as number)
      })
    }
  })
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([, [posts, logs, squares, inverses]]) => ({
      posts: posts as number,
      logs: (logs as number) * unit,
      squares: (squares as number) * unit,
      inverseEngagements: (inverses as number) * unit,
    }))
}
