import { findQuantile } from './find-quantile.ts'
import { gammaTails } from './gamma-tails.ts'
import { roughNormalQuantile } from './rough-normal-quantile.ts'

/** ln of the quantile of Gamma(shape, 1) whose lower tail is `lower` (= 1 − `upper`). */
export function logGammaQuantile(lower: number, upper: number, shape: number): number {
  return findQuantile(lower, upper, start(lower, upper, shape), (at) => gammaTails(shape, Math.exp(at)))
}

/** Wilson & Hilferty 1931 where the shape is large enough, else the leading term of the smaller tail. */
function start(lower: number, upper: number, shape: number): number {
  const z = lower < upper ? roughNormalQuantile(lower) : -roughNormalQuantile(upper)
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))
  if (shape >= 1 && root > 0.1) return Math.log(shape) + 3 * Math.log(root)
  return lower <= upper ? Math.log(lower) / shape : Math.log(-Math.log(upper))
}
