import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { createApp } from '../api/app.ts'
import { WorkspaceId } from '../contract/ids.ts'
import { createDevIdentity } from '../identity/dev-identity.ts'
import { booksIn } from '../store/open-books.ts'
import type { OpenBooks } from '../store/ports.ts'
import { createWorkspace } from '../usecases/create-workspace.ts'
import { makeUploadId } from '../usecases/make-upload-id.ts'
import { resumeTasks } from '../usecases/resume-tasks.ts'
import { runTask } from '../usecases/run-task.ts'
import { sweepStagings } from '../usecases/sweep-stagings.ts'
import type { Environment } from './environment.ts'
import { createInProcessQueue } from './in-process-queue.ts'
import { openTable } from './open-table.ts'
import { pagesDir } from './pages/build-pages.ts'
import { readPageFiles } from './pages/page-files.ts'
import { isPagePath, servePages } from './pages/serve-pages.ts'
import { prepareFolder } from './prepare-folder.ts'
import { fillBooks } from './sample/fill-books.ts'
import type { Log } from './write-log.ts'

const tableName = 'tierwise'
const main = WorkspaceId.parse('main')
const upkeepMs = 3_600_000
const taskGraceMs = 4000

export type LocalService = {
  /** Where it answers. */
  address: string
  /** Resolves when the sample is loaded, or was not wanted. Never rejects: failures are logged. */
  filled: Promise<void>
  stop(): Promise<void>
}

/** The whole service on one machine: table, API, worker and upkeep. Answers when this resolves; `say` hears of the sample. */
export async function startLocal(
  environment: Environment,
  log: Log,
  say: (sentence: string) => void = () => {},
): Promise<LocalService> {
  await prepareFolder(environment.DATA_DIR)
  const now = () => new Date().toISOString()
  const newId = () => makeUploadId(Date.now(), randomBytes(16))
  const identity = await createDevIdentity({ mode: environment.mode, dataDir: environment.DATA_DIR, now })
  const table = await openTable(environment, tableName, log)
  const stopping = new AbortController()
  try {
    const openBooks = booksIn(table.client, tableName)
    const queue = createInProcessQueue(
      (workspace, upload) => runTask({ books: openBooks(workspace), now, log }, workspace, upload),
      log,
    )
    const workspaces = knownWorkspaces(openBooks)
    const api = createApp({ openBooks, workspaces, identity, devSessions: identity, queue, now, newId, log })
    const files = readPageFiles(pagesDir)
    const pages = servePages(files)
    const books = openBooks(main)
    await openMain(environment, openBooks, now)
    const server = createAdaptorServer({
      // What is neither a page nor the API's is refused by the API, in its words.
      fetch: (request) => (isPagePath(files, new URL(request.url).pathname) ? pages : api).fetch(request),
      hostname: '127.0.0.1',
    })
    const address = await listen(server, environment.PORT)

    const upkeep = async () => {
      await resumeTasks({ books, queue }, main)
      await sweepStagings({ books, now })
    }
    const keepUp = () => upkeep().catch((error: unknown) => log({ level: 'error', message: 'upkeep failed', error }))
    const timer = setInterval(keepUp, upkeepMs)
    const load = { books, workspace: main, queue, now, newId, log, signal: stopping.signal }
    const filled = keepUp().then(() => fillBooks(load, environment.SAMPLE === 'on', say))

    const stop = async () => {
      stopping.abort()
      clearInterval(timer)
      await Promise.all([close(server), queue.stop(taskGraceMs)])
      table.client.destroy()
      await table.stop()
    }
    return { address, filled, stop }
  } catch (error) {
    await table.stop()
    throw error
  }
}

async function openMain(environment: Environment, openBooks: OpenBooks, now: () => string): Promise<void> {
  const books = openBooks(main)
  if (await books.ledger.head()) return
  const newKey = () => randomBytes(32).toString('base64url')
  await createWorkspace(
    { books, now, newKey },
    {
      reportingCurrency: environment.REPORTING_CURRENCY,
      bands: { microFrom: 1000, microTo: 100_000 },
      objective: 'conversions',
      fourEyes: false,
      dealCosts: null,
    },
  )
}

/** Workspaces are never removed while the process runs: one that was seen is known. */
function knownWorkspaces(openBooks: OpenBooks): (id: WorkspaceId) => Promise<boolean> {
  const known = new Set<WorkspaceId>()
  return async (id) => {
    if (known.has(id)) return true
    const found = (await openBooks(id).ledger.head()) !== undefined
    if (found) known.add(id)
    return found
  }
}

async function listen(server: ServerType, port: number): Promise<string> {
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Error(`Port ${port} is taken. Set PORT to a free one, for example: PORT=${port + 1} npm start`)
    }
    throw error
  }
  const address = server.address() as AddressInfo
  return `http://127.0.0.1:${address.port}`
}

async function close(server: ServerType): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const forced = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 2000)
  await closed
  clearTimeout(forced)
}
