import type { MetricName, Report, TierName, Tiers } from '../../../../functions/contract/report.ts'

const tierNames: readonly TierName[] = ['nano', 'micro', 'macro', 'unknown']

export type SharedSum = 'spendMinor' | 'conversions' | 'revenueMinor' | 'impressions' | 'engagements' | 'clicks'

/** Each tier's share of what all tiers have together; null where that is nothing or a part of it is below nought. */
export type Shares = Record<TierName, number> | null
export type ShareRow = { sum: SharedSum; total: number; shares: Shares }

/** What a metric is about, next to spend, conversions and revenue. */
const besides: Partial<Record<MetricName, SharedSum>> = {
  cpm: 'impressions',
  cpe: 'engagements',
  cpc: 'clicks',
  ctr: 'clicks',
  cvr: 'clicks',
  erReach: 'engagements',
  erImpressions: 'engagements',
  erFollowers: 'engagements',
}

/** Where the money went and what came back. A sum that no file gave has no row. */
export function toShareRows({ tiers, comparison }: Pick<Report, 'tiers' | 'comparison'>): ShareRow[] {
  const besidesThese = besides[comparison.metric]
  const sums: SharedSum[] = ['spendMinor', ...(besidesThese ? [besidesThese] : []), 'conversions', 'revenueMinor']
  return sums
    .map((sum) => ({ sum, total: tiers.all[sum], shares: toShares(tiers, sum) }))
    .filter(({ sum, total }) => total !== 0 || sum === 'spendMinor' || sum === 'conversions')
}

export function toShares(tiers: Tiers, sum: SharedSum): Shares {
  const total = tiers.all[sum]
  if (total <= 0 || tierNames.some((tier) => tiers[tier][sum] < 0)) return null
  const of = (tier: TierName): number => tiers[tier][sum] / total
  return { nano: of('nano'), micro: of('micro'), macro: of('macro'), unknown: of('unknown') }
}
