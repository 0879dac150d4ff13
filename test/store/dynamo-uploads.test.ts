import { expect, test } from 'vitest'
import { aUploadRecord, uploadId } from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'

test('what was created is read back', async () => {
  const { uploads } = await openTestBooks()
  const record = aUploadRecord({
    options: { exclude: [3, 5] },
    task: { kind: 'commit', by: 'a@example.com', reason: null },
  })
  await uploads.create(record)
  expect(await uploads.get(record.id)).toEqual(record)
})

test('an upload that is not there is undefined', async () => {
  const { uploads } = await openTestBooks()
  expect(await uploads.get(uploadId(9))).toBeUndefined()
})

test('an id is created once', async () => {
  const { uploads } = await openTestBooks()
  await uploads.create(aUploadRecord())
  await expect(uploads.create(aUploadRecord({ filename: 'other.csv' }))).rejects.toMatchObject({ code: 'conflict' })
  expect((await uploads.get(uploadId(1)))?.filename).toBe('march.csv')
})

test('of two updates of the same version, exactly one wins, even if they are equal', async () => {
  const { uploads } = await openTestBooks()
  await uploads.create(aUploadRecord())
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, () => uploads.update(aUploadRecord({ state: 'checking' }))),
  )
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' })
  }
  expect(await uploads.get(uploadId(1))).toMatchObject({ version: 1, state: 'checking' })
})

test('uploads are listed newest first, page by page, to the last one', async () => {
  const { uploads } = await openTestBooks()
  for (let n = 1; n <= 7; n++) await uploads.create(aUploadRecord({ id: uploadId(n) }))
  const seen: string[] = []
  let cursor: string | null = null
  let pages = 0
  do {
    const page = await uploads.list({ limit: 3, ...(cursor === null ? {} : { cursor }) })
    seen.push(...page.items.map((item) => item.id))
    cursor = page.next
    pages++
  } while (cursor !== null)
  expect(pages).toBe(3)
  expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map(uploadId))
})

test('a page that ends with the last upload has no next', async () => {
  const { uploads } = await openTestBooks()
  for (let n = 1; n <= 3; n++) await uploads.create(aUploadRecord({ id: uploadId(n) }))
  expect((await uploads.list({ limit: 3 })).next).toBeNull()
})

test('progress is shown without moving the version', async () => {
  const { uploads } = await openTestBooks()
  const record = aUploadRecord({ attempt: 2, task: { kind: 'check' } })
  await uploads.create(record)
  const progress = { bytes: 5, bytesTotal: 10, rows: 3, months: 0, monthsTotal: 0 }
  await uploads.progress(record.id, 2, progress)
  expect(await uploads.get(record.id)).toEqual({ ...record, progress })
})

test.each([
  { why: 'a later attempt has begun', attempt: 3, task: { kind: 'check' } as const },
  { why: 'the task is done', attempt: 2, task: null },
])('progress of an attempt is refused once $why', async ({ attempt, task }) => {
  const { uploads } = await openTestBooks()
  const record = aUploadRecord({ attempt, task })
  await uploads.create(record)
  await expect(uploads.progress(record.id, 2, { ...record.progress, rows: 3 })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await uploads.get(record.id)).toEqual(record)
})
