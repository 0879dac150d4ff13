import { betaCdf } from '../distributions/beta-cdf.ts'
import { betaQuantile } from '../distributions/beta-quantile.ts'
import { type CountRate, rateScatter, rateTotals } from './count-rate.ts'
import { type Posterior, type Shrunken, tailOutside } from './posterior.ts'
import { type GammaPrior, gammaPosterior, gammaPrior } from './rank-gamma-poisson.ts'

export interface BetaPrior {
  /** The group's share p = Σ y / Σ n. */
  readonly share: number
  readonly scatter: number
  readonly overdispersionRaw: number
  readonly overdispersion: number
  readonly alpha: number
  readonly beta: number
}

/**
 * Beta-binomial empirical Bayes of y successes in n trials: with ρ = [Q / (p (1 − p)) − (k − 1)] / (N − Σ n² / N − (k − 1))
 * within [1e-4, 0.999], α = p (1/ρ − 1) and β = (1 − p)(1/ρ − 1), a creator's share is Beta(α + y, β + n − y).
 * Moment estimator of Kleinman 1973. Where somebody has more successes than trials (conversions without a recorded click)
 * the shares are rates, and the answer is Gamma-Poisson with the trials as exposure.
 */
export function rankBetaBinomial(rates: readonly CountRate[]): Shrunken<SharePrior> {
  const prior = sharePrior(rates)
  return { prior, posteriors: rates.map((one) => prior && sharePosterior(prior, one)) }
}

export type SharePrior = BetaPrior | GammaPrior

/** Null where nobody has trials, or nothing or everything succeeded. */
export function sharePrior(rates: readonly CountRate[]): SharePrior | null {
  return rates.some(({ count, exposure }) => count > exposure || count < 0) ? gammaPrior(rates) : betaPrior(rates)
}

/** Null without trials. */
export function sharePosterior(prior: SharePrior, rate: CountRate): Posterior | null {
  if (rate.exposure <= 0) return null
  return 'share' in prior ? betaPosterior(prior, rate) : gammaPosterior(prior, rate)
}

function betaPrior(rates: readonly CountRate[]): BetaPrior | null {
  const { creators, exposure, exposureSquares, rate: share } = rateTotals(rates)
  if (!(share > 0 && share < 1)) return null
  const scatter = rateScatter(rates, share)
  const others = creators - 1
  const spread = exposure - exposureSquares / exposure - others
  const overdispersionRaw = spread > 0 ? (scatter / (share * (1 - share)) - others) / spread : 0
  const overdispersion = Math.min(0.999, Math.max(1e-4, overdispersionRaw))
  const strength = 1 / overdispersion - 1
  return { share, scatter, overdispersionRaw, overdispersion, alpha: share * strength, beta: (1 - share) * strength }
}

function betaPosterior(prior: BetaPrior, { count, exposure }: CountRate): Posterior {
  const alpha = prior.alpha + count
  const beta = prior.beta + exposure - count
  return {
    mean: alpha / (alpha + beta),
    low: betaQuantile(tailOutside, alpha, beta),
    high: betaQuantile(1 - tailOutside, alpha, beta),
    aboveAverage: 1 - betaCdf(prior.share, alpha, beta),
  }
}
