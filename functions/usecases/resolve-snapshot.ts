import { StagingId, UploadId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { ReportQuery } from '../contract/report.ts'
import type { SnapshotBody } from '../domain/ledger/snapshot.ts'
import type { Books } from '../store/ports.ts'
import { readHead } from './read-head.ts'

/** The state of the books that a query asks for. `number` is the snapshot's, or the base's of a preview. */
export type ResolvedSnapshot = { number: number; committedAt: string; preview: string | null; body: SnapshotBody }

/** Throws `not-found` for a snapshot that never was, `preview-outdated` for a preview that is gone. */
export async function resolveSnapshot(
  deps: { books: Pick<Books, 'ledger'> },
  query: Pick<ReportQuery, 'snapshot' | 'preview'>,
): Promise<ResolvedSnapshot> {
  if (query.preview !== undefined) {
    const [upload, staging] = query.preview.split('.')
    const known = UploadId.safeParse(upload).success && StagingId.safeParse(staging).success
    const preview = known ? await deps.books.ledger.preview(UploadId.parse(upload), StagingId.parse(staging)) : undefined
    if (!preview) throw new CodedError('preview-outdated', `There is no preview ${query.preview}; look at the upload for its present one.`)
    return { number: preview.base, committedAt: preview.stagedAt, preview: query.preview, body: preview.body }
  }
  if (query.snapshot === undefined) {
    const { snapshot } = await readHead(deps.books)
    return { number: snapshot.number, committedAt: snapshot.committedAt, preview: null, body: snapshot.body }
  }
  const snapshot = await deps.books.ledger.snapshot(query.snapshot)
  if (!snapshot) throw new CodedError('not-found', `There is no snapshot ${query.snapshot}.`)
  return { number: snapshot.number, committedAt: snapshot.committedAt, preview: null, body: snapshot.body }
}
