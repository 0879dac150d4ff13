import type { Comparison, Estimate } from '../../../../functions/contract/report.ts'

/** Where a side's mark and its range stand, as fractions of the scale. */
export type PlotRow = { tier: 'micro' | 'macro'; value: number; point: number; low: number; high: number; cut: boolean }
export type RangePlot = { rows: PlotRow[]; ticks: { at: number; value: number }[] }

const ticksAbout = 4
/** A range that reaches beyond this many times the larger value is cut there: else both values would lie at nought. */
const reachMax = 4

/** Both sides on one scale that holds nought; null where neither has a value. */
export function toRangePlot({ micro, macro }: Pick<Comparison['crude'], 'micro' | 'macro'>): RangePlot | null {
  const sides = [
    { tier: 'micro' as const, ...boundsOf(micro) },
    { tier: 'macro' as const, ...boundsOf(macro) },
  ].filter((side) => side.known)
  if (sides.length === 0) return null
  const edge = reachMax * Math.max(...sides.map(({ point }) => Math.abs(point)))
  const top = Math.min(Math.max(0, ...sides.map(({ high }) => high)), edge)
  const bottom = Math.min(0, ...sides.map(({ low }) => low))
  const step = niceStep((top - bottom || 1) / ticksAbout)
  const first = Math.floor(bottom / step)
  const last = Math.max(first + 1, Math.ceil(top / step))
  const place = (value: number): number => (value / step - first) / (last - first)
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
  return {
    rows: sides.map(({ tier, point, low, high }) => ({
      tier,
      value: point,
      point: place(point),
      low: place(low),
      high: place(Math.min(high, top)),
      cut: high > top,
    })),
    ticks: ticks.map((value) => ({ at: place(value), value })),
  }
}

function boundsOf(estimate: Estimate): { known: boolean; point: number; low: number; high: number } {
  if (estimate.kind === 'unavailable') return { known: false, point: 0, low: 0, high: 0 }
  const { point } = estimate
  return estimate.kind === 'exact'
    ? { known: true, point, low: point, high: point }
    : { known: true, point, low: estimate.low, high: estimate.high }
}

/** The next of 1, 2, 2.5, 5 times a power of ten. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 2.5, 5].find((factor) => factor * power >= least * 0.999) ?? 10) * power
}
