import { normalBelief, type Posterior, type Shrunken } from './posterior.ts'

/** One period of one creator: a ratio's numerator and its denominator, which is also its weight. */
export interface RatioPeriod {
  readonly amount: number
  readonly weight: number
}

export interface CredibilityPrior {
  /** σ²: within creators, between periods, for one unit of weight. */
  readonly within: number
  /** τ²: between creators; 0 where they do not differ more than their periods do. */
  readonly between: number
  /** The credibility-weighted average of the creators. */
  readonly collective: number
  /** How sure that average is: τ² / Σ z, which for τ² = 0 is σ² / Σ w. */
  readonly collectiveVariance: number
  /** Degrees of freedom of σ²: with none it is taken as 0, and nobody is shrunk. */
  readonly df: number
}

/**
 * Bühlmann-Straub credibility of ratios x = amount / weight by creator and period: z = w / (w + σ²/τ²), and the ratio
 * becomes z x + (1 − z) x̄_z. Bühlmann & Gisler 2005, ch. 4, as `actuar::cm`. The interval is of the same mean squared
 * error, τ² (1 − z) + (1 − z)² Var(x̄_z), taken as normal. Periods with a weight of 0 or less are left out.
 * @param creators periods of each creator
 */
export function rankBuhlmannStraub(creators: readonly (readonly RatioPeriod[])[]): Shrunken<CredibilityPrior> {
  const prior = credibilityPrior(creators)
  return { prior, posteriors: creators.map((periods) => prior && credibilityPosterior(prior, periods)) }
}

interface RatioTotal {
  readonly weight: number
  readonly ratio: number
  readonly periods: number
}

function totalOf(periods: readonly RatioPeriod[]): RatioTotal {
  const counted = periods.filter(({ weight }) => weight > 0)
  const weight = counted.reduce((sum, period) => sum + period.weight, 0)
  const amount = counted.reduce((sum, period) => sum + period.amount, 0)
  return { weight, ratio: amount / weight, periods: counted.length }
}

/** Null where nobody has weight. */
export function credibilityPrior(creators: readonly (readonly RatioPeriod[])[]): CredibilityPrior | null {
  const totals = creators.map(totalOf)
  const counted = totals.filter(({ weight }) => weight > 0)
  const weight = counted.reduce((sum, total) => sum + total.weight, 0)
  if (counted.length === 0) return null
  const average = counted.reduce((sum, total) => sum + total.weight * total.ratio, 0) / weight
  const { within, df } = withinVariance(creators, totals)
  const scatter = counted.reduce((sum, total) => sum + total.weight * (total.ratio - average) ** 2, 0)
  const spread = weight - counted.reduce((sum, total) => sum + total.weight ** 2, 0) / weight
  const between = spread > 0 ? Math.max(0, (scatter - (counted.length - 1) * within) / spread) : 0
  if (between === 0) return { within, between, collective: average, collectiveVariance: within / weight, df }
  const shares = counted.map((total) => credibilityOf({ within, between }, total.weight))
  const sum = shares.reduce((all, share) => all + share, 0)
  const collective = counted.reduce((all, total, at) => all + ((shares[at] ?? 0) / sum) * total.ratio, 0)
  return { within, between, collective, collectiveVariance: between / sum, df }
}

function withinVariance(creators: readonly (readonly RatioPeriod[])[], totals: readonly RatioTotal[]) {
  let [squares, df] = [0, 0]
  creators.forEach((periods, at) => {
    const total = totals[at] as RatioTotal
    if (total.periods === 0) return
    df += total.periods - 1
    for (const { amount, weight } of periods) {
      if (weight > 0) squares += weight * (amount / weight - total.ratio) ** 2
    }
  })
  return { within: df > 0 ? squares / df : 0, df }
}

function credibilityOf({ within, between }: Pick<CredibilityPrior, 'within' | 'between'>, weight: number): number {
  return between === 0 || weight <= 0 ? 0 : weight / (weight + within / between)
}

/** Null without weight. */
export function credibilityPosterior(prior: CredibilityPrior, periods: readonly RatioPeriod[]): Posterior | null {
  const total = totalOf(periods)
  if (total.weight <= 0) return null
  const own = credibilityOf(prior, total.weight)
  const rest = 1 - own
  const mean = own * total.ratio + rest * prior.collective
  const error = Math.sqrt(rest * prior.between + rest * rest * prior.collectiveVariance)
  return normalBelief(mean, error, prior.collective)
}
