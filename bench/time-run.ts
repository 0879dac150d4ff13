import type { Timed } from './tasks.ts'

/** Wall time and CPU (user + system, all threads) of one call. */
export async function timeRun<T>(run: () => Promise<T>): Promise<Timed<T>> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const result = await run()
  const wallMs = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  return { wallMs, cpuMs: (user + system) / 1000, result }
}

/** Wall times of `runs` calls after two that warm caches up, and the last answer. */
export async function repeatRun<T>(runs: number, run: () => Promise<T>): Promise<{ runsMs: number[]; answer: T }> {
  let answer = await run()
  answer = await run()
  const runsMs: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    answer = await run()
    runsMs.push(performance.now() - start)
  }
  return { runsMs, answer }
}
