import type { SampledVariance } from './consistency.ts'

/** Sums over a creator's posts with an engagement rate: how many, Σ ln ER, Σ (ln ER)², Σ 1 / engagements. */
export interface PostRateSums {
  readonly posts: number
  readonly log: number
  readonly logSquared: number
  readonly inverse: number
}

/**
 * The variance of ln ER between one creator's posts, less the noise of counting, which alone is 1 / engagements a post: otherwise
 * small creators look erratic by arithmetic. Null with fewer than two posts.
 */
export function postSpread(sums: PostRateSums): SampledVariance | null {
  if (sums.posts < 2) return null
  const df = sums.posts - 1
  const noise = (df / sums.posts) * sums.inverse
  return { variance: Math.max(0, squaresWithin(sums) - noise) / df, df }
}

/** Σ (ln ER − mean)² over the posts. */
export function squaresWithin({ posts, log, logSquared }: PostRateSums): number {
  return posts > 0 ? Math.max(0, logSquared - (log * log) / posts) : 0
}
