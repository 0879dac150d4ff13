import { useMemo } from 'preact/hooks'
import type { Estimate, Report } from '../../../../functions/contract/report.ts'
import type { UploadList } from '../../../../functions/contract/upload.ts'
import { ChartCard } from '../../charts/chart-card.tsx'
import { formatDay } from '../../format/format.ts'
import { metricTexts } from '../../messages/metrics.ts'
import { t } from '../../messages/overview.ts'
import type { View } from '../../state/view.ts'
import { Definition } from '../../ui/definition.tsx'
import type { Column } from '../../ui/table.tsx'
import { sayEstimate } from './say-estimate.ts'
import { seriesSpec } from './series-spec.ts'
import { toCoverage } from './to-coverage.ts'
import { drawnOf, type MetricPoint, type MetricSeries, toMetricSeries } from './to-metric-series.ts'
import { UploadLegend } from './upload-legend.tsx'

type SeriesCardProps = {
  report: Report
  view: View
  /** `failed`: they could not be loaded, so that nothing is annotated. */
  uploads: UploadList | 'failed' | undefined
}

/** The compared metric over time, and which uploads each stretch comes from. */
export function SeriesCard({ report, view, uploads }: SeriesCardProps) {
  const { currency } = report
  const series = useMemo(() => toMetricSeries(report), [report])
  const { covered, more } = useMemo(
    () =>
      toCoverage(
        uploads === undefined || uploads === 'failed' ? [] : uploads.uploads,
        series.points.map(({ date }) => date),
        report.snapshot.number,
      ),
    [uploads, series, report],
  )
  const spec = useMemo(() => seriesSpec(series, currency, covered), [series, currency, covered])
  const { name, meaning } = metricTexts[series.metric]
  const title = t('seriesTitle', { metric: name })
  const side = (id: string, header: string, of: (point: MetricPoint) => Estimate): Column<MetricPoint> => ({
    id,
    header,
    align: 'end',
    cell: (point) => sayEstimate(series.metric, of(point), currency),
  })
  const daily = series.grain === 'day'
  const columns: Column<MetricPoint>[] = [
    { id: 'date', header: t('date'), cell: ({ date }) => formatDay(date) },
    side('micro', t('micro'), ({ micro }) => micro),
    side('macro', t('macro'), ({ macro }) => macro),
    ...(daily ? [side('microSoFar', t('microSoFar'), ({ soFar }) => soFar.micro)] : []),
    ...(daily ? [side('macroSoFar', t('macroSoFar'), ({ soFar }) => soFar.macro)] : []),
  ]
  return (
    <ChartCard
      title={title}
      heading={<Definition meaning={meaning}>{title}</Definition>}
      note={t(daily ? 'seriesNoteDay' : 'seriesNoteMonth')}
      spec={spec}
      summary={`${summarise(series, 'micro', currency)} ${summarise(series, 'macro', currency)}`}
      table={{ columns, rows: series.points, keyOf: ({ date }) => date }}
      heightRem={17 + covered.length}
    >
      {uploads === 'failed' && <p class="quiet small">{t('uploadsFailed')}</p>}
      {covered.length > 0 && <UploadLegend covered={covered} more={more} view={view} />}
    </ChartCard>
  )
}

/** From the first value to the last one. */
function summarise({ metric, grain, points }: MetricSeries, tier: 'micro' | 'macro', currency: string): string {
  const known = points
    .map((point) => ({ date: point.date, value: drawnOf(grain, point)[tier] }))
    .filter(({ value }) => value.kind !== 'unavailable')
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return t('seriesNone', { tier: t(tier) })
  return t('seriesSummary', {
    tier: t(tier),
    first: sayEstimate(metric, first.value, currency),
    start: formatDay(first.date),
    last: sayEstimate(metric, last.value, currency),
    end: formatDay(last.date),
  })
}
