import type { ChartTheme } from '../../charts/chart-theme.ts'
import { drawLanes, lanePx } from '../../charts/lanes.ts'
import type { ChartSpec } from '../../charts/mount-chart.ts'
import { formatDay, formatMetric } from '../../format/format.ts'
import { t } from '../../messages/overview.ts'
import { formatTick } from './format-tick.ts'
import { pointOf } from './say-estimate.ts'
import type { Covered } from './to-coverage.ts'
import { drawnOf, type MetricSeries } from './to-metric-series.ts'

export function seriesSpec(series: MetricSeries, currency: string, covered: readonly Covered[]): ChartSpec<'line'> {
  const { metric, grain, points } = series
  const few = points.length <= 40
  const lanes = covered.map(({ runs }, at) => ({ name: String(at + 1), runs }))
  const side = (tier: 'micro' | 'macro', theme: ChartTheme) => ({
    label: t(tier),
    data: points.map((point) => pointOf(drawnOf(grain, point)[tier])),
    borderColor: theme[tier],
    backgroundColor: theme[tier],
    pointStyle: tier === 'micro' ? ('circle' as const) : ('rectRot' as const),
    pointRadius: few ? (tier === 'micro' ? 4 : 5.5) : 0,
    pointHoverRadius: 7,
    borderWidth: 2.5,
  })
  return {
    kind: 'line',
    data: (theme) => ({
      labels: points.map(({ date }, at) => labelOf(date, at === 0)),
      datasets: [side('micro', theme), side('macro', theme)],
    }),
    options: (theme) => ({
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: lanes.length === 0 ? 4 : lanes.length * lanePx + 8, right: 8 } },
      scales: {
        x: { grid: { display: false }, border: { color: theme.line }, ticks: { maxRotation: 0, autoSkipPadding: 14 } },
        y: {
          beginAtZero: true,
          border: { display: false },
          ticks: { maxTicksLimit: 6, callback: (value) => formatTick(metric, Number(value), currency) },
        },
      },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => formatDay(points[item?.dataIndex ?? 0]?.date ?? ''),
            label: ({ dataset, parsed }) =>
              ` ${dataset.label}: ${parsed.y === null ? t('noValue') : formatMetric(metric, parsed.y, currency)}`,
          },
        },
      },
    }),
    overlay: (chart, theme) => drawLanes(chart, theme, lanes),
  }
}

/** The year stands below the first label and each January. */
function labelOf(date: string, first: boolean): string | string[] {
  if (date.length > 7) return formatDay(date, 'short')
  const [month = '', year = ''] = formatDay(date).split(' ')
  return first || date.endsWith('-01') ? [month, year] : month
}
