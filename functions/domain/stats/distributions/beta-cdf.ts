import { betaTails } from './beta-tails.ts'

/** P(X ≤ x) of Beta(a, b). R: `pbeta(x, a, b)`. */
export function betaCdf(x: number, a: number, b: number): number {
  return betaTails(a, b, x, 1 - x).lower
}
