import { beforeEach, expect, test } from 'vitest'
import { type OwnerId, type UploadId, WorkspaceId } from '../../functions/contract/ids.ts'
import { CodedError, type ProblemCode } from '../../functions/contract/problem.ts'
import type { UploadState } from '../../functions/contract/upload.ts'
import type { UploadRecord } from '../../functions/domain/ledger/upload-record.ts'
import type { Books } from '../../functions/store/ports.ts'
import { cancelUpload } from '../../functions/usecases/cancel-upload.ts'
import { createUpload } from '../../functions/usecases/create-upload.ts'
import { requestCheck } from '../../functions/usecases/request-check.ts'
import { requestCommit } from '../../functions/usecases/request-commit.ts'
import { requestPreview } from '../../functions/usecases/request-preview.ts'
import { requestRevert } from '../../functions/usecases/request-revert.ts'
import { anInstant, aUploadRecord, someSettings, uploadId } from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'

const by = 'finance@example.com'
const shown = `${uploadId(1)}.s`
let books: Books
let sent: OwnerId[]
beforeEach(async () => {
  books = await openTestBooks()
  await books.ledger.create({ nameKey: 'k', settings: someSettings, at: anInstant, by })
  sent = []
})

const deps = () => ({
  books,
  now: () => anInstant,
  queue: { send: async (_: WorkspaceId, id: OwnerId) => void sent.push(id) },
  workspace: WorkspaceId.parse('main'),
})

async function keep(fields: Partial<UploadRecord>): Promise<UploadId> {
  const record = aUploadRecord(fields)
  await books.uploads.create(record)
  return record.id
}

async function keepPart(id: UploadId, part: number, bytes: number): Promise<void> {
  const stored = new Uint8Array([part])
  await books.parts.put(id, { part, bytes, storedBytes: stored.length, sha256: String(part).padStart(64, '0') }, stored)
}

async function codeOf(work: Promise<unknown>): Promise<ProblemCode | 'done'> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (error instanceof CodedError) return error.code
    throw error
  }
}

const check = (id: UploadId) => requestCheck(deps(), { id, options: {}, by })
const commit = (id: UploadId, preview = shown) => requestCommit(deps(), { id, preview, by, isAdmin: false })
const revert = (id: UploadId, preview?: string) =>
  requestRevert(deps(), { id, by, isAdmin: false, ...(preview === undefined ? {} : { preview }) })

const states: UploadState[] = [
  'receiving',
  'checking',
  'ready',
  'rejected',
  'failed',
  'committing',
  'committed',
  'reverting',
  'reverted',
  'cancelled',
  'expired',
]
/** What each request answers in each state, where the upload has no preview and no parts and 0 bytes. */
const matrix: Record<UploadState, [check: string, preview: string, commit: string, revert: string, cancel: string]> = {
  receiving: ['done', 'upload-state', 'upload-state', 'upload-state', 'done'],
  checking: ['done', 'upload-state', 'upload-state', 'upload-state', 'done'],
  ready: ['done', 'upload-state', 'preview-missing', 'upload-state', 'done'],
  rejected: ['done', 'upload-state', 'upload-has-problems', 'upload-state', 'done'],
  failed: ['done', 'upload-state', 'upload-state', 'upload-state', 'done'],
  committing: ['upload-state', 'upload-state', 'preview-outdated', 'upload-state', 'upload-state'],
  committed: ['upload-state', 'done', 'preview-outdated', 'done', 'upload-state'],
  reverting: ['upload-state', 'upload-state', 'upload-state', 'done', 'upload-state'],
  reverted: ['upload-state', 'upload-state', 'preview-missing', 'done', 'upload-state'],
  cancelled: ['upload-state', 'upload-state', 'upload-state', 'upload-state', 'done'],
  expired: ['upload-state', 'upload-state', 'upload-state', 'upload-state', 'upload-state'],
}

test.each(states)('an upload that is %s answers each request as its state allows', async (state) => {
  const progress = { bytes: 0, bytesTotal: 0, rows: 0, months: 0, monthsTotal: 0 }
  const requests = [
    check,
    (id: UploadId) => requestPreview(deps(), { id, action: 'revert', by }),
    commit,
    revert,
    (id: UploadId) => cancelUpload(deps(), id),
  ]
  const answers: string[] = []
  for (const [index, request] of requests.entries()) {
    const id = await keep({ id: uploadId(index + 1), state, progress })
    answers.push(await codeOf(request(id)))
  }
  expect(answers).toEqual(matrix[state])
})

test('a check needs every part up to the last and names those that are missing', async () => {
  const id = await keep({})
  await keepPart(id, 2, 4)
  await keepPart(id, 5, 4)
  await expect(check(id)).rejects.toMatchObject({
    code: 'part-missing',
    message: expect.stringContaining('part 1, 3, 4 of 5'),
  })
  expect((await books.uploads.get(id))?.state).toBe('receiving')
})

test('a check of a file without any part names the first', async () => {
  await expect(check(await keep({}))).rejects.toMatchObject({
    code: 'part-missing',
    message: expect.stringContaining('part 1 of 1'),
  })
})

test('a check says both numbers when the parts do not add up to the file', async () => {
  const id = await keep({})
  await keepPart(id, 1, 4)
  const message = expect.stringMatching(/10 bytes.*hold 4/)
  await expect(check(id)).rejects.toMatchObject({ code: 'bytes-mismatch', message })
})

test('a check begins a new attempt, forgets the old preview and wakes the worker', async () => {
  const id = await keep({})
  await keepPart(id, 1, 10)
  await books.uploads.update(aUploadRecord({ state: 'ready', attempt: 2, preview: shown, previewAction: 'commit' }))
  const { upload, queued } = await requestCheck(deps(), { id, options: { figures: 'lifetime' }, by })
  expect(queued).toBe(true)
  expect(upload).toMatchObject({ state: 'checking', preview: null, previewAction: null })
  const record = await books.uploads.get(id)
  expect(record).toMatchObject({ attempt: 3, task: { kind: 'check' }, options: { figures: 'lifetime' }, staged: null })
  expect(sent).toEqual([id])
})

test('a commit agrees to the preview that it names; its repeat changes nothing', async () => {
  const id = await keep({ state: 'ready', preview: shown, previewAction: 'commit' })
  expect(await commit(id)).toMatchObject({ queued: true, upload: { state: 'committing' } })
  const record = await books.uploads.get(id)
  expect(record).toMatchObject({ task: { kind: 'commit', by }, agreed: shown })
  expect(await commit(id)).toMatchObject({ queued: false, upload: { state: 'committing' } })
  expect((await books.uploads.get(id))?.version).toBe(record?.version)
})

test('a repeat of a commit wakes the worker again, whose message may be lost', async () => {
  const id = await keep({
    state: 'committing',
    preview: shown,
    agreed: shown,
    task: { kind: 'commit', by, reason: null },
  })
  await commit(id)
  expect(sent).toEqual([id])
})

test.each(['ready', 'reverted'] as const)(
  'a commit of another preview than a %s upload shows is outdated',
  async (state) => {
    const id = await keep({ state, preview: shown, previewAction: 'commit' })
    expect(await codeOf(commit(id, `${uploadId(1)}.older`))).toBe('preview-outdated')
  },
)

test('a committed upload answers the preview that was agreed to, and no other', async () => {
  const id = await keep({ state: 'committed', agreed: shown, preview: 'staged.revert', previewAction: 'revert' })
  expect(await commit(id)).toMatchObject({ queued: false, upload: { state: 'committed' } })
  expect(await codeOf(commit(id, 'other'))).toBe('preview-outdated')
})

test('the preview of a revert is not committed', async () => {
  const id = await keep({ state: 'committed', agreed: 'x', preview: shown, previewAction: 'revert' })
  expect(await codeOf(commit(id))).toBe('upload-state')
})

test('a revert without a preview is not held to one', async () => {
  const id = await keep({ state: 'committed' })
  expect(await revert(id)).toMatchObject({ queued: true, upload: { state: 'reverting' } })
  expect(await books.uploads.get(id)).toMatchObject({ task: { kind: 'revert', by, seen: false }, agreed: null })
  expect(await revert(id)).toMatchObject({ queued: false })
})

test('a revert that names a preview must name the present one of a revert', async () => {
  const id = await keep({ state: 'committed', preview: shown, previewAction: 'revert' })
  expect(await codeOf(revert(id, 'other'))).toBe('preview-outdated')
  expect(await revert(id, shown)).toMatchObject({ queued: true })
  expect(await books.uploads.get(id)).toMatchObject({ task: { kind: 'revert', seen: true }, agreed: shown })
})

test('a commit of a file whose check ended without a result says why', async () => {
  const message = 'A part changed after the check was asked for. Check the upload again.'
  const id = await keep({ state: 'rejected', warnings: [{ code: 'task-failed', message, rows: 0 }] })
  await expect(commit(id)).rejects.toMatchObject({ code: 'upload-state', message })
})

test('a preview is staged once however often it is asked for', async () => {
  const id = await keep({ state: 'reverted', attempt: 1 })
  const ask = () => requestPreview(deps(), { id, action: 'commit', by })
  expect((await ask()).queued).toBe(true)
  expect((await ask()).queued).toBe(false)
  expect(await books.uploads.get(id)).toMatchObject({ attempt: 2, task: { kind: 'stage', action: 'commit' } })
})

test('of two requests at once both see the outcome, and one does the work', async () => {
  const id = await keep({ state: 'ready', preview: shown, previewAction: 'commit' })
  const answers = await Promise.all([commit(id), commit(id)])
  expect(answers.map(({ queued }) => queued).sort()).toEqual([false, true])
})

test('commit and cancel at once: the upload ends as one of both', async () => {
  const id = await keep({ state: 'ready', preview: shown, previewAction: 'commit' })
  const answers = await Promise.all([codeOf(commit(id)), codeOf(cancelUpload(deps(), id))])
  expect([...answers].sort()).toEqual(['done', 'upload-state'])
})

test.each([
  ['does not exist', uploadId(7), {}],
  ['is of another kind', uploadId(1), { state: 'committed', kind: 'results' }],
  ['is not committed', uploadId(1), { state: 'ready' }],
  ['was replaced before', uploadId(1), { state: 'committed', replacedBy: uploadId(3) }],
] as const)('an upload cannot replace one that %s', async (_, replaces, fields) => {
  await keep(fields)
  const creating = createUpload(
    { books, now: () => anInstant, newId: () => uploadId(2) },
    { kind: 'spend', filename: 'a.csv', bytes: 1, replaces, by },
  )
  expect(await codeOf(creating)).toBe('replaced-not-committed')
})

test('a file beyond the bound is refused before anything is sent', async () => {
  const creating = createUpload(
    { books, now: () => anInstant, newId: () => uploadId(2) },
    { kind: 'spend', filename: 'a.csv', bytes: 2 ** 30 + 1, by },
  )
  expect(await codeOf(creating)).toBe('upload-too-large')
})
