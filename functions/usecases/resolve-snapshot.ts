import { StagingId, UploadId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { ReportQuery } from '../contract/report.ts'
import { getOrAdd } from '../domain/get-or-add.ts'
import type { SnapshotBody, SnapshotRecord } from '../domain/ledger/snapshot.ts'
import type { Books } from '../store/ports.ts'

/** The state of the books that a query asks for. `number` is the snapshot's, or the base's of a preview. */
export type ResolvedSnapshot = {
  number: number
  committedAt: string
  preview: string | null
  body: SnapshotBody
  nameKey: string
}

const snapshotsKept = 16
/** Snapshots never change: the last few stay as they were read. */
const snapshots = new WeakMap<Pick<Books, 'ledger'>, Map<number, SnapshotRecord>>()

/** Throws `not-found` for a snapshot that never was, `preview-outdated` for a preview that is gone. */
export async function resolveSnapshot(
  deps: { books: Pick<Books, 'ledger'> },
  query: Pick<ReportQuery, 'snapshot' | 'preview'>,
): Promise<ResolvedSnapshot> {
  const { ledger } = deps.books
  const head = await ledger.head()
  if (!head) throw new CodedError('not-found', 'There is no such workspace.')
  const { nameKey } = head
  if (query.preview !== undefined) {
    const [upload, staging] = query.preview.split('.')
    const known = UploadId.safeParse(upload).success && StagingId.safeParse(staging).success
    const preview = known ? await ledger.preview(UploadId.parse(upload), StagingId.parse(staging)) : undefined
    if (!preview)
      throw new CodedError(
        'preview-outdated',
        `There is no preview ${query.preview}; look at the upload or the change for its present one.`,
      )
    // When it was staged says nothing of the books: the same preview, staged again, is the same report.
    const base = await keptSnapshot(deps.books, preview.base)
    const committedAt = base?.committedAt ?? preview.stagedAt
    return { number: preview.base, committedAt, preview: query.preview, body: preview.body, nameKey }
  }
  const number = query.snapshot ?? head.snapshot
  const snapshot = await keptSnapshot(deps.books, number)
  if (!snapshot) throw new CodedError('not-found', `There is no snapshot ${number}; the newest is ${head.snapshot}.`)
  return { number, committedAt: snapshot.committedAt, preview: null, body: snapshot.body, nameKey }
}

async function keptSnapshot(books: Pick<Books, 'ledger'>, number: number): Promise<SnapshotRecord | undefined> {
  const kept = getOrAdd(snapshots, books, () => new Map())
  const known = kept.get(number)
  if (known) return known
  const read = await books.ledger.snapshot(number)
  if (!read) return undefined
  kept.set(number, read)
  const oldest = kept.keys().next().value
  if (kept.size > snapshotsKept && oldest !== undefined) kept.delete(oldest)
  return read
}
