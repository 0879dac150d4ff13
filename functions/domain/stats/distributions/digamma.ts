const seriesFrom = 10
/** Bernoulli numbers B2, B4, … of Abramowitz & Stegun 6.3.18, each over 2 n. */
const coefficients = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12] as const

/** ψ(x), the derivative of ln Γ, for x > 0. R: `digamma(x)`. */
export function digamma(x: number): number {
  let carried = 0
  let at = x
  while (at < seriesFrom) {
    carried -= 1 / at
    at += 1
  }
  const square = 1 / (at * at)
  const series = coefficients.reduceRight((sum, coefficient) => sum * square + coefficient, 0) * square
  return carried + Math.log(at) - 1 / (2 * at) - series
}
