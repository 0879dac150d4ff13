import { randomBytes } from 'node:crypto'
import type { LogEntry } from '../../functions/api/api-env.ts'
import { createApp } from '../../functions/api/app.ts'
import { UploadId, type WorkspaceId } from '../../functions/contract/ids.ts'
import { Actor, type Identity, type Role } from '../../functions/identity/ports.ts'
import type { Books } from '../../functions/store/ports.ts'
import { makeUploadId } from '../../functions/usecases/make-upload-id.ts'
import { anInstant, someSettings } from '../support/builders.ts'
import { freshWorkspace, testTable } from '../support/table.ts'

/** A token is the name of its role. */
export const roleNameIdentity: Identity = {
  authenticate: async (bearer) => {
    const role = Actor.shape.role.safeParse(bearer)
    return role.success ? { name: `${role.data}@example.com`, role: role.data } : undefined
  },
}

export type TestApp = {
  app: ReturnType<typeof createApp>
  workspace: WorkspaceId
  books: Books
  sent: UploadId[]
  logged: LogEntry[]
  /** A request below the workspace, as `role`; a body that is no string or bytes is sent as JSON. */
  call(
    method: string,
    path: string,
    body?: unknown,
    options?: { role?: Role | 'nobody'; headers?: Record<string, string> },
  ): Promise<Response>
}

/** The app over a real table with one empty workspace. */
export async function openTestApp(): Promise<TestApp> {
  const { openBooks } = await testTable()
  const workspace = freshWorkspace()
  const books = openBooks(workspace)
  await books.ledger.create({ nameKey: 'k', settings: someSettings, at: anInstant, by: 'test' })
  const sent: UploadId[] = []
  const logged: LogEntry[] = []
  let clock = Date.parse(anInstant)
  const app = createApp({
    openBooks,
    workspaces: async (id) => (await openBooks(id).ledger.head()) !== undefined,
    identity: roleNameIdentity,
    queue: { send: async (_, id) => void sent.push(UploadId.parse(id)) },
    now: () => anInstant,
    newId: () => makeUploadId(clock++, randomBytes(16)),
    log: (entry) => logged.push(entry),
  })
  const call: TestApp['call'] = async (method, path, body, { role = 'finance', headers = {} } = {}) =>
    app.request(`/api/w/${workspace}${path}`, {
      method,
      headers: { ...(role === 'nobody' ? {} : { Authorization: `Bearer ${role}` }), ...headers },
      ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
    })
  return { app, workspace, books, sent, logged, call }
}

function isRaw(body: unknown): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof Uint8Array
}
