/**
 * What cells add up, all integers. Money is in minor units of the reporting currency. `followerPosts` are the posts
 * whose rows gave a follower count, `followers` the sum of those counts; the other posts' are joined when a report is made.
 */
export const cellSums = [
  'spendUnstated',
  'spendCommitted',
  'spendInvoiced',
  'spendPaid',
  'spendRows',
  'resultGroups',
  'posts',
  'activePosts',
  'followerPosts',
  'followers',
  'impressions',
  'reach',
  'engagements',
  'comments',
  'saves',
  'shares',
  'clicks',
  'conversions',
  'revenue',
  'grossProfit',
  'revenueWithoutProfit',
  'contentScore',
  'contentScores',
  'brandFit',
  'brandFits',
] as const
export type CellSum = (typeof cellSums)[number]

export const cellSumIndex = Object.fromEntries(cellSums.map((name, i) => [name, i])) as Record<CellSum, number>

/** `sums[s][cell]`. */
export type SumColumns = Float64Array[]

export function newSumColumns(count: number): SumColumns {
  return cellSums.map(() => new Float64Array(count))
}

/** What section 4 of the statistics needs of posts with an engagement rate: integers of 1e-9, rounded once a post. */
export const qualitySums = ['ratedPosts', 'logRate', 'logRateSquared', 'inverseEngagements'] as const
