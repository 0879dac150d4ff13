import { spawn } from 'node:child_process'
import { json } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** What one task took in a process of its own. CPU is user + system of that process, all threads. */
export type TaskReport<T> = { task: string; wallMs: number; cpuMs: number; peakRssMb: number; result: T }

/** A task that cannot run here, in words for the table. */
export type TaskMissing = { task: string; missing: string }

export function isMeasured<T extends { task: string }>(line: T | TaskMissing): line is T {
  return !('missing' in line)
}

/** Runs one task of `tasks.ts` in a fresh process; throws if it breaks. */
export async function measureTask<T>(task: string, ...args: string[]): Promise<TaskReport<T> | TaskMissing> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('./run-task.ts')), task, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const pipe = child.stdio[3]
  if (!pipe || !('read' in pipe)) throw new Error('the task has no pipe')
  const report = await json(pipe).catch((cause: unknown) => new Error(`${task} gave no report`, { cause }))
  const code = await exited
  if (code !== 0) throw new Error(`${task} ended with ${code}`)
  if (report instanceof Error) throw report
  return asReport<T>(report)
}

// Both ends are this folder's own code, of the same run.
function asReport<T>(report: unknown): TaskReport<T> | TaskMissing {
  return report as TaskReport<T> | TaskMissing
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const high = sorted[middle]
  if (high === undefined) throw new Error('no values')
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2
}
