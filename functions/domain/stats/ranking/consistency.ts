import { digamma } from '../distributions/digamma.ts'
import { trigamma } from '../distributions/trigamma.ts'
import { trigammaInverse } from '../distributions/trigamma-inverse.ts'

/** The variance of log engagement rates between one creator's posts, and its degrees of freedom (posts − 1). */
export interface SampledVariance {
  readonly variance: number
  readonly df: number
}

export interface VariancePrior {
  /** Infinite where the creators do not differ more than chance makes them. */
  readonly df: number
  readonly variance: number
}

/** Variances of 0 would have no logarithm: limma lifts them to this share of the median, or of 1 where that is 0. */
const leastOfMedian = 1e-5

/** ln s² less its bias, and how much of its scatter is due to few posts. */
const logVariance = (variance: number, df: number): number => Math.log(variance) - digamma(df / 2) + Math.log(df / 2)

/**
 * The inverse chi-square prior of creators' variances, by the moments of ln s². Smyth 2004, as `limma::squeezeVar`.
 * Null where fewer than two creators have a variance.
 */
export function variancePrior(samples: readonly SampledVariance[]): VariancePrior | null {
  const used = samples.filter(({ df }) => df > 0)
  if (used.length < 2) return null
  const least = leastOfMedian * (median(used.map(({ variance }) => variance)) || 1)
  const logs = used.map(({ variance, df }) => logVariance(Math.max(variance, least), df))
  const average = logs.reduce((sum, log) => sum + log, 0) / logs.length
  const scatter = logs.reduce((sum, log) => sum + (log - average) ** 2, 0) / (logs.length - 1)
  const excess = scatter - used.reduce((sum, { df }) => sum + trigamma(df / 2), 0) / used.length
  if (excess <= 0) {
    const variance = used.reduce((sum, one) => sum + Math.max(one.variance, least), 0) / used.length
    return { df: Number.POSITIVE_INFINITY, variance }
  }
  const df = 2 * trigammaInverse(excess)
  return { df, variance: Math.exp(average + digamma(df / 2) - Math.log(df / 2)) }
}

/** s̃² = (d0 s0² + d s²) / (d0 + d). */
export function squeezeVariance(prior: VariancePrior, { variance, df }: SampledVariance): number {
  if (prior.df === Number.POSITIVE_INFINITY) return prior.variance
  return (prior.df * prior.variance + df * variance) / (prior.df + df)
}

/** 100 for posts that all do alike; 50 for posts that typically swing by a factor of 2. */
export function consistencyScore(squeezedVariance: number): number {
  return 100 * Math.exp(-Math.sqrt(squeezedVariance))
}

function median(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b)
  const middle = ascending.length / 2
  return ((ascending[Math.ceil(middle) - 1] ?? 0) + (ascending[Math.floor(middle)] ?? 0)) / 2
}
