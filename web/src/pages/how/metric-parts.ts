import type { MetricName, Tier } from '../../../../functions/contract/report.ts'
import { formatCount, formatMoney } from '../../format/format.ts'
import { partTexts, t } from '../../messages/how.ts'

type Sum = Exclude<keyof Tier, 'metrics' | 'creators' | 'campaigns'>

const parts: Record<MetricName, readonly [top: Sum, bottom: Sum]> = {
  cpm: ['spendMinor', 'impressions'],
  cpe: ['spendMinor', 'engagements'],
  cpc: ['spendMinor', 'clicks'],
  cpa: ['spendMinor', 'conversions'],
  ctr: ['clicks', 'impressions'],
  cvr: ['conversions', 'clicks'],
  erReach: ['engagements', 'reach'],
  erImpressions: ['engagements', 'impressions'],
  erFollowers: ['engagements', 'followers'],
  costPerPost: ['spendMinor', 'posts'],
  aov: ['revenueMinor', 'conversions'],
  roas: ['revenueMinor', 'spendMinor'],
  roi: ['grossProfitMinor', 'spendMinor'],
}

/** What a tier's metric is made of, in figures: `$1,200.00 / 96`. */
export function sayParts(metric: MetricName, tier: Tier, currency: string): string {
  const say = (sum: Sum): string => {
    const value = tier[sum]
    if (value === null) return t('noValue')
    return sum.endsWith('Minor') ? formatMoney(value, currency) : formatCount(value)
  }
  const [top, bottom] = parts[metric]
  return compose(metric, say(top), say(bottom))
}

/** The same in words. */
export const sayFormula = (metric: MetricName): string => compose(metric, ...partTexts[metric])

function compose(metric: MetricName, top: string, bottom: string): string {
  return t(metric === 'roi' ? 'profit' : metric === 'cpm' ? 'thousand' : 'quotient', { top, bottom })
}
