import { logGammaQuantile } from './log-gamma-quantile.ts'

/** The z with P(Z ≤ z) = p of the standard normal: z²/2 is Gamma(½). R: `qnorm(p)`. */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0
  if (p <= 0 || p >= 1) return p <= 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const outside = 2 * Math.min(p, 1 - p)
  const size = Math.sqrt(2) * Math.exp(logGammaQuantile(2 * Math.abs(p - 0.5), outside, 0.5) / 2)
  return p < 0.5 ? -size : size
}
