import type { CreatorRow, Estimate, MetricName } from '../../../../functions/contract/report.ts'
import { formatCount, formatDay, formatEstimate, formatMetric, formatShare, isTooWide } from '../../format/format.ts'
import { t } from '../../messages/creators.ts'
import { t as lists } from '../../messages/lists.ts'
import { metricTexts, reasonTexts } from '../../messages/metrics.ts'
import { Badge } from '../../ui/card.tsx'
import type { DataColumn } from '../../ui/data-table-model.ts'
import type { CreatorEntries } from '../campaigns/use-entries.ts'
import { RangeBar, type RangeScale } from './range-bar.tsx'

type Column = DataColumn<CreatorRow>
type Shown = Pick<CreatorEntries, 'metric' | 'currency' | 'trendMonths'> & { scale: RangeScale }

const pointOf = (estimate: Estimate): number | null => (estimate.kind === 'unavailable' ? null : estimate.point)

/** A dash, and why for those who ask or cannot see. */
export function Missing({ estimate }: { estimate: Estimate }) {
  if (estimate.kind !== 'unavailable') return null
  const reason = reasonTexts[estimate.reason]
  return (
    <span class="quiet" title={reason}>
      {lists('noValue')}
      <span class="visually-hidden"> {reason}</span>
    </span>
  )
}

export function rankColumn(): Column {
  return {
    id: 'rank',
    label: t('rank'),
    meaning: t('rankMeaning'),
    widthRem: 9,
    leastFirst: true,
    value: ({ ranking }) => ranking.rank,
    cell: ({ ranking }) => <Rank ranking={ranking} />,
  }
}

function Rank({ ranking: { rank, topGroup, estimate } }: Pick<CreatorRow, 'ranking'>) {
  if (rank === null) return <Missing estimate={estimate} />
  return (
    <span class="ranked">
      {formatCount(rank)}
      {topGroup && (
        <span title={t('topGroupMeaning')}>
          <Badge tone="good">{t('topGroup')}</Badge>
        </span>
      )}
    </span>
  )
}

export function likelyColumn({ metric, currency, scale }: Shown): Column {
  const meaning = metric === 'erImpressions' ? `${t('likelyMeaning')} ${t('likelyPost')}` : t('likelyMeaning')
  return {
    id: 'likely',
    label: t('likely', { metric: metricTexts[metric].name }),
    meaning,
    widthRem: 14,
    value: ({ ranking }) => pointOf(ranking.estimate),
    cell: ({ ranking }) => <Likely ranking={ranking} metric={metric} currency={currency} scale={scale} />,
  }
}

/** Whether it has a range that says something. */
export const hasRange = (estimate: Estimate): estimate is Estimate & { kind: 'interval' } =>
  estimate.kind === 'interval' && !isTooWide(estimate)

type LikelyProps = Pick<CreatorRow, 'ranking'> & { metric: MetricName; currency: string; scale: RangeScale }

/** The likely value with its range, drawn and said. */
export function Likely({ ranking: { estimate, rough }, metric, currency, scale }: LikelyProps) {
  if (estimate.kind === 'unavailable') return <Missing estimate={estimate} />
  const write = (value: number) => formatMetric(metric, value, currency)
  if (!hasRange(estimate)) return <span class="number">{write(estimate.point)}</span>
  const { low, point, high } = estimate
  return (
    <span class="likely">
      <span class="number">{write(point)}</span>
      <RangeBar low={low} point={point} high={high} scale={scale} />
      <small>
        {t('between', { low: write(low), high: write(high) })}
        {rough && <span title={t('roughMeaning')}> ({t('rough')})</span>}
      </small>
    </span>
  )
}

/** What a ranking tells besides; the less usual of it is hidden until chosen. */
export function judgementColumns({ metric, currency, trendMonths }: Shown): Column[] {
  const score = (id: 'consistency' | 'contentScore' | 'brandFit', meaning: string, hidden: boolean): Column => ({
    id,
    label: t(id),
    meaning,
    align: 'end',
    widthRem: 7.2,
    hidden,
    value: (row) => pointOf(row[id]),
    cell: (row) => {
      const point = pointOf(row[id])
      return point === null ? <Missing estimate={row[id]} /> : formatCount(Math.round(point))
    },
  })
  return [
    score('consistency', t('consistencyMeaning'), false),
    {
      id: 'trend',
      label: t('trend'),
      meaning: sayTrendMonths(metric, trendMonths),
      align: 'end',
      widthRem: 11,
      hidden: true,
      value: ({ trend }) => changeOf(metric, trend),
      cell: ({ trend }) => sayTrend(metric, trend, currency),
    },
    {
      id: 'lastPosted',
      label: t('lastPosted'),
      widthRem: 6.6,
      leastFirst: false,
      value: ({ lastPosted }) => lastPosted,
      cell: ({ lastPosted }) => (lastPosted === null ? lists('noValue') : formatDay(lastPosted)),
    },
    {
      id: 'chance',
      label: t('chance'),
      meaning: t('chanceMeaning'),
      align: 'end',
      widthRem: 8,
      hidden: true,
      value: ({ ranking }) => pointOf(ranking.chanceBetter),
      cell: ({ ranking }) => sayChance(ranking.chanceBetter) ?? <Missing estimate={ranking.chanceBetter} />,
    },
    score('brandFit', t('brandFitMeaning'), true),
    score('contentScore', t('contentScoreMeaning'), true),
  ]
}

/** Never certain: between 1 and 99 percent. */
export function sayChance(chance: Estimate): string | null {
  return chance.kind === 'unavailable' ? null : formatShare(Math.min(0.99, Math.max(0.01, chance.point)))
}

export function sayTrendMonths(metric: MetricName, months: CreatorEntries['trendMonths']): string {
  if (!months) return t('noTrend')
  const span = ({ from, to }: { from: string; to: string }) =>
    from === to ? formatDay(from) : t('between', { low: formatDay(from), high: formatDay(to) })
  return t('trendMeaning', {
    metric: metricTexts[metric].name,
    earlier: span(months.earlier),
    later: span(months.later),
  })
}

export function sayTrend(metric: MetricName, { earlier, later }: CreatorRow['trend'], currency: string): string {
  const say = (estimate: Estimate) => formatEstimate(metric, estimate, currency) ?? lists('noValue')
  return t('trendOf', { earlier: say(earlier), later: say(later) })
}

/** To sort by: how many times as much, of ROI how much more. */
function changeOf(metric: MetricName, { earlier, later }: CreatorRow['trend']): number | null {
  const [before, after] = [pointOf(earlier), pointOf(later)]
  if (before === null || after === null) return null
  if (metric === 'roi') return after - before
  return before > 0 ? after / before : null
}
