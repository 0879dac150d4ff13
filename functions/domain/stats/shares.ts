import { effectiveNumber } from './kish.ts'
import { log1p } from './log1p.ts'

/** One sum of some creators as what each of them is to it. */
export type Shares = {
  total: number
  /** Effective creators (Kish). */
  effective: number
  /** `log1p(-share)` of each creator: the change of the total's logarithm without that creator. */
  without: Float64Array
  /** The total stays positive whoever is left out. */
  robust: boolean
}

/** Less of a total than this is left by one who holds all of it. Source: statistics specification, 1.2. */
export const restMin = 1e-9

/** @param sums one a creator, in the order of their ids */
export function sharesOf(sums: Float64Array): Shares {
  let [total, squares] = [0, 0]
  for (const sum of sums) {
    total += sum
    squares += sum * sum
  }
  const without = new Float64Array(sums.length)
  let robust = total > 0
  if (robust) {
    for (let i = 0; i < sums.length; i++) {
      const sum = sums[i] as number
      if (total - sum <= restMin * total) robust = false
      without[i] = sum === 0 ? 0 : log1p(-sum / total)
    }
  }
  return { total, effective: effectiveNumber(total, squares), without, robust }
}
