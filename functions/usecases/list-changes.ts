import type { ChangeList } from '../contract/books-change.ts'
import { toBooksChange } from '../domain/ledger/change-record.ts'
import type { Books } from '../store/ports.ts'

/** Newest first. */
export async function listChanges(
  deps: { books: Pick<Books, 'changes'> },
  page: { limit: number; cursor?: string },
): Promise<ChangeList> {
  const { items, next } = await deps.books.changes.list(page)
  return { changes: items.map(toBooksChange), next }
}
