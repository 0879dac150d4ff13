import type { ClaimMeasure } from '../../../contract/claims.ts'
import { type MetricRate, metricRates } from '../../stats/metric-rates.ts'

/** A measure of a claim that is a rate of two sums: all but the swing. */
export type RateMeasure = Exclude<ClaimMeasure, 'engagementSwing'>

/** Source: statistics specification, 6. */
export const claimRates: Readonly<Record<RateMeasure, MetricRate>> = {
  ...metricRates,
  costPerThousandFollowers: { ...metricRates.cpm, outcome: 'followers' },
  deepEngagementShare: {
    ...metricRates.erImpressions,
    outcome: 'deepEngagements',
    exposure: 'engagements',
    rare: ['deepEngagements', 'engagements'],
  },
}
