import { studentCdf } from '../distributions/student-cdf.ts'
import type { LogEstimate } from '../log-estimate.ts'

/** Of a sceptical prior for the logarithm of a ratio: 95% of true differences are within about four times. */
const priorDeviation = Math.LN2

/**
 * The chance that A is better: `F_df( z τ / √(τ² + V) )` with `z = ±θ/√V`, positive where A is better. Source:
 * statistics specification, 1.3.
 */
export function chanceBetter({ log, standardError, df }: LogEstimate, lowerIsBetter: boolean): number {
  const towards = lowerIsBetter ? -log : log
  if (standardError === 0) return towards === 0 ? 0.5 : towards > 0 ? 1 : 0
  const shrunk = priorDeviation / Math.hypot(priorDeviation, standardError)
  return studentCdf((towards / standardError) * shrunk, df)
}
