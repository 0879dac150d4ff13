import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type UploadId, WorkspaceId } from '../functions/contract/ids.ts'
import type { Upload, UploadKind } from '../functions/contract/upload.ts'
import { cutParts } from '../functions/local/cut-parts.ts'
import type { Books } from '../functions/store/ports.ts'
import { createUpload } from '../functions/usecases/create-upload.ts'
import { createWorkspace } from '../functions/usecases/create-workspace.ts'
import { makeUploadId } from '../functions/usecases/make-upload-id.ts'
import { receivePart } from '../functions/usecases/receive-part.ts'
import { requestCheck } from '../functions/usecases/request-check.ts'
import { requestCommit } from '../functions/usecases/request-commit.ts'
import { runTask } from '../functions/usecases/run-task.ts'
import { showUpload } from '../functions/usecases/show-upload.ts'

const workspace = WorkspaceId.parse('main')
const now = () => new Date().toISOString()
const by = 'bench'

export async function openBenchBooks(books: Books): Promise<void> {
  const newKey = () => Buffer.alloc(32, 7).toString('base64url')
  await createWorkspace(
    { books, now, newKey },
    {
      reportingCurrency: 'USD',
      bands: { microFrom: 1000, microTo: 100_000 },
      objective: 'conversions',
      fourEyes: false,
      dealCosts: null,
    },
  )
}

/** Hands a file to the books as a client does, part by part, each packed as the command line packs it. */
export async function receiveFile(books: Books, path: string, kind: UploadKind): Promise<UploadId> {
  const { size } = statSync(path)
  const newId = () => makeUploadId(Date.now(), randomBytes(16))
  const { id } = await createUpload({ books, now, newId }, { kind, filename: basename(path), bytes: size, by })
  const file = openSync(path, 'r')
  for (const { part, start, length } of cutParts(size)) {
    const content = Buffer.alloc(length)
    readSync(file, content, 0, length, start)
    await receivePart({ books }, { id, part, stored: gzipSync(content) })
  }
  closeSync(file)
  return id
}

/** Checks a received upload and commits what the check shows, by the same use cases as the API and its worker. */
export async function loadReceived(books: Books, id: UploadId): Promise<Upload> {
  const log = (entry: { message: string; error?: unknown }) => {
    throw new Error(entry.message, { cause: entry.error })
  }
  const queue = { send: () => runTask({ books, now, log }, workspace, id) }
  const deps = { books, queue, workspace, now }
  await requestCheck(deps, { id, options: {}, by })
  const ready = await showUpload({ books }, id)
  if (ready.state !== 'ready' || ready.preview === null) throw new Error(`${ready.filename} is ${ready.state}`)
  await requestCommit(deps, { id, preview: ready.preview, by, isAdmin: false })
  const committed = await showUpload({ books }, id)
  if (committed.state !== 'committed') throw new Error(`${committed.filename} is ${committed.state}`)
  return committed
}
