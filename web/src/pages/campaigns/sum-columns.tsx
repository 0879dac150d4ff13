import type { CampaignRow, CreatorRow, MetricName } from '../../../../functions/contract/report.ts'
import { formatCount, formatEstimate, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/lists.ts'
import { metricTexts, reasonTexts } from '../../messages/metrics.ts'
import { metricNames } from '../../state/view.ts'
import type { DataColumn, RowChoice } from '../../ui/data-table-model.ts'

type SumRow = CampaignRow | CreatorRow

const usualMetrics: readonly MetricName[] = ['cpa', 'roas', 'roi']
const usualCounts = ['posts', 'conversions'] as const
const counts = ['impressions', 'reach', 'engagements', 'clicks'] as const

/** What campaigns and creators are both measured by; the less usual ones are hidden until chosen. */
export function sumColumns<R extends SumRow>(currency: string): DataColumn<R>[] {
  const money = (id: 'spend' | 'revenue'): DataColumn<R> => ({
    id,
    label: t(id),
    align: 'end',
    widthRem: 7.6,
    value: (row) => row[`${id}Minor`],
    cell: (row) => formatMoney(row[`${id}Minor`], currency),
  })
  const count = (id: (typeof counts | typeof usualCounts)[number], hidden: boolean): DataColumn<R> => ({
    id,
    label: t(id),
    align: 'end',
    widthRem: id === 'posts' ? 4.2 : 6.8,
    hidden,
    value: (row) => row[id],
    cell: (row) => formatCount(row[id]),
  })
  const metric = (id: MetricName): DataColumn<R> => ({
    id,
    label: metricTexts[id].name,
    meaning: metricTexts[id].meaning,
    align: 'end',
    widthRem: id === 'roas' || id === 'roi' ? 4.8 : 6.6,
    hidden: !usualMetrics.includes(id),
    value: ({ metrics }) => {
      const estimate = metrics[id]
      return estimate.kind === 'unavailable' ? null : estimate.point
    },
    cell: ({ metrics }) => {
      const estimate = metrics[id]
      if (estimate.kind !== 'unavailable') return formatEstimate(id, estimate, currency)
      return (
        <span class="quiet" title={reasonTexts[estimate.reason]}>
          {t('noValue')}
          <span class="visually-hidden"> {reasonTexts[estimate.reason]}</span>
        </span>
      )
    },
  })
  const [first, ...others] = metricNames
  return [
    count('posts', false),
    money('spend'),
    count('conversions', false),
    metric(first),
    money('revenue'),
    ...others.map(metric),
    ...counts.map((id) => count(id, true)),
  ]
}

/** A text that may be missing. */
export function textColumn<R>(
  id: string,
  label: string,
  text: (row: R) => string | null,
  options: Partial<DataColumn<R>> = {},
): DataColumn<R> {
  return {
    id,
    label,
    widthRem: 9,
    value: text,
    search: (row) => text(row) ?? '',
    cell: (row) => <span dir="auto">{text(row) ?? t('noValue')}</span>,
    ...options,
  }
}

/** Rows to look at apart. */
export function rowChoices<R extends SumRow>(): RowChoice<R>[] {
  const results = ({ impressions, engagements, clicks, conversions, revenueMinor, posts }: SumRow): boolean =>
    [impressions, engagements, clicks, conversions, revenueMinor, posts].some((value) => value !== 0)
  return [
    { id: 'spend', label: t('withSpend'), keep: ({ spendMinor }) => spendMinor !== 0 },
    { id: 'gifted', label: t('gifted'), keep: (row) => row.spendMinor === 0 && results(row) },
    { id: 'no-results', label: t('withoutResults'), keep: (row) => row.spendMinor !== 0 && !results(row) },
    { id: 'unlisted', label: t('unlisted'), keep: ({ known }) => !known },
  ]
}
