import { useEffect, useRef } from 'preact/hooks'
import type { ChartKind, ChartSpec, MountedChart } from './mount-chart.ts'

// Asked for as soon as a page with a chart begins to load, not when its data are there.
const loading = import('./mount-chart.ts')

let last = Promise.resolve()

/** One chart a task: four drawn at once would hold up whoever scrolls or types. */
function inTurn(work: () => void): void {
  last = last.then(
    () =>
      new Promise((done) =>
        setTimeout(() => {
          try {
            work()
          } finally {
            done()
          }
        }),
      ),
  )
}

type ChartProps<K extends ChartKind> = {
  spec: ChartSpec<K>
  /** The chart in a sentence, for those who do not see it. */
  label: string
  heightRem?: number
}

/** One chart. A new `spec` object gives it new data; make it with `useMemo`. */
export function ChartCanvas<K extends ChartKind>({ spec, label, heightRem = 15 }: ChartProps<K>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const mounted = useRef<MountedChart<K> | null>(null)
  const latest = useRef(spec)
  latest.current = spec
  useEffect(() => {
    let gone = false
    loading.then(({ mountChart }) =>
      inTurn(() => {
        if (!gone && canvas.current) mounted.current = mountChart(canvas.current, latest.current)
      }),
    )
    return () => {
      gone = true
      mounted.current?.destroy()
    }
  }, [])
  useEffect(() => mounted.current?.show(spec), [spec])
  return (
    <div class="chart-frame" style={{ height: `${heightRem}rem` }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  )
}
