import type { SavedView, SavedViewChange, SavedViewId } from '../contract/saved-view.ts'
import { toSavedView, type ViewReader } from '../domain/views/view-record.ts'
import type { Books } from '../store/ports.ts'
import { findOwnView } from './find-view.ts'
import { requireViewName } from './require-view-name.ts'

/**
 * Renames a saved view, shares it or keeps it to its maker. Throws `not-found`, `forbidden` for another's but for admins,
 * `conflict` for a name in use or a change meanwhile.
 */
export async function changeView(
  deps: { books: Pick<Books, 'views'> },
  id: SavedViewId,
  change: SavedViewChange,
  reader: ViewReader,
): Promise<SavedView> {
  const record = await findOwnView(deps, id, reader)
  const { name = record.name, shared = record.shared } = change
  const next = { ...record, name, shared }
  requireViewName(await deps.books.views.list(), next, { ...reader, name: record.savedBy })
  return toSavedView(await deps.books.views.update(next), reader)
}
