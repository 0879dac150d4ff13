import { logitBetaQuantile } from './logit-beta-quantile.ts'

/** The t with P(T ≤ t) = p of Student's t with any df > 0: t² / (df + t²) is Beta(½, df / 2). R: `qt(p, df)`. */
export function studentQuantile(p: number, df: number): number {
  if (p === 0.5) return 0
  if (p <= 0 || p >= 1) return p <= 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const outside = 2 * Math.min(p, 1 - p)
  const size = Math.sqrt(df) * Math.exp(logitBetaQuantile(2 * Math.abs(p - 0.5), outside, 0.5, df / 2) / 2)
  return p < 0.5 ? -size : size
}
