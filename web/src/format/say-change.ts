import type { Estimate, MetricName } from '../../../functions/contract/report.ts'
import { isMoneyMetric, writeNumber } from '../../../functions/contract/write-number.ts'
import { t } from '../messages/changes.ts'
import { reasonTexts } from '../messages/metrics.ts'
import { formatMetric, formatMoney, formatShare } from './format.ts'

export type Change = { text: string; tone: 'good' | 'bad' | undefined }

type Sums = {
  /** Over the days that are held against one another; `shown` is what stands on the page. */
  now: number
  before: number
  shown: number
  write: (value: number) => string
  /** The same with a plus. */
  writeChange: (value: number) => string
  /** Spending more is neither good nor bad. */
  moreIsGood: boolean
}

/** A sum against the compared range's. Of nothing, or less, there is no share: then the amount is said. */
export function sumChange({ now, before, shown, write, writeChange, moreIsGood }: Sums): Change {
  if (now === 0 && before === 0) return { text: t('nothingBefore'), tone: undefined }
  const change = before > 0 ? formatShare(now / before - 1, { digits: 1, signed: true }) : writeChange(now - before)
  return {
    text: say(change, write(now), write(before), now === shown),
    tone: moreIsGood ? toneOf(now - before, false) : undefined,
  }
}

/** A metric against the compared range's. `shown` is what stands on the page. */
export function metricChange(
  metric: MetricName,
  { now, before, shown }: { now: Estimate; before: Estimate; shown: Estimate },
  currency: string,
): Change | null {
  if (now.kind === 'unavailable') return null
  if (before.kind === 'unavailable')
    return { text: t('missing', { reason: reasonTexts[before.reason] }), tone: undefined }
  const write = (value: number): string => formatMetric(metric, value, currency)
  const isShown = shown.kind !== 'unavailable' && shown.point === now.point
  const text = say(changeOf(metric, now.point, before.point, currency), write(now.point), write(before.point), isShown)
  return { text, tone: toneOf(now.point - before.point, costs.includes(metric)) }
}

const say = (change: string, now: string, before: string, isShown: boolean): string =>
  isShown ? t('from', { change, before }) : t('over', { change, now, before })

/** In shares of what was above nought; ROI changes its sign, so that its change is said in points. */
function changeOf(metric: MetricName, now: number, then: number, currency: string): string {
  if (metric !== 'roi' && then > 0) return formatShare(now / then - 1, { digits: 1, signed: true })
  return writeDifference(metric, now - then, currency, true)
}

/** A difference of two values of a metric: money, a number, or points of percentages. */
export function writeDifference(metric: MetricName, difference: number, currency: string, signed = false): string {
  const sign = signed ? ({ signDisplay: 'exceptZero' } as const) : {}
  if (isMoneyMetric(metric)) {
    if (Math.abs(difference) >= 10) return formatMoney(difference, currency, signed ? 'change' : 'exact')
    return `${signed && difference > 0 ? '+' : ''}${formatMetric(metric, difference, currency)}`
  }
  const digits = { minimumFractionDigits: metric === 'roi' ? 1 : 2, maximumFractionDigits: metric === 'roi' ? 1 : 2 }
  if (metric === 'roas') return writeNumber(difference, { ...digits, ...sign })
  return t('points', { points: writeNumber(difference * 100, { ...digits, ...sign }) })
}

const costs: readonly MetricName[] = ['cpm', 'cpe', 'cpc', 'cpa', 'costPerPost']

/** Whether less is better, as with every cost. */
export const isCost = (metric: MetricName): boolean => costs.includes(metric)

function toneOf(change: number, lessIsGood: boolean): Change['tone'] {
  if (change === 0) return undefined
  return change > 0 === lessIsGood ? 'bad' : 'good'
}
