import { gammaTails } from './gamma-tails.ts'

/** P(X ≤ x) of Gamma(shape, rate), whose mean is shape / rate. R: `pgamma(x, shape, rate)`. */
export function gammaCdf(x: number, shape: number, rate: number): number {
  return gammaTails(shape, x * rate).lower
}
