import type { Comparison, Estimate, MetricName, TierBands } from '../../contract/report.ts'
import { writeMetric, writeNumber } from '../../contract/write-number.ts'
import { currencyExponent } from '../money/currency.ts'

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

/** What happened, in a sentence; says which side is missing. */
export function comparisonSentence(metric: MetricName, side: Comparison['crude'], currency: string): string {
  const exponent = currencyExponent(currency) ?? 2
  const text = (estimate: Estimate): string | null =>
    estimate.kind === 'unavailable' ? null : writeMetric(metric, estimate.point, currency, exponent)
  const [micro, macro] = [text(side.micro), text(side.macro)]
  if (micro && macro) return `${subjects[metric]} ${micro} with micro creators and ${macro} with macro.`
  if (micro) return `${subjects[metric]} ${micro} with micro creators; macro cannot be compared yet.`
  if (macro) return `${subjects[metric]} ${macro} with macro creators; micro cannot be compared yet.`
  return 'There is nothing to compare yet.'
}

/** The rule by which creators were put into tiers. */
export function tierSentence({ microFrom, microTo }: TierBands): string {
  return `Tier by followers at the first post in a campaign: micro ${writeNumber(microFrom)} to ${writeNumber(microTo)}, macro above, nano below.`
}
