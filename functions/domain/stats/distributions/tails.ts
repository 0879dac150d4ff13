/** The two tails of a distribution at one place, and its density there. Each tail is accurate also where it is tiny. */
export interface Tails {
  readonly lower: number
  readonly upper: number
  /** By the logarithm (gamma) or the logit (beta) of the place. */
  readonly density: number
}
