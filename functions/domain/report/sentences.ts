import type { Comparison, Estimate, MetricName, TierBands } from '../../contract/report.ts'
import { writeMetric, writeNumber } from '../../contract/write-number.ts'
import { currencyExponent } from '../money/currency.ts'
import { subjectOf } from './word-ratio.ts'

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What happened, in a sentence; says which side is missing. */
export function comparisonSentence(metric: MetricName, side: Comparison['crude'], currency: string): string {
  const exponent = currencyExponent(currency) ?? 2
  const text = (estimate: Estimate): string | null =>
    estimate.kind === 'unavailable' ? null : writeMetric(metric, estimate.point, currency, exponent)
  const subject = upperFirst(subjectOf(metric))
  const [micro, macro] = [text(side.micro), text(side.macro)]
  if (micro && macro) return `${subject} ${micro} with micro creators and ${macro} with macro.`
  if (micro) return `${subject} ${micro} with micro creators; macro cannot be compared yet.`
  if (macro) return `${subject} ${macro} with macro creators; micro cannot be compared yet.`
  return 'There is nothing to compare yet.'
}

/** The rule by which creators were put into tiers. */
export function tierSentence({ microFrom, microTo }: TierBands): string {
  return `Tier by followers at the first post in a campaign: micro ${writeNumber(microFrom)} to ${writeNumber(microTo)}, macro above, nano below.`
}
