import type { CreatorRow, Report } from '../../functions/contract/report.ts'
import { pointOf } from '../../web/src/pages/overview/say-estimate.ts'
import { drawnOf, toMetricSeries } from '../../web/src/pages/overview/to-metric-series.ts'
import { toScatter } from '../../web/src/pages/overview/to-scatter.ts'
import { toShareRows } from '../../web/src/pages/overview/to-shares.ts'

/** In CSS pixels. */
export type Size = readonly [width: number, height: number]
/** What the bare page gets: a configuration for Chart.js as plain JSON, and the room that the Overview gives the chart. */
export type BareChart = { name: string; size: Size; config: object }

/** The four charts of the Overview from its own data, in its order, with Chart.js's own looks and nothing besides. */
export function toBareCharts(report: Report, creators: readonly CreatorRow[], sizes: readonly Size[]): BareChart[] {
  const configs = {
    series: seriesOf(report),
    shares: sharesOf(report),
    scatter: scatterOf(report, creators),
    tiers: tiersOf(report),
  }
  return Object.entries(configs).map(([name, config], at) => {
    const size = sizes[at]
    if (!size) throw new Error(`the Overview drew no ${name}`)
    return { name, size, config }
  })
}

function seriesOf(report: Report): object {
  const { grain, points } = toMetricSeries(report)
  const side = (tier: 'micro' | 'macro') => ({
    data: points.map((point) => pointOf(drawnOf(grain, point)[tier])),
    cubicInterpolationMode: 'monotone',
    pointRadius: points.length <= 40 ? 4 : 0,
  })
  return { type: 'line', data: { labels: points.map(({ date }) => date), datasets: [side('micro'), side('macro')] } }
}

function sharesOf(report: Report): object {
  const rows = toShareRows(report)
  const share = (pick: (shares: NonNullable<(typeof rows)[number]['shares']>) => number) => ({
    data: rows.map(({ shares }) => (shares ? pick(shares) : 0)),
  })
  const datasets = [
    share(({ micro }) => micro),
    share(({ macro }) => macro),
    share(({ nano, unknown }) => nano + unknown),
  ]
  const scales = { x: { stacked: true, min: 0, max: 1 }, y: { stacked: true } }
  return {
    type: 'bar',
    data: { labels: rows.map(({ sum }) => sum), datasets },
    options: { indexAxis: 'y', scales },
  }
}

/** Each creator that has a mark: all of them, where the Overview gathers those on one spot. */
function scatterOf({ comparison }: Report, creators: readonly CreatorRow[]): object {
  const gathered = toScatter(creators, comparison.metric)
  const single = creators.flatMap((creator) => Object.values(toScatter([creator], comparison.metric).spots).flat())
  const datasets = [{ data: single.map(({ x, y }) => ({ x, y })), parsing: false, pointRadius: 3 }]
  if (single.length !== Object.values(gathered.drawn).reduce((sum, count) => sum + count, 0)) {
    throw new Error('the bare scatter has other creators than the Overview')
  }
  const scales = { x: { type: 'logarithmic' }, y: { type: 'logarithmic' } }
  return { type: 'scatter', data: { datasets }, options: { scales } }
}

function tiersOf({ tiers, comparison: { metric } }: Report): object {
  const names = (['nano', 'micro', 'macro', 'unknown', 'all'] as const).filter(
    (tier) => tier === 'micro' || tier === 'macro' || tier === 'all' || tiers[tier].creators > 0,
  )
  const data = names.map((tier) => pointOf(tiers[tier].metrics[metric]))
  return { type: 'bar', data: { labels: names, datasets: [{ data }] }, options: { indexAxis: 'y' } }
}
