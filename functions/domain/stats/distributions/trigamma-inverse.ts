import { trigamma } from './trigamma.ts'

/**
 * The x with ψ′(x) = `value`, for value > 0, by halving on a logarithmic scale: ψ′ falls all the way.
 * R: `limma::trigammaInverse(value)`.
 */
export function trigammaInverse(value: number): number {
  let low = Math.log(1e-8)
  let high = Math.log(1e16)
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return Math.exp(middle)
    if (trigamma(Math.exp(middle)) > value) low = middle
    else high = middle
  }
}
