import { studentQuantile } from './distributions/student-quantile.ts'

/** An estimate on the scale of natural logarithms, with a 95% interval back on its own scale. */
export type LogEstimate = { log: number; standardError: number; df: number; low: number; high: number }

/** Below this a variance is rounding noise. Source: statistics specification, 1.2. */
export const varianceMin = 1e-24

/** A range of more than 260 digits either way says no less: beyond it numbers end. */
export const marginMax = 600

export const standardErrorOf = (variance: number): number => (variance < varianceMin ? 0 : Math.sqrt(variance))

/**
 * `value * exp(± t * standard error)` with the 97.5% quantile of Student's t.
 *
 * @param value positive; a ratio, or a metric in its own unit
 */
export function estimateLog(value: number, variance: number, df: number): LogEstimate {
  const standardError = standardErrorOf(variance)
  const log = Math.log(value)
  if (standardError === 0) return { log, standardError, df, low: value, high: value }
  const margin = Math.min(marginMax, studentQuantile(0.975, df) * standardError)
  return { log, standardError, df, low: value * Math.exp(-margin), high: value * Math.exp(margin) }
}
