import type { MetricName, UnavailableReason } from '../../../contract/report.ts'

/**
 * How a metric is shrunk (statistics specification, section 4). `count`: what was counted per spend, shown as its inverse, the
 * cost. `share`: successes in trials. `log-rate`: a typical post, by the logarithms of posts' own rates. `ratio`: by months.
 */
export type RankingMethod = 'count' | 'share' | 'log-rate' | 'ratio'

export const rankingMethods: Record<MetricName, RankingMethod> = {
  cpm: 'ratio',
  cpe: 'count',
  cpc: 'count',
  cpa: 'count',
  ctr: 'share',
  cvr: 'share',
  erReach: 'ratio',
  erImpressions: 'log-rate',
  erFollowers: 'ratio',
  costPerPost: 'ratio',
  aov: 'ratio',
  roas: 'ratio',
  roi: 'ratio',
}

/** Why nobody of a group is ranked: it gives nothing to shrink towards. */
export const nothingToShrinkBy: Record<RankingMethod, UnavailableReason> = {
  count: 'zero-denominator',
  share: 'too-few-creators',
  'log-rate': 'too-few-posts',
  ratio: 'too-few-months',
}
