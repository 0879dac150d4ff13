import { useMemo } from 'preact/hooks'
import type { Report } from '../../../../functions/contract/report.ts'
import { ChartCard } from '../../charts/chart-card.tsx'
import { hatch } from '../../charts/chart-theme.ts'
import { drawEdges, edgeNamePx } from '../../charts/edges.ts'
import type { ChartSpec } from '../../charts/mount-chart.ts'
import { currencyExponent } from '../../format/currency-exponents.ts'
import { formatCount, formatDay, formatMoney } from '../../format/format.ts'
import { t as campaigns } from '../../messages/campaigns.ts'
import { t } from '../../messages/lists.ts'
import { usePageParameters } from '../../state/use-view.ts'
import type { Column } from '../../ui/table.tsx'
import { SeriesLegend } from './series-legend.tsx'
import { type EntryPoint, peakOf, type SeriesMeasure, seriesMeasures, toEntrySeries } from './to-entry-series.ts'
import { type Span, toSpanMarks } from './to-span-marks.ts'

const parts = ['micro', 'macro', 'other'] as const
const never: Span = { start: null, end: null }
const partTexts = { micro: t('micro'), macro: t('macro'), other: t('otherTiers') }

/** What one campaign or creator cost or brought over time, by tier. The measure stands in the address. */
export function SeriesChart({ report, span = never }: { report: Report; span?: Span | undefined }) {
  const [parameters, change] = usePageParameters({ measure: 'spend' })
  const measure = seriesMeasures.find((name) => name === parameters.measure) ?? 'spend'
  const { currency, series } = report
  const isMoney = measure === 'spend' || measure === 'revenue'
  const points = useMemo(() => toEntrySeries(series, measure), [series, measure])
  const spec = useMemo(
    () => toSpec(points, isMoney ? currency : null, span),
    [points, isMoney, currency, span.start, span.end],
  )
  const format = (value: number) => (isMoney ? formatMoney(value, currency) : formatCount(value))
  const columns: Column<EntryPoint>[] = [
    { id: 'date', header: t('date'), cell: ({ date }) => formatDay(date) },
    ...parts.map(
      (part): Column<EntryPoint> => ({
        id: part,
        header: partTexts[part],
        align: 'end',
        cell: (point) => format(point[part]),
      }),
    ),
    { id: 'total', header: t('inTotal'), align: 'end', cell: ({ total }) => format(total) },
  ]
  return (
    <ChartCard
      wide
      title={t('seriesTitle', { measure: t(measure) })}
      note={series.grain === 'day' ? t('seriesNoteDay') : t('seriesNoteMonth')}
      legend={<SeriesLegend measure={measure} onMeasure={(next) => change({ measure: next })} />}
      spec={spec}
      summary={[summaryOf(points, measure, format), saySpan(span)].join(' ').trim()}
      table={{ columns, rows: points, keyOf: ({ date }) => date }}
    />
  )
}

function summaryOf(points: readonly EntryPoint[], measure: SeriesMeasure, format: (value: number) => string): string {
  const peak = peakOf(points)
  const [first, last] = [points[0], points.at(-1)]
  if (!peak || !first || !last) return t('seriesNone', { measure: t(measure) })
  return t('seriesSummary', {
    measure: t(measure),
    total: format(points.reduce((sum, { total }) => sum + total, 0)),
    from: formatDay(first.date),
    to: formatDay(last.date),
    peak: formatDay(peak.date),
    most: format(peak.total),
  })
}

const saySpan = ({ start, end }: Span): string =>
  start !== null && end !== null ? campaigns('runs', { start: formatDay(start), end: formatDay(end) }) : ''

/** A null currency: counts. */
function toSpec(points: readonly EntryPoint[], currency: string | null, span: Span): ChartSpec<'bar'> {
  const scale = currency === null ? 1 : 10 ** currencyExponent(currency)
  const format = (value: number, style: 'exact' | 'compact') =>
    currency === null ? formatCount(value, style) : formatMoney(value * scale, currency, style)
  const marks = toSpanMarks(
    points.map(({ date }) => date),
    span,
  ).map(({ at, edge }) => ({ at, text: campaigns(edge), after: edge === 'starts' }))
  return {
    kind: 'bar',
    data: (theme) => {
      const fills = { micro: theme.micro, macro: hatch(theme.macro, theme.card), other: theme.neutral }
      return {
        labels: points.map(({ date }) => formatDay(date, 'short')),
        datasets: parts.map((part) => ({
          label: partTexts[part],
          data: points.map((point) => point[part] / scale),
          backgroundColor: fills[part],
          borderRadius: 3,
          maxBarThickness: 40,
        })),
      }
    },
    options: (theme) => ({
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: marks.length > 0 ? edgeNamePx : 0 } },
      scales: {
        x: { stacked: true, grid: { display: false }, border: { color: theme.line } },
        y: {
          stacked: true,
          border: { display: false },
          ticks: { maxTicksLimit: 6, callback: (value) => format(Number(value), 'compact') },
        },
      },
      plugins: {
        tooltip: {
          filter: ({ parsed }) => parsed.y !== 0,
          callbacks: { label: ({ dataset, parsed }) => ` ${dataset.label}: ${format(parsed.y ?? 0, 'exact')}` },
        },
      },
    }),
    overlay: (chart, theme) => drawEdges(chart, theme, marks),
  }
}
