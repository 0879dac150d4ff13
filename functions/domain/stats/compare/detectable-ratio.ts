import { studentQuantile } from '../distributions/student-quantile.ts'
import { type LogEstimate, marginMax } from '../log-estimate.ts'

/** The smallest ratio that these data would have shown four times in five: `exp((t(.975) + t(.8)) √V)`. */
export function detectableRatio({ standardError, df }: LogEstimate): number {
  if (standardError === 0) return 1
  return Math.exp(Math.min(marginMax, (studentQuantile(0.975, df) + studentQuantile(0.8, df)) * standardError))
}
