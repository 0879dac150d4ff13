/** One post's engagement rate as `qualitySums` add it up. */
export type PostRate = readonly [
  ratedPosts: number,
  logRate: number,
  logRateSquared: number,
  inverseEngagements: number,
]

const unit = 1e9

/**
 * Natural logarithm of engagements over impressions, its square, and 1/engagements (the count noise of the log), each
 * rounded once a post to 1e-9, so that posts add up to the same integers in any grouping. Undefined unless both are
 * positive. Source: statistics specification, section 4.
 */
export function ratePost(engagements: number, impressions: number): PostRate | undefined {
  if (engagements <= 0 || impressions <= 0) return undefined
  const log = Math.log(engagements / impressions)
  return [1, Math.round(log * unit), Math.round(log * log * unit), Math.round(unit / engagements)]
}
