import type { Comparison, Estimate, MetricName, TierBands } from '../../contract/report.ts'
import { currencyExponent } from '../money/currency.ts'
import { isMoney } from './metrics.ts'

const language = 'en'

/** Minor units as people write money. */
export function formatMoney(minor: number, currency: string): string {
  const exponent = currencyExponent(currency) ?? 2
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  }).format(minor / 10 ** exponent)
}

const subjects: Record<MetricName, string> = {
  cpm: 'A thousand impressions cost',
  cpe: 'An engagement cost',
  cpc: 'A click cost',
  cpa: 'A conversion cost',
  ctr: 'The click rate was',
  cvr: 'The conversion rate was',
  erReach: 'The engagement rate by reach was',
  erImpressions: 'The engagement rate by impressions was',
  erFollowers: 'The engagement rate by followers was',
  costPerPost: 'A post cost',
  aov: 'An order was worth',
  roas: 'Revenue per unit of spend was',
  roi: 'The return on investment was',
}

function formatValue(metric: MetricName, point: number, currency: string): string {
  if (isMoney(metric)) return formatMoney(point, currency)
  if (metric === 'roas') return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(point)
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(point)
}

/** What happened, in a sentence; says which side is missing. */
export function comparisonSentence(metric: MetricName, side: Comparison['crude'], currency: string): string {
  const text = (estimate: Estimate): string | null =>
    estimate.kind === 'unavailable' ? null : formatValue(metric, estimate.point, currency)
  const [micro, macro] = [text(side.micro), text(side.macro)]
  if (micro && macro) return `${subjects[metric]} ${micro} with micro creators and ${macro} with macro.`
  if (micro) return `${subjects[metric]} ${micro} with micro creators; macro cannot be compared yet.`
  if (macro) return `${subjects[metric]} ${macro} with macro creators; micro cannot be compared yet.`
  return 'There is nothing to compare yet.'
}

/** The rule by which creators were put into tiers. */
export function tierSentence({ microFrom, microTo }: TierBands): string {
  const count = (value: number): string => new Intl.NumberFormat(language).format(value)
  return `Tier by followers at the first post in a campaign: micro ${count(microFrom)} to ${count(microTo)}, macro above, nano below.`
}
