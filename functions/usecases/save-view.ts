import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import { type NewSavedView, type SavedView, SavedViewId } from '../contract/saved-view.ts'
import { toSavedView, type ViewReader, type ViewRecord } from '../domain/views/view-record.ts'
import type { Books } from '../store/ports.ts'
import { requireViewName } from './require-view-name.ts'
import { resolveSnapshot } from './resolve-snapshot.ts'

type Deps = { books: Pick<Books, 'ledger' | 'views'>; now: () => string; newId: () => string }

/**
 * Keeps a page and what it asks under a name. Throws `not-found` for a snapshot that never was, `conflict` for a name in
 * use, `too-many-views`.
 */
export async function saveView(deps: Deps, view: NewSavedView, reader: ViewReader): Promise<SavedView> {
  if (view.snapshot !== null) await resolveSnapshot(deps, { snapshot: view.snapshot })
  const standing = await deps.books.views.list()
  requireViewName(standing, view, reader)
  requireRoom(standing, reader)
  const record: ViewRecord = {
    ...view,
    format: 1,
    version: 0,
    id: SavedViewId.parse(deps.newId()),
    savedBy: reader.name,
    savedAt: deps.now(),
  }
  await deps.books.views.put(record)
  return toSavedView(record, reader)
}

function requireRoom(standing: readonly ViewRecord[], reader: ViewReader): void {
  const own = standing.filter(({ savedBy }) => savedBy === reader.name).length
  if (own >= limits.viewsOfOneMax)
    throw new CodedError('too-many-views', `You have ${own} saved views, as many as are kept. Delete some first.`)
  if (standing.length >= limits.viewsMax)
    throw new CodedError(
      'too-many-views',
      `At most ${limits.viewsMax} views of a workspace are kept. Delete some first.`,
    )
}
