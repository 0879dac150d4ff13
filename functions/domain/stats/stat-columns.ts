/**
 * What cells add up for statistics, each an integer: money in minor units of the reporting currency, `posts` with
 * active ones, `followers` at post time over posts, `deepEngagements` being comments, saves and shares.
 */
export const statColumns = [
  'spend',
  'posts',
  'followers',
  'impressions',
  'reach',
  'engagements',
  'clicks',
  'conversions',
  'revenue',
  'grossProfit',
  'deepEngagements',
] as const
export type StatColumn = (typeof statColumns)[number]

export type StatSums = Record<StatColumn, Float64Array>

export const newStatSums = (count: number): StatSums =>
  Object.fromEntries(statColumns.map((name) => [name, new Float64Array(count)])) as StatSums
