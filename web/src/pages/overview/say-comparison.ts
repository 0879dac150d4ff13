import type { Comparison, Estimate, MetricName } from '../../../../functions/contract/report.ts'
import { fixedDigits, writeNumber } from '../../../../functions/contract/write-number.ts'
import { isTooWide } from '../../format/format.ts'
import { writeDifference } from '../../format/say-change.ts'
import { t } from '../../messages/comparison.ts'
import { reasonTexts } from '../../messages/metrics.ts'
import { t as overview } from '../../messages/overview.ts'

type Side = Comparison['crude']
type Interval = Extract<Estimate, { kind: 'interval' }>

/** Small ratios keep a digit that says something. */
export const sayRatio = (ratio: Estimate): string =>
  ranged(ratio, isTooWide, (value) =>
    t('times', { ratio: writeNumber(value, value < 0.1 ? { maximumSignificantDigits: 1 } : fixedDigits(2)) }),
  )

export function sayDifference(metric: MetricName, { micro, macro, difference }: Side, currency: string): string {
  const larger = Math.max(sizeOf(micro), sizeOf(macro))
  const isFar = ({ low, high }: Interval): boolean => Math.max(Math.abs(low), Math.abs(high)) > 1000 * larger
  return ranged(difference, isFar, (value) => writeDifference(metric, value, currency))
}

const sizeOf = (estimate: Estimate): number => (estimate.kind === 'unavailable' ? 0 : Math.abs(estimate.point))

function ranged(estimate: Estimate, isWide: (interval: Interval) => boolean, write: (value: number) => string): string {
  if (estimate.kind === 'unavailable') return reasonTexts[estimate.reason]
  const point = write(estimate.point)
  if (estimate.kind === 'exact') return point
  if (isWide(estimate)) return overview('tooWide', { point })
  return t('ranged', { point, low: write(estimate.low), high: write(estimate.high) })
}
