import type { Estimate, MetricName } from '../../../../functions/contract/report.ts'
import { formatMetric, isTooWide } from '../../format/format.ts'
import { t } from '../../messages/campaigns.ts'
import { t as lists } from '../../messages/lists.ts'
import { reasonTexts } from '../../messages/metrics.ts'
import { noIntervalTexts } from '../../messages/no-interval.ts'
import './entry.css'

/** What stands beside a value: its range, or why it has none; null for what needs none. */
export function sayRange(estimate: Estimate, write: (value: number) => string): string | null {
  if (estimate.kind === 'unavailable') return reasonTexts[estimate.reason]
  if (estimate.kind === 'exact') return estimate.reason === undefined ? null : noIntervalTexts[estimate.reason]
  if (isTooWide(estimate)) return t('wideRange')
  return t('range', { low: write(estimate.low), high: write(estimate.high) })
}

type RangedProps = { metric: MetricName; estimate: Estimate; currency: string }

/** A metric with its range or the reason why there is none. */
export function Ranged({ metric, estimate, currency }: RangedProps) {
  const write = (value: number) => formatMetric(metric, value, currency)
  const range = sayRange(estimate, write)
  return (
    <span class="ranged">
      <span class="number">{estimate.kind === 'unavailable' ? lists('noValue') : write(estimate.point)}</span>
      {range !== null && <small>{range}</small>}
    </span>
  )
}
