import { logitBetaQuantile } from './logit-beta-quantile.ts'

/** The x with P(X ≤ x) = p of Beta(a, b). R: `qbeta(p, a, b)`. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0
  if (p >= 1) return 1
  return 1 / (1 + Math.exp(-logitBetaQuantile(p, 1 - p, a, b)))
}
