import { beforeAll, expect, test } from 'vitest'
import { type UploadId, WorkspaceId } from '../../functions/contract/ids.ts'
import { generateSample } from '../../functions/local/sample/generate-sample.ts'
import { loadSample } from '../../functions/local/sample/load-sample.ts'
import type { Books } from '../../functions/store/ports.ts'
import { createUpload } from '../../functions/usecases/create-upload.ts'
import { createWorkspace } from '../../functions/usecases/create-workspace.ts'
import { makeUploadId } from '../../functions/usecases/make-upload-id.ts'
import { runTask } from '../../functions/usecases/run-task.ts'
import { someSettings } from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'

const workspace = WorkspaceId.parse('main')
const small = { creators: 10, campaigns: 2, months: 2, resultRows: 200 }
const now = () => new Date().toISOString()
let ids = 0

/** What loads the sample, with a worker that does each task at once, until `stopAt` tasks are done. */
function depsFor(books: Books, stopAt = Number.POSITIVE_INFINITY) {
  const stop = new AbortController()
  let done = 0
  const send = async (_: WorkspaceId, id: UploadId) => {
    await runTask({ books, now, log: () => {} }, workspace, id)
    done += 1
    if (done >= stopAt) stop.abort()
  }
  const newId = () => makeUploadId(1_774_000_000_000 + ids++, new Uint8Array(16))
  return { books, workspace, queue: { send }, now, newId, log: () => {}, signal: stop.signal }
}

async function openEmptyBooks(): Promise<Books> {
  const books = await openTestBooks()
  await createWorkspace({ books, now, newKey: () => 'a2V5' }, someSettings)
  return books
}

const uploadsOf = async (books: Books) => (await books.uploads.list({ limit: 100 })).items
const kinds = [...generateSample(small)].map(({ kind }) => kind).sort()

let books: Books
beforeAll(async () => {
  books = await openEmptyBooks()
  await loadSample(depsFor(books), small)
})

test('empty books are filled with a file of each kind, marked as sample data', async () => {
  const uploads = await uploadsOf(books)
  expect(uploads.map(({ kind }) => kind).sort()).toEqual(kinds)
  expect(uploads.every(({ sample, state }) => sample && state === 'committed')).toBe(true)
  expect((await books.ledger.snapshot(kinds.length))?.sample).toBe(true)
})

test('a second start loads nothing', async () => {
  await loadSample(depsFor(books), small)
  expect(await uploadsOf(books)).toHaveLength(kinds.length)
})

test('what a stop interrupted goes on at the next start, and no file counts twice', async () => {
  const own = await openEmptyBooks()
  await loadSample(depsFor(own, 5), small)
  expect((await own.ledger.head())?.snapshot).toBe(2)
  await loadSample(depsFor(own), small)
  const uploads = await uploadsOf(own)
  expect(
    uploads
      .filter(({ state }) => state === 'committed')
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(kinds)
  expect((await own.ledger.head())?.snapshot).toBe(kinds.length)
})

test('sample data that was taken out does not come back', async () => {
  const own = await openEmptyBooks()
  await loadSample(depsFor(own, 2), small)
  const [first] = await uploadsOf(own)
  if (first) await own.uploads.update({ ...first, state: 'reverted' })
  await loadSample(depsFor(own), small)
  expect(await uploadsOf(own)).toHaveLength(1)
})

test('books that hold a customer’s file stay as they are', async () => {
  const own = await openEmptyBooks()
  await createUpload(depsFor(own), { kind: 'spend', filename: 'march.csv', bytes: 1, by: 'anna' })
  await loadSample(depsFor(own), small)
  expect(await uploadsOf(own)).toHaveLength(1)
})
