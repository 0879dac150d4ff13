// Runs in a page before anything of its own, the same for every side: notes when each canvas was drawn and which tasks
// held up the main thread. Plain script, because it goes into the browser as it stands.
{
  const drawn = new Map()
  const tasks = []
  const waiting = []
  const longTasks = new PerformanceObserver((list) => keepTasks(list.getEntries()))
  longTasks.observe({ type: 'longtask', buffered: true })
  performance.setResourceTimingBufferSize(5000)

  function keepTasks(entries) {
    for (const { startTime, duration } of entries) tasks.push({ startMs: startTime, ms: duration })
  }

  // Chart.js clears its canvas first whenever it draws, and draws without a pause: the microtask runs when it has done.
  const { clearRect } = CanvasRenderingContext2D.prototype
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    queueMicrotask(() => noteDrawn(this.canvas))
    return clearRect.apply(this, area)
  }

  function noteDrawn(canvas) {
    if (!canvas.isConnected) return
    const atMs = performance.now()
    const before = drawn.get(canvas)
    drawn.set(canvas, { firstMs: before?.firstMs ?? atMs, lastMs: atMs })
    for (const { count, resolve } of waiting) if (drawn.size >= count) resolve()
  }

  globalThis.watched = {
    allDrawn: (count) => new Promise((resolve) => (drawn.size >= count ? resolve() : waiting.push({ count, resolve }))),
    sizes: () =>
      [...document.querySelectorAll('canvas')].map(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]),
    read: () => {
      keepTasks(longTasks.takeRecords())
      const answers = performance.getEntriesByType('resource').map(({ name, responseEnd }) => {
        return { path: new URL(name).pathname, endMs: responseEnd }
      })
      return { nowMs: performance.now(), drawn: [...drawn.values()], tasks, answers }
    },
  }
}
