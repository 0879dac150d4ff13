import type { ChartTheme } from './chart-theme.ts'
import type { DrawnChart } from './mount-chart.ts'
import { inChart } from './overlays.ts'

/** Room above the plot for the names of edges. */
export const edgeNamePx = 18
const gapPx = 5

/** An upright line before or after a point, with its name. */
export type Edge = { at: number; text: string; after: boolean }

/** Where something begins or ends: a line at the outer side of its first or last bar. */
export function drawEdges(chart: DrawnChart<'bar'>, theme: ChartTheme, edges: readonly Edge[]): void {
  const { x } = chart.scales
  if (!x) return
  const { top, bottom, left, right } = chart.chartArea
  const step = (right - left) / Math.max(1, chart.data.labels?.length ?? 1)
  inChart(chart, theme, (pen) => {
    pen.strokeStyle = theme.quiet
    pen.fillStyle = theme.quiet
    pen.setLineDash([3, 4])
    pen.textBaseline = 'bottom'
    for (const { at, text, after } of edges) {
      const place = x.getPixelForValue(at) + (after ? -step / 2 : step / 2)
      pen.beginPath()
      pen.moveTo(place, top)
      pen.lineTo(place, bottom)
      pen.stroke()
      pen.textAlign = after ? 'start' : 'end'
      pen.fillText(text, place + (after ? gapPx : -gapPx), top - gapPx)
    }
  })
}
