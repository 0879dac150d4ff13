import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { emptyBody, type SnapshotBody } from '../../functions/domain/ledger/snapshot.ts'
import type { Books } from '../../functions/store/ports.ts'
import {
  anInstant,
  aPreview,
  aSnapshot,
  aUploadRecord,
  someSettings,
  stagingId,
  uploadId,
} from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'

const staging = { owner: uploadId(1), id: stagingId(1) }

async function createdBooks(): Promise<Books> {
  const books = await openTestBooks()
  await books.ledger.create({ nameKey: 'key', settings: someSettings, at: anInstant, by: 'a@example.com' })
  return books
}

/** A body that zstd cannot make small. */
function bigBody(uploads: number): SnapshotBody {
  return {
    ...emptyBody(someSettings),
    uploads: Array.from({ length: uploads }, (_, n) => ({
      id: uploadId(n),
      kind: 'spend' as const,
      filename: randomBytes(100).toString('base64'),
      staging: stagingId(n) as SnapshotBody['uploads'][number]['staging'],
      blocks: {},
      order: n,
      seq: 0,
    })),
  }
}

test('books that were never created have no head', async () => {
  const { ledger } = await openTestBooks()
  expect(await ledger.head()).toBeUndefined()
  expect(await ledger.snapshot(0)).toBeUndefined()
})

test('a repeated create changes nothing', async () => {
  const { ledger } = await createdBooks()
  await ledger.create({
    nameKey: 'other',
    settings: { ...someSettings, reportingCurrency: 'EUR' },
    at: anInstant,
    by: 'b@example.com',
  })
  expect(await ledger.head()).toEqual({ snapshot: 0, nameKey: 'key' })
  expect(await ledger.snapshot(0)).toMatchObject({ number: 0, action: 'created', committedBy: 'a@example.com' })
  expect((await ledger.snapshot(0))?.body.settings.reportingCurrency).toBe('USD')
})

test('a publication moves head, snapshot, upload and staging together', async () => {
  const { ledger, uploads, stagings } = await createdBooks()
  await uploads.create(aUploadRecord())
  await stagings.note(staging.owner, staging.id, ['MONTH#2026-03'])
  const snapshot = aSnapshot()
  await ledger.publish({ snapshot, uploads: [aUploadRecord({ state: 'committed' })], staging })
  expect(await ledger.head()).toEqual({ snapshot: 1, nameKey: 'key' })
  expect(await ledger.snapshot(1)).toEqual(snapshot)
  expect(await uploads.get(uploadId(1))).toMatchObject({ version: 1, state: 'committed' })
  expect(await stagings.list(staging.owner)).toEqual([
    { staging: staging.id, places: ['MONTH#2026-03'], committed: true },
  ])
})

test('of two commits on the same head, exactly one wins', async () => {
  const { ledger, uploads } = await createdBooks()
  const contenders = Array.from({ length: 8 }, (_, n) => n + 1)
  for (const n of contenders) await uploads.create(aUploadRecord({ id: uploadId(n) }))
  const outcomes = await Promise.allSettled(
    contenders.map((n) =>
      ledger.publish({
        snapshot: aSnapshot({ upload: uploadId(n), body: bigBody(n * 100) }),
        uploads: [aUploadRecord({ id: uploadId(n), state: 'committed' })],
        staging: { owner: uploadId(n), id: stagingId(n) },
      }),
    ),
  )
  const winners = contenders.filter((_, at) => outcomes[at]?.status === 'fulfilled')
  expect(winners).toHaveLength(1)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'HeadMoved' })
  }
  for (const n of contenders) {
    expect((await uploads.get(uploadId(n)))?.state).toBe(winners.includes(n) ? 'committed' : 'receiving')
  }
  const published = await ledger.snapshot(1)
  expect(published?.body.uploads).toHaveLength((winners[0] ?? 0) * 100)
  expect((await ledger.summaries({ limit: 10 })).items.map((summary) => summary.number)).toEqual([1, 0])
})

test('a publication whose answer was lost succeeds again, whatever the clock says by then', async () => {
  const { ledger, uploads } = await createdBooks()
  await uploads.create(aUploadRecord())
  const records = [aUploadRecord({ state: 'committed' })]
  await ledger.publish({ snapshot: aSnapshot(), uploads: records, staging })
  await ledger.publish({ snapshot: aSnapshot(), uploads: records, staging })
  await ledger.publish({ snapshot: aSnapshot({ committedAt: '2026-03-14T10:00:00.000Z' }), uploads: records, staging })
  expect((await ledger.snapshot(1))?.committedAt).toBe(anInstant)
  expect(await uploads.get(uploadId(1))).toMatchObject({ version: 1 })
})

test('another staging of the same upload finds that the head has moved', async () => {
  const { ledger, uploads } = await createdBooks()
  await uploads.create(aUploadRecord())
  await ledger.publish({ snapshot: aSnapshot(), uploads: [aUploadRecord()], staging })
  const other = { owner: staging.owner, id: stagingId(2) }
  await expect(ledger.publish({ snapshot: aSnapshot(), uploads: [], staging: other })).rejects.toMatchObject({
    name: 'HeadMoved',
  })
})

test('an upload that changed meanwhile is a conflict, and nothing is published', async () => {
  const { ledger, uploads } = await createdBooks()
  await uploads.create(aUploadRecord())
  await uploads.update(aUploadRecord({ state: 'cancelled' }))
  const publication = { snapshot: aSnapshot(), uploads: [aUploadRecord({ state: 'committed' })], staging }
  await expect(ledger.publish(publication)).rejects.toMatchObject({ code: 'conflict' })
  expect((await ledger.head())?.snapshot).toBe(0)
  expect(await ledger.snapshot(1)).toBeUndefined()
})

test('snapshots are summed up newest first, page by page', async () => {
  const { ledger } = await createdBooks()
  for (let n = 1; n <= 5; n++) {
    await ledger.publish({
      snapshot: aSnapshot({ number: n, body: bigBody(n * 100) }),
      uploads: [],
      staging: { owner: uploadId(n), id: stagingId(n) },
    })
  }
  const first = await ledger.summaries({ limit: 4 })
  expect(first.items.map((summary) => summary.number)).toEqual([5, 4, 3, 2])
  expect(first.items[0]).not.toHaveProperty('body')
  const rest = await ledger.summaries({ limit: 4, cursor: first.next ?? '' })
  expect(rest.items.map((summary) => summary.number)).toEqual([1, 0])
  expect(rest.next).toBeNull()
})

test.each([0, 100, 10_000])('a preview of %i uploads is read back whole', async (uploads) => {
  const { ledger } = await openTestBooks()
  const preview = aPreview({ base: 3, body: bigBody(uploads) })
  await ledger.putPreview(uploadId(1), stagingId(1), preview)
  expect(await ledger.preview(uploadId(1), stagingId(1))).toEqual(preview)
  expect(await ledger.preview(uploadId(1), stagingId(2))).toBeUndefined()
})
