import { randomUUID } from 'node:crypto'
import { CodedError } from '../contract/problem.ts'
import type { Warning } from '../contract/upload.ts'
import type { RunTaskDeps } from './run-task.ts'

type Failure = { isKnown: boolean; warning: Warning }

/** What is known and can be mended is said in words; a bug of ours gets an id, and its text stays in the log. */
export function describeFailure(
  { log }: Pick<RunTaskDeps, 'log'>,
  about: Record<string, unknown>,
  error: unknown,
): Failure {
  const known = error instanceof CodedError ? error : null
  const id = randomUUID()
  log({ level: known ? 'warn' : 'error', message: 'a task ended without its result', ...about, id, error })
  const message = known
    ? known.message
    : `Something went wrong on our side (${id}). The books are as they were; try again.`
  return { isKnown: known !== null, warning: { code: 'task-failed', message, rows: 0 } }
}
