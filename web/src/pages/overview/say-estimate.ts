import type { Estimate, MetricName } from '../../../../functions/contract/report.ts'
import { formatEstimate, formatMetric, isTooWide } from '../../format/format.ts'
import { reasonTexts } from '../../messages/metrics.ts'
import { t } from '../../messages/overview.ts'

/** A value as text: with its range where it has one, a dash and the reason where there is none. Never 0 for nothing. */
export function sayEstimate(metric: MetricName, estimate: Estimate, currency: string): string {
  if (estimate.kind === 'unavailable') return t('missing', { reason: reasonTexts[estimate.reason] })
  const point = formatEstimate(metric, estimate, currency) ?? ''
  if (estimate.kind === 'exact') return point
  if (isTooWide(estimate)) return t('tooWide', { point })
  const bound = (value: number): string => formatMetric(metric, value, currency)
  return t('ranged', { point, low: bound(estimate.low), high: bound(estimate.high) })
}

/** For a canvas: a number, or null where it draws nothing. */
export function pointOf(estimate: Estimate): number | null {
  return estimate.kind === 'unavailable' ? null : estimate.point
}
