import type { MetricName } from '../../contract/report.ts'
import type { StatColumn } from './stat-columns.ts'

/**
 * A metric as a rate of an outcome to an exposure, which is the input: shown is `scale * (outcome / exposure)`, or
 * `scale * (exposure / outcome)` where it is `inverse`. `rare` are counts that must be expected before anything is
 * said. Source: statistics specification, 1.1.
 */
export type MetricRate = {
  outcome: StatColumn
  exposure: StatColumn
  inverse: boolean
  scale: number
  lowerIsBetter: boolean
  rare: readonly StatColumn[]
}

const cost = (outcome: StatColumn, rare: readonly StatColumn[], scale = 1): MetricRate => ({
  outcome,
  exposure: 'spend',
  inverse: true,
  scale,
  lowerIsBetter: true,
  rare,
})
const rate = (outcome: StatColumn, exposure: StatColumn, rare: readonly StatColumn[]): MetricRate => ({
  outcome,
  exposure,
  inverse: false,
  scale: 1,
  lowerIsBetter: false,
  rare,
})

/** One meaning each. ROI is `gross profit / spend - 1`: its rate is that of gross profit. A new metric is a new entry. */
export const metricRates: Readonly<Record<MetricName, MetricRate>> = {
  cpm: cost('impressions', [], 1000),
  cpe: cost('engagements', ['engagements']),
  cpc: cost('clicks', ['clicks']),
  cpa: cost('conversions', ['conversions']),
  ctr: rate('clicks', 'impressions', ['clicks']),
  cvr: rate('conversions', 'clicks', ['conversions', 'clicks']),
  erReach: rate('engagements', 'reach', ['engagements']),
  erImpressions: rate('engagements', 'impressions', ['engagements']),
  erFollowers: rate('engagements', 'followers', ['engagements']),
  costPerPost: { ...rate('spend', 'posts', []), lowerIsBetter: true },
  aov: rate('revenue', 'conversions', ['conversions']),
  roas: rate('revenue', 'spend', ['conversions']),
  roi: rate('grossProfit', 'spend', ['conversions']),
}
