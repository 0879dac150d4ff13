import type { SnapshotList } from '../contract/snapshot.ts'
import type { Books } from '../store/ports.ts'

/** Newest first. */
export async function listSnapshots(
  deps: { books: Pick<Books, 'ledger'> },
  page: { limit: number; cursor?: string },
): Promise<SnapshotList> {
  const { items, next } = await deps.books.ledger.summaries(page)
  return { snapshots: items, next }
}
