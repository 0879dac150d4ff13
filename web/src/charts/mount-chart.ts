import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartData,
  type ChartOptions,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  type Plugin,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js'
import { type ChartTheme, onThemeChange, readChartTheme } from './chart-theme.ts'

// Only what is drawn: each part costs every reader its bytes. Legends and titles are HTML.
Chart.register(BarController, BarElement, LineController, LineElement, PointElement, ScatterController)
Chart.register(CategoryScale, LinearScale, LogarithmicScale, Filler, Tooltip)

export type ChartKind = 'bar' | 'line' | 'scatter'

/** What to draw, as functions of the colours, so that a change of theme draws the same in others. */
export type ChartSpec<K extends ChartKind = ChartKind> = {
  kind: K
  data: (theme: ChartTheme) => ChartData<K>
  options?: (theme: ChartTheme) => ChartOptions<K>
  /** Marks of the spec's own, over what Chart.js has drawn: ranges, labels, bounds. */
  overlay?: (chart: Chart<K>, theme: ChartTheme) => void
}

export type DrawnChart<K extends ChartKind> = Chart<K>

export type MountedChart<K extends ChartKind> = {
  /** The same chart with other data; moves there unless the reader wants no motion. */
  show(spec: ChartSpec<K>): void
  destroy(): void
}

const durationMs = 350

/** Draws into a canvas whose parent gives it its size, and follows size and theme until it is destroyed. */
export function mountChart<K extends ChartKind>(canvas: HTMLCanvasElement, first: ChartSpec<K>): MountedChart<K> {
  let spec = first
  let theme = readChartTheme()
  const draw = () => {
    theme = readChartTheme()
    return { data: spec.data(theme), options: optionsOf(spec, theme) }
  }
  const overlay = { id: 'overlay', afterDatasetsDraw: (drawn: Chart<K>) => spec.overlay?.(drawn, theme) }
  const chart = new Chart<K>(canvas, { type: spec.kind, ...draw(), plugins: [overlay as unknown as Plugin<K>] })
  const redraw = (mode: 'none' | 'default') => {
    const { data, options } = draw()
    chart.data = data
    chart.options = options
    chart.update(mode)
  }
  const stop = onThemeChange(() => redraw('none'))
  return {
    show(next) {
      spec = next
      redraw('default')
    },
    destroy() {
      stop()
      chart.destroy()
    },
  }
}

function optionsOf<K extends ChartKind>(spec: ChartSpec<K>, theme: ChartTheme): ChartOptions<K> {
  Chart.defaults.font.family = theme.font
  Chart.defaults.font.size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.82
  Chart.defaults.color = theme.quiet
  Chart.defaults.borderColor = theme.line
  Object.assign(Chart.defaults.plugins.tooltip, {
    backgroundColor: theme.ink,
    titleColor: theme.card,
    bodyColor: theme.card,
    footerColor: theme.card,
    padding: 10,
    cornerRadius: 8,
    usePointStyle: true,
    boxPadding: 4,
  })
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: still ? false : { duration: durationMs },
    ...spec.options?.(theme),
  } as ChartOptions<K>
}
