import type { MonthIndex } from '../../calendar.ts'
import type { PostRateSums } from '../../stats/ranking/post-spread.ts'
import type { Kind } from '../../stats/ranking/prior-groups.ts'

/** What a metric divides by what, in one month. Of ROI: gross profit and spend. */
export interface MonthParts {
  readonly month: MonthIndex
  readonly top: number
  readonly bottom: number
}

export interface ScoreSum {
  readonly total: number
  readonly count: number
}

/** What a ranking needs of one creator in a scope, beside its sums. */
export interface CreatorHistory {
  /** Ascending; only months in which there is something. */
  readonly months: readonly MonthParts[]
  /** Where and in which tier it posts most. */
  readonly kind: Kind
  readonly lastPosted: MonthIndex | null
  readonly contentScore: ScoreSum
  readonly brandFit: ScoreSum
  readonly rates: PostRateSums
  /** Spend of its own rows, without a share of overhead. */
  readonly directSpend: number
}
