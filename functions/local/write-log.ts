import type { LogEntry } from '../api/api-env.ts'
import { CodedError } from '../contract/problem.ts'

export type Log = (entry: LogEntry) => void

/** One JSON object a line on stderr, so that stdout holds what was asked for and nothing else. */
export function writeLog(entry: LogEntry): void {
  const at = new Date().toISOString()
  process.stderr.write(
    `${JSON.stringify({ at, ...entry }, (_, value: unknown) => (value instanceof Error ? errorText(value) : value))}\n`,
  )
}

function errorText(error: Error): string {
  // A refusal that we foresaw says all there is to know; where it happened is no news.
  if (error instanceof CodedError) return `${error.code}: ${error.message}${causeOf(error)}`
  const cause = error.cause instanceof Error ? `\ncaused by ${errorText(error.cause)}` : ''
  return `${error.stack ?? error.message}${cause}`
}

function causeOf({ cause }: Error): string {
  return cause instanceof Error ? ` Caused by ${cause.message}` : ''
}
