import type { SavedView } from '../contract/saved-view.ts'
import { maySee, toSavedView, type ViewReader } from '../domain/views/view-record.ts'
import type { Books } from '../store/ports.ts'

/** The shared ones and one's own, by name. */
export async function listViews(deps: { books: Pick<Books, 'views'> }, reader: ViewReader): Promise<SavedView[]> {
  const seen = (await deps.books.views.list()).filter((record) => maySee(record, reader))
  return seen
    .map((record) => toSavedView(record, reader))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
}
