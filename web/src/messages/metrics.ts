import type { MetricName, TierName, UnavailableReason } from '../../../functions/contract/report.ts'

/** Each metric's name, how it reads after “Cost per …”, and its one meaning. */
export const metricTexts: Record<MetricName, { name: string; meaning: string }> = {
  cpm: { name: 'CPM', meaning: 'Spend for a thousand impressions.' },
  cpe: { name: 'Cost per engagement', meaning: 'Spend / engagements.' },
  cpc: { name: 'Cost per click', meaning: 'Spend / clicks.' },
  cpa: { name: 'Cost per conversion', meaning: 'Spend / conversions.' },
  ctr: { name: 'Click rate', meaning: 'Clicks / impressions.' },
  cvr: { name: 'Conversion rate', meaning: 'Conversions / clicks.' },
  erReach: {
    name: 'Engagement by reach',
    meaning: 'Engagements / sum of reach. Reach added over posts is not people.',
  },
  erImpressions: { name: 'Engagement by impressions', meaning: 'Engagements / impressions.' },
  erFollowers: { name: 'Engagement by followers', meaning: 'Engagements / followers at the time of each post.' },
  costPerPost: { name: 'Cost per post', meaning: 'Spend / posts.' },
  aov: { name: 'Order value', meaning: 'Revenue / conversions.' },
  roas: { name: 'ROAS', meaning: 'Revenue / spend.' },
  roi: {
    name: 'ROI',
    meaning: '(Gross profit − spend) / spend. Gross profit is revenue × margin where no file gives it.',
  },
}

export const tierTexts: Record<TierName, string> = { nano: 'Nano', micro: 'Micro', macro: 'Macro', unknown: 'Unknown' }

export const objectiveTexts = {
  awareness: 'Awareness',
  engagement: 'Engagement',
  traffic: 'Traffic',
  conversions: 'Conversions',
  sales: 'Sales',
} as const

/** Why there is no number. */
export const reasonTexts: Record<UnavailableReason, string> = {
  'no-data': 'no data',
  'zero-spend': 'spend is not above zero',
  'zero-denominator': 'nothing to divide by',
  'no-margin': 'no margin known',
  'not-comparable': 'micro and macro share no place to compare',
  'no-ratio': 'a ratio of returns means nothing: they can be negative',
  'too-few-creators': 'too few creators',
  'too-few-posts': 'too few posts',
  'too-few-months': 'too few months',
  'not-assessed': 'not assessed yet',
  withheld: 'withheld from your role',
}
