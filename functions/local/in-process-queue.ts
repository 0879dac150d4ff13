import { setTimeout as sleep } from 'node:timers/promises'
import type { OwnerId, WorkspaceId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { Queue } from '../store/ports.ts'
import type { Log } from './write-log.ts'

const attemptsMax = 6
const longestWaitMs = 15_000
/** A task that still finds no storage makes room for others and comes again. */
const laterWaitMs = 60_000

type RunTask = (workspace: WorkspaceId, owner: OwnerId) => Promise<void>

export type InProcessQueue = Queue & {
  /** Takes nothing more and waits for what runs, at most `graceMs`: what is left is in the records and resumes. */
  stop(graceMs: number): Promise<void>
}

/** The worker of a laptop: one task at a time in each workspace, in the order of arrival. */
export function createInProcessQueue(run: RunTask, log: Log, firstWaitMs = 500, laterMs = laterWaitMs): InProcessQueue {
  const waiting = new Map<WorkspaceId, OwnerId[]>()
  const running = new Map<WorkspaceId, Promise<void>>()
  const stopped = new AbortController()

  const drain = async (workspace: WorkspaceId): Promise<void> => {
    try {
      for (let next = waiting.get(workspace)?.shift(); next !== undefined; next = waiting.get(workspace)?.shift()) {
        if (stopped.signal.aborted) return
        await runWithRetries(workspace, next)
      }
    } finally {
      // In the same turn as the last look at the list: a task that arrives later starts a run of its own.
      running.delete(workspace)
    }
  }

  const runWithRetries = async (workspace: WorkspaceId, owner: OwnerId): Promise<void> => {
    for (let attempt = 1, waitMs = firstWaitMs; ; attempt += 1, waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      try {
        return await run(workspace, owner)
      } catch (error) {
        const again = isPassing(error) && attempt < attemptsMax && !stopped.signal.aborted
        log({ level: again ? 'warn' : 'error', message: 'a task failed', workspace, owner, attempt, again, error })
        if (!again) return isUnavailable(error) ? sendLater(workspace, owner) : undefined
        await sleep(waitMs, undefined, { signal: stopped.signal }).catch(() => undefined)
      }
    }
  }

  const send = async (workspace: WorkspaceId, owner: OwnerId): Promise<void> => {
    if (stopped.signal.aborted) return
    const queued = waiting.get(workspace) ?? []
    waiting.set(workspace, queued)
    // What waits reads its record only when it runs, so that once is enough; what runs has read it already.
    if (!queued.includes(owner)) queued.push(owner)
    if (running.has(workspace)) return
    running.set(workspace, drain(workspace))
  }

  // Else the upload would stand at "checking", with nobody at work, until the next upkeep or start.
  const sendLater = (workspace: WorkspaceId, owner: OwnerId): void => {
    setTimeout(() => void send(workspace, owner), laterMs).unref()
  }

  return {
    send,
    async stop(graceMs) {
      stopped.abort()
      await Promise.race([Promise.all(running.values()), sleep(graceMs, undefined, { ref: false })])
    },
  }
}

/** What another try may mend: the storage did not answer, or another write came first. */
function isPassing(error: unknown): boolean {
  return isUnavailable(error) || (error instanceof CodedError && error.code === 'conflict')
}

function isUnavailable(error: unknown): boolean {
  return error instanceof CodedError && error.code === 'storage-unavailable'
}
