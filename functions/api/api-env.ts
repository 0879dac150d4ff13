import type { UploadId, WorkspaceId } from '../contract/ids.ts'
import type { Actor, Identity } from '../identity/ports.ts'
import type { Books, OpenBooks, Queue } from '../store/ports.ts'
import type { DevSessions } from './routes/local-routes.ts'

export type LogEntry = { level: 'info' | 'warn' | 'error'; message: string; [detail: string]: unknown }

export type ApiDeps = {
  openBooks: OpenBooks
  /** Whether there is such a workspace. */
  workspaces: (id: WorkspaceId) => Promise<boolean>
  identity: Identity
  /** Only in local mode: without it there is no path that gives a session away. */
  devSessions?: DevSessions
  queue: Queue
  now: () => string
  newId: () => UploadId
  log: (entry: LogEntry) => void
}

/** What stands in the context of every request below `/api/w/:workspace`. */
export type ApiEnv = { Variables: { actor: Actor; workspace: WorkspaceId; books: Books } }
