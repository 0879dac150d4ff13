import { gammaCdf } from '../distributions/gamma-cdf.ts'
import { gammaQuantile } from '../distributions/gamma-quantile.ts'
import { type CountRate, rateScatter, rateTotals } from './count-rate.ts'
import { type Posterior, type Shrunken, tailOutside } from './posterior.ts'

export interface GammaPrior {
  /** The group's rate m = Σ c / Σ s. */
  readonly rate: number
  readonly scatter: number
  readonly varianceRaw: number
  readonly variance: number
  readonly shape: number
  /** In units of exposure. */
  readonly strength: number
}

/**
 * Gamma-Poisson empirical Bayes of counts c over exposure s: with v = (Q − (n − 1) m) / (S − Σ s² / S), at least (m/10)²,
 * a = m² / v and b = m / v, a creator's rate is Gamma(a + c, b + s): as if it had b of exposure and a counts of an average
 * creator besides its own. Cost per count is the inverse, (s + b) / (c + a).
 * Moment estimator of Marshall 1991, as `spdep::EBest`. Counts below 0 (refunds) count as 0 of a creator's own.
 */
export function rankGammaPoisson(rates: readonly CountRate[]): Shrunken<GammaPrior> {
  const prior = gammaPrior(rates)
  return { prior, posteriors: rates.map((one) => prior && gammaPosterior(prior, one)) }
}

/** Null where nobody has exposure, or nothing was counted. */
export function gammaPrior(rates: readonly CountRate[]): GammaPrior | null {
  const { creators, exposure, exposureSquares, rate } = rateTotals(rates)
  if (!(rate > 0)) return null
  const scatter = rateScatter(rates, rate)
  const spread = exposure - exposureSquares / exposure
  const varianceRaw = spread > 0 ? (scatter - (creators - 1) * rate) / spread : 0
  const variance = Math.max(varianceRaw, (rate / 10) ** 2)
  return { rate, scatter, varianceRaw, variance, shape: (rate * rate) / variance, strength: rate / variance }
}

/** Null without exposure. */
export function gammaPosterior(prior: GammaPrior, { count, exposure }: CountRate): Posterior | null {
  if (exposure <= 0) return null
  const shape = prior.shape + Math.max(0, count)
  const strength = prior.strength + exposure
  return {
    mean: shape / strength,
    low: gammaQuantile(tailOutside, shape, strength),
    high: gammaQuantile(1 - tailOutside, shape, strength),
    aboveAverage: 1 - gammaCdf(prior.rate, shape, strength),
  }
}
