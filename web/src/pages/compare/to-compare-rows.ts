import type { Estimate, MetricName, Report, Tier } from '../../../../functions/contract/report.ts'
import { isMoneyMetric, writeNumber } from '../../../../functions/contract/write-number.ts'
import { formatCount, formatMetric, formatMoney, formatRatio } from '../../format/format.ts'
import { writeDifference } from '../../format/say-change.ts'
import { t } from '../../messages/compare.ts'
import { metricTexts, reasonTexts, tierTexts } from '../../messages/metrics.ts'
import { metricNames } from '../../state/view.ts'

/** One figure of both sides; `difference` is this view less the other, in points and without a range. */
export type CompareRow = { figure: string; own: string; other: string; difference: string }

/** Micro against macro, like for like and as it happened. */
export function toRatioRows(own: Report, other: Report): CompareRow[] {
  const write = (value: number): string => t('times', { ratio: formatRatio(value) })
  // A ratio of costs and one of returns are no two values of one thing.
  const same = own.comparison.metric === other.comparison.metric
  return (['likeForLike', 'crude'] as const).map((kind) => {
    const [a, b] = [own.comparison[kind].ratio, other.comparison[kind].ratio]
    return {
      figure: t(kind),
      own: ranged(a, write),
      other: ranged(b, write),
      difference: same ? differenceOf(a, b, writePlain) : t('otherMetric'),
    }
  })
}

/** Every metric of both tiers that at least one side has a value for. */
export function toMetricRows(own: Report, other: Report): CompareRow[] {
  return metricNames.flatMap((metric) =>
    (['micro', 'macro'] as const).flatMap((tier) => {
      const [a, b] = [own.tiers[tier].metrics[metric], other.tiers[tier].metrics[metric]]
      if (a.kind === 'unavailable' && b.kind === 'unavailable') return []
      return [metricRow(metric, tierTexts[tier], [a, own.currency], [b, other.currency])]
    }),
  )
}

type Priced = readonly [estimate: Estimate, currency: string]

function metricRow(metric: MetricName, tier: string, own: Priced, other: Priced): CompareRow {
  const say = ([estimate, currency]: Priced): string =>
    ranged(estimate, (value) => formatMetric(metric, value, currency))
  const comparable = own[1] === other[1] || !isMoneyMetric(metric)
  return {
    figure: t('metricOf', { metric: metricTexts[metric].name, tier }),
    own: say(own),
    other: say(other),
    difference: comparable
      ? differenceOf(own[0], other[0], (value) => writeDifference(metric, value, own[1], true))
      : t('otherCurrency'),
  }
}

const counts = ['conversions', 'clicks', 'engagements', 'impressions', 'posts', 'creators', 'campaigns'] as const

/** Sums over all tiers, and overhead beside them. */
export function toSumRows(own: Report, other: Report): CompareRow[] {
  const sameMoney = own.currency === other.currency
  const money = (figure: string, of: (report: Report) => number): CompareRow => ({
    figure,
    own: formatMoney(of(own), own.currency),
    other: formatMoney(of(other), other.currency),
    difference: sameMoney ? formatMoney(of(own) - of(other), own.currency, 'change') : t('otherCurrency'),
  })
  const count = (figure: string, of: (all: Tier) => number): CompareRow => ({
    figure,
    own: formatCount(of(own.tiers.all)),
    other: formatCount(of(other.tiers.all)),
    difference: formatCount(of(own.tiers.all) - of(other.tiers.all), 'change'),
  })
  return [
    money(t('spend'), ({ tiers }) => tiers.all.spendMinor),
    money(t('spendMicro'), ({ tiers }) => tiers.micro.spendMinor),
    money(t('spendMacro'), ({ tiers }) => tiers.macro.spendMinor),
    money(t('overhead'), ({ reconciliation }) => reconciliation.overheadMinor),
    money(t('revenue'), ({ tiers }) => tiers.all.revenueMinor),
    ...counts.map((name) => count(t(name), (all) => all[name])),
  ]
}

const writePlain = (value: number): string =>
  writeNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' })

/** A range over more than a thousand times says nothing but that nothing is known. */
const isTooWide = ({ low, high }: { low: number; high: number }): boolean => low > 0 && high / low > 1000

function ranged(estimate: Estimate, write: (value: number) => string): string {
  if (estimate.kind === 'unavailable') return t('missing', { reason: reasonTexts[estimate.reason] })
  const shown = write(estimate.point)
  if (estimate.kind === 'exact') return shown
  if (isTooWide(estimate)) return t('tooWide', { point: shown })
  return t('ranged', { point: shown, low: write(estimate.low), high: write(estimate.high) })
}

function differenceOf(own: Estimate, other: Estimate, write: (value: number) => string): string {
  if (own.kind === 'unavailable' || other.kind === 'unavailable') return t('noValue')
  return write(own.point - other.point)
}
