import type { MetricName, Report, TargetCount } from '../../../functions/contract/report.ts'
import { t } from '../messages/targets.ts'
import { formatMetric } from './format.ts'

export type TargetNote = { text: string; tone: 'good' | 'bad' | undefined }

/** What the campaigns shown were to reach in a metric, and how many did; null where none has such a target. */
export function sayTargets({ targets, currency, tiers }: Report, metric: MetricName): TargetNote | null {
  const count = targets.find((entry) => entry.metric === metric)
  if (!count) return null
  // Beside the figure of more campaigns than one, the target of one alone would seem to be theirs.
  return tiers.all.campaigns === 1 ? ofOne(count, currency) : ofMany(count, currency)
}

function ofOne({ metric, met, missed, point }: TargetCount, currency: string): TargetNote {
  if (point === null) return { text: t('otherCurrency'), tone: undefined }
  const target = formatMetric(metric, point, currency)
  if (met === 1) return { text: t('reached', { target }), tone: 'good' }
  return missed === 1
    ? { text: t('missed', { target }), tone: 'bad' }
    : { text: t('unknown', { target }), tone: undefined }
}

function ofMany({ metric, met, missed, unknown, point }: TargetCount, currency: string): TargetNote {
  const count = met + missed
  if (count === 0) return { text: t('noneKnown', { count: unknown }), tone: undefined }
  const text =
    count === 1
      ? t(met === 1 ? 'oneReaches' : 'oneMisses')
      : point === null
        ? t('ownOfMany', { met, count })
        : t('sameOfMany', { target: formatMetric(metric, point, currency), met, count })
  return { text: unknown > 0 ? t('withUnknown', { text, unknown }) : text, tone: undefined }
}
