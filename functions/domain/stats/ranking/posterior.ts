import { normalCdf } from '../distributions/normal-cdf.ts'
import { normalQuantile } from '../distributions/normal-quantile.ts'

/** What is believed of one creator after its own figures were weighed with its group's: mean and 95% interval. */
export interface Posterior {
  readonly mean: number
  readonly low: number
  readonly high: number
  /** Chance that its true value lies above the group's average. */
  readonly aboveAverage: number
}

/** Posteriors in the order of what was given; null for those without exposure. */
export interface Shrunken<Prior> {
  /** Null where the group gives none to shrink towards: nobody has exposure, or nothing was counted. */
  readonly prior: Prior | null
  readonly posteriors: readonly (Posterior | null)[]
}

export const tailOutside = 0.025

const reach = -normalQuantile(tailOutside)

/** Normal belief with mean and standard error, which may be 0. */
export function normalBelief(mean: number, error: number, average: number): Posterior {
  const off = mean - average
  const aboveAverage = off === 0 ? 0.5 : error > 0 ? normalCdf(off / error) : off > 0 ? 1 : 0
  return { mean, low: mean - reach * error, high: mean + reach * error, aboveAverage }
}
