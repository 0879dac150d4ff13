const seriesFrom = 10
/** Bernoulli numbers B2, B4, … of Abramowitz & Stegun 6.4.12. */
const coefficients = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6] as const

/** ψ′(x), the derivative of the digamma function, for x > 0. R: `trigamma(x)`. */
export function trigamma(x: number): number {
  let carried = 0
  let at = x
  while (at < seriesFrom) {
    carried += 1 / (at * at)
    at += 1
  }
  const square = 1 / (at * at)
  const series = coefficients.reduceRight((sum, coefficient) => sum * square + coefficient, 0) * square
  return carried + 1 / at + square / 2 + series / at
}
