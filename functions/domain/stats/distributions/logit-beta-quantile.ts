import { betaTails } from './beta-tails.ts'
import { findQuantile } from './find-quantile.ts'
import { roughNormalQuantile } from './rough-normal-quantile.ts'

/** Logit of the quantile of Beta(a, b) whose lower tail is `lower` (= 1 − `upper`). */
export function logitBetaQuantile(lower: number, upper: number, a: number, b: number): number {
  const z = lower < upper ? roughNormalQuantile(lower) : -roughNormalQuantile(upper)
  const start = Math.log(a / b) + z * Math.sqrt(1 / a + 1 / b)
  return findQuantile(lower, upper, start, (at) => betaTails(a, b, 1 / (1 + Math.exp(-at)), 1 / (1 + Math.exp(at))))
}
