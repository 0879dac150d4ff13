import type { MetricName, Report } from '../../../../functions/contract/report.ts'
import { formatCount, formatDay, formatEstimate, formatMoney, formatShare } from '../../format/format.ts'
import { t } from '../../messages/ledger.ts'
import { metricTexts, tierTexts } from '../../messages/metrics.ts'

export type Headline = { figure: string; before: string; after: string; change: string }

/** The headline numbers of two reports side by side. A change is given where both are numbers and the first is not 0. */
export function toHeadlines(before: Report, after: Report): Headline[] {
  const row = (figure: string, read: (report: Report) => { value: number | null; text: string }): Headline => {
    const [then, now] = [read(before), read(after)]
    return { figure, before: then.text, after: now.text, change: changeOf(then.value, now.value) }
  }
  const sum = (figure: string, of: (report: Report) => number, money: boolean) =>
    row(figure, (report) => {
      const value = of(report)
      return { value, text: money ? formatMoney(value, report.currency) : formatCount(value) }
    })
  const metric = (name: MetricName, tier: 'micro' | 'macro') =>
    row(t('metricOf', { metric: metricTexts[name].name, tier: tierTexts[tier] }), ({ tiers, currency }) => {
      const estimate = tiers[tier].metrics[name]
      const value = estimate.kind === 'unavailable' ? null : estimate.point
      return { value, text: formatEstimate(name, estimate, currency) ?? t('noValue') }
    })
  const { metric: asked } = after.query
  const metrics = [...new Set<MetricName>([asked, 'cpa', 'roas'])]
  return [
    sum(t('spend'), ({ tiers }) => tiers.all.spendMinor, true),
    sum(t('revenue'), ({ tiers }) => tiers.all.revenueMinor, true),
    sum(t('conversions'), ({ tiers }) => tiers.all.conversions, false),
    sum(t('creators'), ({ tiers }) => tiers.all.creators, false),
    ...metrics.flatMap((name) => [metric(name, 'micro'), metric(name, 'macro')]),
    row(t('reachesUntil'), ({ reaches }) => {
      const last = [reaches.spend, reaches.results]
        .filter((day) => day !== null)
        .sort()
        .at(-1)
      return { value: null, text: last === undefined ? t('noDay') : formatDay(last) }
    }),
  ]
}

function changeOf(before: number | null, after: number | null): string {
  if (before === null || after === null || before === 0) return t('noValue')
  return formatShare(after / before - 1, { digits: 1, signed: true })
}
