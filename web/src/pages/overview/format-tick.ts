import type { MetricName } from '../../../../functions/contract/report.ts'
import { formatMetric, formatMoney } from '../../format/format.ts'
import { isCost } from '../../format/say-change.ts'

/** A metric's value beside an axis: as short as it can be without lying. */
export function formatTick(metric: MetricName, value: number, currency: string): string {
  const money = isCost(metric) || metric === 'aov'
  if (money && Math.abs(value) >= 500) return formatMoney(value, currency, 'compact')
  return formatMetric(metric, value, currency)
    .replace(/(\.\d*?)0+(?=%|$)/, '$1')
    .replace(/\.(?=%|$)/, '')
}
