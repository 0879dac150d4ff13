import type { Cells } from '../cells.ts'
import type { Contrast } from './compare-arms.ts'
import { totalStrata } from './stratum-totals.ts'

/** Factors whose product is the crude ratio: like for like, then where each spent, then what cannot be compared. */
export type Decomposition = { likeForLike: number; mix: number; notComparable: number }

/**
 * `θ_all → θ_crude within comparable strata → θ_adj`. Null where one of them is undefined. Source: statistics
 * specification, 2.
 *
 * @param cells by the strata of the adjusted comparison
 */
export function decompose(cells: Cells, adjusted: Contrast): Decomposition | null {
  const { exposure, outcome, comparable } = totalStrata(cells, adjusted.rate)
  const logOf = (inside: boolean): number => {
    const sum = (of: Float64Array): number =>
      of.reduce((total, value, k) => (inside && comparable[k] === 0 ? total : total + value), 0)
    const [a, b] = [0, 1].map((arm) => sum(outcome[arm as 0 | 1]) / sum(exposure[arm as 0 | 1])) as [number, number]
    return (adjusted.rate.inverse ? -1 : 1) * Math.log(a / b)
  }
  const [all, within, like] = [logOf(false), logOf(true), adjusted.left?.theta]
  if (like === undefined || !Number.isFinite(all) || !Number.isFinite(within)) return null
  return { likeForLike: Math.exp(like), mix: Math.exp(within - like), notComparable: Math.exp(all - within) }
}
