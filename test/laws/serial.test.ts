import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ChangeId, type OwnerId, UploadId } from '../../functions/contract/ids.ts'
import type { Report, ReportQuery } from '../../functions/contract/report.ts'
import type { TotalChange } from '../../functions/contract/snapshot.ts'
import type { ChangeRecord } from '../../functions/domain/ledger/change-record.ts'
import type { UploadRecord } from '../../functions/domain/ledger/upload-record.ts'
import { answerReport } from '../../functions/usecases/answer-report.ts'
import {
  askCommit,
  askRevert,
  changeOf,
  commitFile,
  drain,
  type History,
  openHistory,
  play,
  recordOf,
  steps,
} from '../support/history.ts'
import { everything, modelQuery, toQuery } from '../support/history-compare.ts'
import { memoryBooks } from '../support/history-memory-books.ts'
import { expectedOrder, snapshotOf } from '../support/history-model.ts'
import { runs } from '../support/history-runs.ts'
import { spendFile } from '../support/history-scenes.ts'

type Consent = { id: OwnerId; record: UploadRecord | ChangeRecord; head: number; reports: Report[] }

async function playWatched(course: Parameters<typeof play>[1], queries: readonly ReportQuery[]) {
  const history = await openHistory(memoryBooks().books)
  const consents: Consent[] = []
  history.onConsent = async (id, preview) => {
    const reports = await reportsOf(
      history,
      queries.map((query) => ({ ...query, preview })),
    )
    const head = (await history.books.ledger.head())?.snapshot ?? 0
    consents.push({ id, record: await ownerOf(history, id), head, reports })
  }
  await play(history, course)
  return { history, consents, head: (await history.books.ledger.head())?.snapshot ?? 0 }
}

const reportsOf = (history: History, queries: readonly ReportQuery[]): Promise<Report[]> =>
  Promise.all(queries.map((query) => answerReport({ books: history.books }, query)))

/** A record of either kind. */
async function ownerOf(history: History, id: OwnerId): Promise<UploadRecord | ChangeRecord> {
  return (await history.books.uploads.get(UploadId.parse(id))) ?? changeOf(history, ChangeId.parse(id))
}

/** What a commit adds to what its preview showed: who changed closed months, when and why. */
const marks = ['restated', 'reopened']
const shown = ({ snapshot: _, preview: __, warnings, ...report }: Report) => ({
  ...report,
  warnings: warnings.filter(({ code }) => !marks.includes(code)),
})

/** By how much totals change; what they change from may have moved meanwhile. */
const differences = (of: { changes: readonly TotalChange[] } | undefined) =>
  of?.changes.map(({ measure, currency, beforeMinor, afterMinor }) => ({
    measure,
    currency,
    by: afterMinor - beforeMinor,
  }))

test('a commit asked for again is answered with its snapshot, one of another preview is refused', async () => {
  const history = await openHistory(memoryBooks().books)
  const { id, snapshot, agreed } = await commitFile(history, spendFile([{ currency: 'USD' }]))
  const again = await askCommit(history, id, agreed ?? '')
  expect(again).toMatchObject({ queued: false, upload: { state: 'committed', snapshot } })
  await expect(askCommit(history, id, 'another')).rejects.toMatchObject({ code: 'preview-outdated' })
  await askRevert(history, id)
  expect((await askRevert(history, id)).queued).toBe(false)
  await drain(history)
  expect((await askRevert(history, id)).upload).toMatchObject({ state: 'reverted', snapshot: 2 })
  expect((await history.books.ledger.head())?.snapshot).toBe(2)
})

test('nobody commits what the preview did not show', async () => {
  await fc.assert(
    fc.asyncProperty(steps(), fc.array(modelQuery, { maxLength: 2 }), async (course, some) => {
      const queries = [everything, ...some].map((query) => toQuery(query))
      const { history, consents, head } = await playWatched(course, queries)
      for (const [at, { id, record, head: seen, reports }] of consents.entries()) {
        const again = consents.slice(at + 1).find((other) => other.id === id)
        const numbers = Array.from({ length: (again?.head ?? head) - seen }, (_, i) => seen + 1 + i)
        const snapshots = await Promise.all(numbers.map((number) => snapshotOf(history, number)))
        const now = await ownerOf(history, id)
        const made = snapshots.find(
          ({ number, upload, action }) =>
            (upload === id && action !== 'reverted') || (upload === null && number === now.snapshot),
        )
        if (!made) continue
        const preview = await history.books.ledger.preview(id, record.staged?.staging ?? '')
        expect(differences(made)).toEqual(differences(preview))
        expect(made.restated).toEqual(preview?.restated)
        if (now.state === 'committed' && now.snapshot === made.number && 'rows' in now && 'rows' in record)
          expect(now.rows).toEqual(record.rows)
        if (made.number !== (record.staged?.base ?? 0) + 1) continue
        const after = await reportsOf(
          history,
          queries.map((query) => ({ ...query, snapshot: made.number })),
        )
        expect(after.map(shown)).toEqual(reports.map(shown))
      }
    }),
    runs(40),
  )
})

test('people and workers at once: one change a snapshot, each once, in one order', async () => {
  await fc.assert(
    fc.asyncProperty(steps(), async (course) => {
      const { history, head } = await playWatched(course, [])
      expect(history.failures).toEqual([])
      const listed = new Set<UploadId>()
      for (let number = 1; number <= head; number++) {
        const { action, upload, body, edit } = await snapshotOf(history, number)
        expect(edit === null).toBe(upload !== null)
        if (upload === null) {
          expect(new Set(body.uploads.map((of) => of.id))).toEqual(listed)
          continue
        }
        const id = upload as UploadId
        expect(listed.has(id)).toBe(action === 'reverted')
        if (action === 'reverted') listed.delete(id)
        else listed.add(id)
        const { place, replaces } = await recordOf(history, id)
        if (action === 'replaced') expect(listed.delete(replaces as UploadId)).toBe(true)
        if (action === 'recommitted') {
          for (const other of listed) {
            const sharesPlace = (await recordOf(history, other)).place?.order === place?.order
            if (other !== id && sharesPlace) listed.delete(other)
          }
        }
        expect(new Set(body.uploads.map((of) => of.id))).toEqual(listed)
        expect(body.uploads.map((of) => of.id)).toEqual(await expectedOrder(history, number))
      }
      for (const record of (await history.books.uploads.list({ limit: 200 })).items) {
        expect(record.state === 'committed').toBe(listed.has(record.id))
        expect(record.task).toBeNull()
      }
      for (const { state, task } of (await history.books.changes.list({ limit: 200 })).items) {
        expect(task).toBeNull()
        expect(['ready', 'refused', 'committed', 'cancelled']).toContain(state)
      }
    }),
    runs(40),
  )
})

test('a worker finds nothing more to do, however often it is asked', async () => {
  await fc.assert(
    fc.asyncProperty(steps(20), async (course) => {
      const memory = memoryBooks()
      const history = await openHistory(memory.books)
      await play(history, course)
      const before = memory.copy().tables
      const edits = (await history.books.changes.list({ limit: 200 })).items.map(({ id }) => id)
      history.queue.push(...history.files.keys(), ...edits, ...history.files.keys(), ...edits)
      await drain(history)
      expect(memory.tables).toEqual(before)
    }),
    runs(15),
  )
})
