import { beforeEach, expect, test } from 'vitest'
import { type UploadId, WorkspaceId } from '../../functions/contract/ids.ts'
import type { UploadState } from '../../functions/contract/upload.ts'
import { generateSample } from '../../functions/local/sample/generate-sample.ts'
import { loadSample } from '../../functions/local/sample/load-sample.ts'
import type { Books } from '../../functions/store/ports.ts'
import { createWorkspace } from '../../functions/usecases/create-workspace.ts'
import { describeBooks } from '../../functions/usecases/describe-books.ts'
import { makeUploadId } from '../../functions/usecases/make-upload-id.ts'
import { removeSample } from '../../functions/usecases/remove-sample.ts'
import { runTask } from '../../functions/usecases/run-task.ts'
import { aUploadRecord, someSettings, uploadId } from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'

const workspace = WorkspaceId.parse('main')
const by = 'finance@example.com'
let books: Books
let sent: UploadId[]
beforeEach(async () => {
  books = await openTestBooks()
  sent = []
})

const deps = () => ({ books, workspace, queue: { send: async (_: WorkspaceId, id: UploadId) => void sent.push(id) } })

async function keep(n: number, state: UploadState, sample = true): Promise<void> {
  await books.uploads.create(aUploadRecord({ id: uploadId(n), state, sample }))
}

test('sample uploads that count are reverted, newest first; a customer’s stay', async () => {
  await keep(1, 'committed')
  await keep(2, 'committed', false)
  await keep(3, 'committed')
  await keep(4, 'cancelled')
  const { uploads, begun } = await removeSample(deps(), { by })
  expect(begun).toBe(true)
  expect(uploads.map(({ id, state }) => [id, state])).toEqual([
    [uploadId(3), 'reverting'],
    [uploadId(1), 'reverting'],
  ])
  expect(sent).toEqual([uploadId(3), uploadId(1)])
  expect((await books.uploads.get(uploadId(2)))?.state).toBe('committed')
})

test('a repeat begins nothing and shows what is on its way out', async () => {
  await keep(1, 'committed')
  await removeSample(deps(), { by })
  expect(await removeSample(deps(), { by })).toMatchObject({ begun: false, uploads: [{ id: uploadId(1) }] })
})

test('without sample data there is nothing to do', async () => {
  await keep(1, 'committed', false)
  await keep(2, 'reverted')
  expect(await removeSample(deps(), { by })).toEqual({ uploads: [], begun: false })
})

test.each(['receiving', 'checking', 'ready', 'committing'] as const)('not while a file of it is %s', async (state) => {
  await keep(1, 'committed')
  await keep(2, state)
  await expect(removeSample(deps(), { by })).rejects.toMatchObject({ code: 'conflict' })
  expect(sent).toEqual([])
})

test('the loaded sample is told of, and after its removal the books are empty', async () => {
  const now = () => new Date().toISOString()
  await createWorkspace({ books, now, newKey: () => 'a2V5' }, someSettings)
  const send = (_: WorkspaceId, id: UploadId) => runTask({ books, now, log: () => {} }, workspace, id)
  let ids = 0
  const newId = () => makeUploadId(1_774_000_000_000 + ids++, new Uint8Array(16))
  const small = { creators: 10, campaigns: 2, months: 2, resultRows: 200 }
  const signal = new AbortController().signal
  await loadSample({ books, workspace, queue: { send }, now, newId, log: () => {}, signal }, small)
  const loaded = await describeBooks({ books }, {})
  expect(loaded).toMatchObject({ sample: true, uploads: [...generateSample(small)].length })
  expect(loaded.range?.to).toBe('2026-06-30')
  expect(loaded.choices.campaign).toHaveLength(2)
  expect(loaded.choices.platform.length).toBeGreaterThan(0)

  await removeSample({ books, workspace, queue: { send } }, { by })
  expect(await describeBooks({ books }, {})).toMatchObject({ sample: false, uploads: 0, range: null })
  const earlier = await describeBooks({ books }, { snapshot: loaded.snapshot.number })
  expect(earlier.sample).toBe(true)
})
