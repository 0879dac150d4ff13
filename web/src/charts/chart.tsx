import { useEffect, useRef } from 'preact/hooks'
import type { ChartKind, ChartSpec, MountedChart } from './mount-chart.ts'

// Asked for as soon as a page with a chart begins to load, not when its data are there.
const loading = import('./mount-chart.ts')

const turnMs = 16

let last = Promise.resolve()
let turnEndsMs = 0

/** A few charts a task, as many as it has time for: four drawn at once would hold up whoever scrolls or types. */
function inTurn(work: () => void): void {
  last = last.then(nextTurn).then(work).catch(reportError)
}

/** Goes on in the task that draws already while it is short; one that is long gives way to what waits behind it. */
function nextTurn(): Promise<void> | undefined {
  if (performance.now() < turnEndsMs) return undefined
  return new Promise((resolve) =>
    setTimeout(() => {
      turnEndsMs = performance.now() + turnMs
      resolve()
    }),
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
