import type { RestatedMonth } from '../contract/month-change.ts'
import { closedMonths } from '../domain/ledger/closings.ts'
import type { Rollup } from '../domain/ledger/rollup.ts'
import type { SnapshotBody } from '../domain/ledger/snapshot.ts'
import { BooksView } from '../domain/report/books-view.ts'
import { findRestated, type PinnedState } from '../domain/report/pinned-totals.ts'
import type { Books } from '../store/ports.ts'
import { readDirectory } from './read-rollups.ts'

export type BooksState = { body: SnapshotBody; rollups: readonly Rollup[] }

/** Months of `months` (those that `before` closes, unless said otherwise) that say something else in `after`. */
export async function findRestatedMonths(
  deps: { books: Pick<Books, 'chunks'> },
  before: BooksState,
  after: BooksState,
  months: readonly string[] = closedMonths(before.body.closings),
): Promise<RestatedMonth[]> {
  if (months.length === 0) return []
  const [old, now] = await Promise.all([pinnedState(deps, before), pinnedState(deps, after)])
  return findRestated(months, old, now)
}

export async function pinnedState(
  deps: { books: Pick<Books, 'chunks'> },
  { body, rollups }: BooksState,
): Promise<PinnedState> {
  const { settings, directory } = body
  const view = new BooksView(rollups, await readDirectory(deps.books.chunks, directory), settings.bands)
  return { view, currency: settings.reportingCurrency }
}
