import type { ChartTheme } from './chart-theme.ts'
import type { ChartKind, DrawnChart } from './mount-chart.ts'

const paddingPx = 6

/** A short text on a patch of the card's colour: read on any bar, hatched or plain. */
export function drawPatch(pen: CanvasRenderingContext2D, theme: ChartTheme, text: string, x: number, y: number): void {
  const sizePx = fontPx(pen)
  const width = pen.measureText(text).width + 2 * paddingPx
  pen.fillStyle = theme.card
  pen.beginPath()
  pen.roundRect(x, y - sizePx * 0.85, width, sizePx * 1.7, 5)
  pen.fill()
  pen.fillStyle = theme.ink
  pen.textAlign = 'start'
  pen.textBaseline = 'middle'
  pen.fillText(text, x + paddingPx, y + 1)
}

export function patchWidth(pen: CanvasRenderingContext2D, text: string): number {
  return pen.measureText(text).width + 2 * paddingPx
}

export type RangeMark = { row: number; low: number; high: number }

/** The range of each horizontal bar as a line with ends. */
export function drawRanges(chart: DrawnChart<'bar'>, theme: ChartTheme, ranges: readonly RangeMark[]): void {
  const { x, y } = chart.scales
  if (!x || !y) return
  inChart(chart, theme, (pen) => {
    pen.strokeStyle = theme.ink
    pen.lineWidth = 1.5
    for (const { row, low, high } of ranges) {
      const at = y.getPixelForValue(row)
      const [start, end] = [x.getPixelForValue(low), x.getPixelForValue(high)]
      pen.beginPath()
      for (const edge of [start, end]) {
        pen.moveTo(edge, at - 6)
        pen.lineTo(edge, at + 6)
      }
      pen.moveTo(start, at)
      pen.lineTo(end, at)
      pen.stroke()
    }
  })
}

/** What each horizontal bar says, after its end. */
export function drawValues(
  chart: DrawnChart<'bar'>,
  theme: ChartTheme,
  values: readonly { at: number; text: string }[],
): void {
  const { x, y } = chart.scales
  if (!x || !y) return
  inChart(chart, theme, (pen) => {
    pen.fillStyle = theme.ink
    pen.textBaseline = 'middle'
    for (const [row, { at, text }] of values.entries()) {
      pen.fillText(text, x.getPixelForValue(at) + paddingPx, y.getPixelForValue(row) + 1)
    }
  })
}

export type Bound = { value: number; before: string; after: string }

/** An upright line where one tier ends and the next begins, with their names on either side. */
export function drawBound(chart: DrawnChart<'scatter'>, theme: ChartTheme, { value, before, after }: Bound): void {
  const { x } = chart.scales
  const { top, bottom, left, right } = chart.chartArea
  const namesAt = top - paddingPx
  const at = x?.getPixelForValue(value) ?? Number.NaN
  if (!(at > left && at < right)) return
  inChart(chart, theme, (pen) => {
    pen.strokeStyle = theme.quiet
    pen.setLineDash([3, 4])
    pen.beginPath()
    pen.moveTo(at, top)
    pen.lineTo(at, bottom)
    pen.stroke()
    pen.fillStyle = theme.quiet
    pen.textBaseline = 'bottom'
    pen.textAlign = 'end'
    if (at - left > pen.measureText(before).width + paddingPx) pen.fillText(before, at - paddingPx, namesAt)
    pen.textAlign = 'start'
    if (right - at > pen.measureText(after).width + paddingPx) pen.fillText(after, at + paddingPx, namesAt)
  })
}

/** Runs what draws with the theme's type set, and puts the pen back as it was. */
export function inChart<K extends ChartKind>(
  chart: DrawnChart<K>,
  theme: ChartTheme,
  draw: (pen: CanvasRenderingContext2D) => void,
): void {
  const pen = chart.ctx
  pen.save()
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  pen.font = `500 ${Math.round(rem * 0.8)}px ${theme.font}`
  draw(pen)
  pen.restore()
}

const fontPx = (pen: CanvasRenderingContext2D): number => Number.parseFloat(/([\d.]+)px/.exec(pen.font)?.[1] ?? '12')
