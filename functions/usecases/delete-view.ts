import type { SavedView, SavedViewId } from '../contract/saved-view.ts'
import { toSavedView, type ViewReader } from '../domain/views/view-record.ts'
import type { Books } from '../store/ports.ts'
import { findOwnView } from './find-view.ts'

/** Deletes a saved view and returns what it was. Throws `not-found`, `forbidden` for another's but for admins. */
export async function deleteView(
  deps: { books: Pick<Books, 'views'> },
  id: SavedViewId,
  reader: ViewReader,
): Promise<SavedView> {
  const record = await findOwnView(deps, id, reader)
  await deps.books.views.remove(id)
  return toSavedView(record, reader)
}
