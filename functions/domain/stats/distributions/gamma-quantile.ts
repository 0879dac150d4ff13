import { logGammaQuantile } from './log-gamma-quantile.ts'

/** The x with P(X ≤ x) = p of Gamma(shape, rate). R: `qgamma(p, shape, rate)`. */
export function gammaQuantile(p: number, shape: number, rate: number): number {
  if (p <= 0) return 0
  if (p >= 1) return Number.POSITIVE_INFINITY
  return Math.exp(logGammaQuantile(p, 1 - p, shape)) / rate
}
