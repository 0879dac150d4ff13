import type { ClaimArm, ClaimMeasure } from '../../../contract/claims.ts'
import type { MetricName } from '../../../contract/report.ts'
import { subjectOf } from '../word-ratio.ts'

export const armTexts: Record<ClaimArm, string> = {
  micro: 'micro creators',
  macro: 'macro creators',
  on_target: 'creators in the target niche',
  off_target: 'creators of other niches',
}

export const measureLabels: Record<ClaimMeasure, string> = {
  cpm: 'Cost per thousand impressions',
  cpe: 'Cost per engagement',
  cpc: 'Cost per click',
  cpa: 'Cost per conversion',
  ctr: 'Click rate',
  cvr: 'Conversion rate',
  erReach: 'Engagement rate by reach',
  erImpressions: 'Engagement rate by impressions',
  erFollowers: 'Engagement rate by followers',
  costPerPost: 'Cost per post',
  aov: 'Order value',
  roas: 'Return on ad spend',
  roi: 'Return on investment',
  costPerThousandFollowers: 'Cost per thousand followers',
  deepEngagementShare: 'Comments, saves and shares among engagements',
  engagementSwing: 'Typical distance between posts of a creator',
}

/** The metric that a measure is said like: whether it costs less or is lower. */
export function saidLike(measure: ClaimMeasure): MetricName {
  if (measure === 'costPerThousandFollowers') return 'cpm'
  return measure === 'deepEngagementShare' || measure === 'engagementSwing' ? 'ctr' : measure
}

/** What the two sides differ in, with its verb. */
export function subjectOfMeasure(measure: ClaimMeasure): string {
  if (measure === 'costPerThousandFollowers') return 'a thousand followers cost'
  if (measure === 'deepEngagementShare') return 'the share of comments, saves and shares in engagements was'
  if (measure === 'engagementSwing') return 'the swing of the engagement rate from post to post was'
  return subjectOf(measure)
}

export function joinWords(words: readonly string[], by = 'and'): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${by} ${last}`
}
