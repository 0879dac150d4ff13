import { studentQuantile } from '../distributions/student-quantile.ts'
import type { LogEstimate } from '../log-estimate.ts'

/** The smallest ratio that these data would have shown four times in five: `exp((t(.975) + t(.8)) √V)`. */
export function detectableRatio({ standardError, df }: LogEstimate): number {
  return standardError === 0 ? 1 : Math.exp((studentQuantile(0.975, df) + studentQuantile(0.8, df)) * standardError)
}
