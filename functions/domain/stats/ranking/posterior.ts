/** What is believed of one creator after its own figures were weighed with its group's: mean and 95% interval. */
export interface Posterior {
  readonly mean: number
  readonly low: number
  readonly high: number
  /** Chance that its true value lies above the group's average; null where the method does not say. */
  readonly aboveAverage: number | null
}

/** Posteriors in the order of what was given; null for those without exposure. */
export interface Shrunken<Prior> {
  /** Null where the group gives none to shrink towards: nobody has exposure, or nothing was counted. */
  readonly prior: Prior | null
  readonly posteriors: readonly (Posterior | null)[]
}

export const tailOutside = 0.025
