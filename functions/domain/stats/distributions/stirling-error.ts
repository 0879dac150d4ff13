/** Bernoulli coefficients of Stirling's series for ln Γ, Abramowitz & Stegun 6.1.41, after the leading 1/(12 x). */
const coefficients = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const
const seriesFrom = 16

/**
 * What Stirling's formula lacks: ln Γ(x + 1) − [(x + ½) ln x − x + ½ ln 2π], for x > 0.
 * Small x are carried up by the recurrence of Γ, so that no ln Γ is needed. Loader 2000, "Fast and accurate computation
 * of binomial probabilities".
 */
export function stirlingError(x: number): number {
  let carried = 0
  let at = x
  while (at < seriesFrom) {
    carried += (at + 0.5) * Math.log1p(1 / at) - 1
    at += 1
  }
  const square = 1 / (at * at)
  return carried + coefficients.reduceRight((sum, coefficient) => sum * square + coefficient, 0) / at
}
