import type { Estimate, MetricName } from '../../../../functions/contract/report.ts'
import { formatMetric, formatShare } from '../../format/format.ts'
import { reasonTexts } from '../../messages/metrics.ts'
import { t } from '../../messages/overview.ts'
import { isCost } from './say-estimate.ts'

export type Change = { text: string; tone: 'good' | 'bad' | undefined }

/** A sum against the compared range's. Spending more is neither good nor bad. */
export function sumChange(now: number, then: number, before: string, moreIsGood: boolean): Change {
  if (then === 0) return { text: t('changeFromNothing'), tone: undefined }
  const change = now / then - 1
  const text = t('changedFrom', { change: formatShare(change, { digits: 1, signed: true }), before })
  return { text, tone: moreIsGood ? toneOf(change, false) : undefined }
}

/** A metric against the compared range's. ROI changes its sign, so its change is said in points. */
export function metricChange(metric: MetricName, now: Estimate, then: Estimate, currency: string): Change | null {
  if (now.kind === 'unavailable') return null
  if (then.kind === 'unavailable') {
    return { text: t('changeMissing', { reason: reasonTexts[then.reason] }), tone: undefined }
  }
  const before = formatMetric(metric, then.point, currency)
  const difference = now.point - then.point
  if (metric === 'roi' || then.point <= 0) {
    const points = formatShare(difference, { digits: 1, signed: true }).replace('%', '')
    return { text: t('changedPoints', { points, before }), tone: toneOf(difference, isCost(metric)) }
  }
  const change = formatShare(difference / then.point, { digits: 1, signed: true })
  return { text: t('changedFrom', { change, before }), tone: toneOf(difference, isCost(metric)) }
}

function toneOf(change: number, lessIsGood: boolean): Change['tone'] {
  if (change === 0) return undefined
  return change > 0 === lessIsGood ? 'bad' : 'good'
}
