import type { ChartTheme } from './chart-theme.ts'
import type { DrawnChart } from './mount-chart.ts'
import { inChart } from './overlays.ts'

/** Room for one lane above the chart. */
export const lanePx = 17
const overhangPx = 5

export type Lane = { name: string; runs: readonly [first: number, last: number][] }

/** Numbered bars above the plot, each over the points that it is about. */
export function drawLanes(chart: DrawnChart<'line'>, theme: ChartTheme, lanes: readonly Lane[]): void {
  const { x } = chart.scales
  if (!x) return
  const { left, right } = chart.chartArea
  inChart(chart, theme, (pen) => {
    pen.textBaseline = 'middle'
    pen.textAlign = 'center'
    lanes.forEach(({ name, runs }, row) => {
      const y = (row + 0.5) * lanePx
      for (const [first, last] of runs) {
        const start = Math.max(left, x.getPixelForValue(first) - overhangPx)
        const end = Math.min(right, x.getPixelForValue(last) + overhangPx)
        pen.strokeStyle = theme.neutral
        pen.lineWidth = 3
        pen.lineCap = 'round'
        pen.beginPath()
        pen.moveTo(start, y)
        pen.lineTo(end, y)
        pen.stroke()
        pen.fillStyle = theme.card
        pen.beginPath()
        pen.arc(start, y, lanePx * 0.52, 0, 2 * Math.PI)
        pen.fill()
        pen.lineWidth = 1
        pen.stroke()
        pen.fillStyle = theme.ink
        pen.fillText(name, start, y + 1)
      }
    })
  })
}
