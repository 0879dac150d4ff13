import { normalBelief, type Posterior, type Shrunken } from './posterior.ts'

/** A creator's mean and the sampling variance of it; null for a creator without any. */
export type SampledMean = { readonly mean: number; readonly variance: number } | null

export interface NormalPrior {
  readonly mean: number
  readonly meanVariance: number
  /** Between creators: DerSimonian-Laird τ². */
  readonly variance: number
  readonly scatter: number
}

/**
 * Normal empirical Bayes, for log engagement rates: with B = s² / (s² + τ²) a creator's mean becomes B μ + (1 − B) y, its
 * variance (1 − B) s² + B² Var(μ). τ² by DerSimonian & Laird 1986, as `metafor::rma(method = 'DL')`; interval by Morris 1983.
 */
export function rankNormal(samples: readonly SampledMean[]): Shrunken<NormalPrior> {
  const prior = normalPrior(samples)
  return { prior, posteriors: samples.map((sample) => prior && normalPosterior(prior, sample)) }
}

/** Null where nobody has a mean. */
export function normalPrior(samples: readonly SampledMean[]): NormalPrior | null {
  const given = samples.filter((sample) => sample !== null)
  if (given.length === 0) return null
  const fixed = weighted(given, 0)
  const scatter = given.reduce((sum, { mean, variance }) => sum + (mean - fixed.mean) ** 2 / variance, 0)
  const spread = fixed.weight - fixed.weightSquares / fixed.weight
  const between = spread > 0 ? Math.max(0, (scatter - (given.length - 1)) / spread) : 0
  const { mean, weight } = weighted(given, between)
  return { mean, meanVariance: 1 / weight, variance: between, scatter }
}

function weighted(given: readonly NonNullable<SampledMean>[], between: number) {
  let [weight, weightSquares, sum] = [0, 0, 0]
  for (const { mean, variance } of given) {
    const share = 1 / (variance + between)
    weight += share
    weightSquares += share * share
    sum += share * mean
  }
  return { weight, weightSquares, mean: sum / weight }
}

export function normalPosterior(prior: NormalPrior, sample: SampledMean): Posterior | null {
  if (!sample) return null
  const pull = sample.variance / (sample.variance + prior.variance)
  const mean = pull * prior.mean + (1 - pull) * sample.mean
  const error = Math.sqrt((1 - pull) * sample.variance + pull * pull * prior.meanVariance)
  return normalBelief(mean, error, prior.mean)
}
