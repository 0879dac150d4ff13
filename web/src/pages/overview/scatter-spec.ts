import type { TierBands } from '../../../../functions/contract/report.ts'
import type { ChartTheme } from '../../charts/chart-theme.ts'
import type { ChartSpec } from '../../charts/mount-chart.ts'
import { drawBound } from '../../charts/overlays.ts'
import { formatCount, formatMetric } from '../../format/format.ts'
import { metricTexts, tierTexts } from '../../messages/metrics.ts'
import { t } from '../../messages/overview.ts'
import { formatTick } from './format-tick.ts'
import type { Scatter, ScatterSide, Spot } from './to-scatter.ts'

const sides: readonly ScatterSide[] = ['other', 'macro', 'micro']
/** Motion of more marks than this is work that nobody sees. */
const movingMax = 400

const roomFactor = 1.35
const nameMax = 48

/** Where a logarithmic scale is labelled. */
const labelled = new Set([1, 2, 5])

export function scatterSpec(scatter: Scatter, currency: string, bands: TierBands): ChartSpec<'scatter'> {
  const { metric, spots } = scatter
  const all = sides.flatMap((side) => spots[side])
  const count = all.length
  const colour = (side: ScatterSide, theme: ChartTheme): string => (side === 'other' ? theme.neutral : theme[side])
  return {
    kind: 'scatter',
    data: (theme) => ({
      datasets: sides.map((side) => ({
        label: t(side),
        data: spots[side],
        parsing: false as const,
        pointStyle: side === 'macro' ? ('rectRot' as const) : ('circle' as const),
        pointRadius: count > movingMax ? 3 : side === 'macro' ? 6 : 5,
        pointHoverRadius: 8,
        pointBorderWidth: count > movingMax ? 0 : 1,
        pointBorderColor: theme.card,
        pointBackgroundColor: colour(side, theme),
      })),
    }),
    options: (theme) => ({
      interaction: { mode: 'nearest', intersect: true },
      ...(count > movingMax ? { animation: false as const } : {}),
      layout: { padding: { right: 10, top: 24 } },
      scales: {
        x: axis(theme, t('followers'), boundsOf(all.map(({ x }) => x)), (value) => formatCount(value, 'compact')),
        y: axis(theme, metricTexts[metric].name, boundsOf(all.map(({ y }) => y)), (value) =>
          formatTick(metric, value, currency),
        ),
      },
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ raw }) => {
              const { x, y, name, count: here } = raw as Spot
              const whose = here === 1 ? cut(name) : t('andMore', { name: cut(name), count: formatCount(here - 1) })
              return [` ${whose}`, ` ${t('followers')}: ${formatCount(x)}`, ` ${formatMetric(metric, y, currency)}`]
            },
          },
        },
      },
    }),
    overlay: (chart, theme) =>
      drawBound(chart, theme, { value: bands.microTo, before: tierTexts.micro, after: tierTexts.macro }),
  }
}

/** A little room on both ends, so that no mark is cut. */
function boundsOf(values: readonly number[]): { min?: number; max?: number } {
  if (values.length === 0) return {}
  const min = values.reduce((least, value) => Math.min(least, value), Infinity)
  const max = values.reduce((most, value) => Math.max(most, value), 0)
  // A scale of less than a decade may have no label.
  const room = max / min < 5 ? 3 : roomFactor
  return { min: min / room, max: max * room }
}

/** A tooltip is one line wide. */
const cut = (name: string): string => {
  const letters = [...name]
  return letters.length > nameMax ? `${letters.slice(0, nameMax).join('')}…` : name
}

function axis(
  theme: ChartTheme,
  text: string,
  bounds: { min?: number; max?: number },
  format: (value: number) => string,
) {
  return {
    type: 'logarithmic' as const,
    ...bounds,
    title: { display: true, text, color: theme.quiet },
    border: { color: theme.line },
    grid: { color: theme.line },
    ticks: {
      maxRotation: 0,
      autoSkipPadding: 12,
      callback: (value: number | string) => {
        const number = Number(value)
        const lead = number / 10 ** Math.floor(Math.log10(number) + 1e-9)
        return labelled.has(Number(lead.toFixed(6))) ? format(number) : null
      },
    },
  }
}
