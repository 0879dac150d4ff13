import { CodedError } from '../contract/problem.ts'
import type { SavedViewId } from '../contract/saved-view.ts'
import { mayChange, maySee, type ViewReader, type ViewRecord } from '../domain/views/view-record.ts'
import type { Books } from '../store/ports.ts'

/** Throws `not-found`, also for what is somebody else's own: whether there is one is theirs to know. */
export async function findView(
  deps: { books: Pick<Books, 'views'> },
  id: SavedViewId,
  reader: ViewReader,
): Promise<ViewRecord> {
  const found = await deps.books.views.find(id)
  if (found && maySee(found, reader)) return found
  throw new CodedError('not-found', `There is no saved view ${id} for you in this workspace. It may be deleted.`)
}

/** Throws `not-found`, `forbidden` for another's but for admins. */
export async function findOwnView(...of: Parameters<typeof findView>): Promise<ViewRecord> {
  const [, , reader] = of
  const found = await findView(...of)
  if (mayChange(found, reader)) return found
  throw new CodedError('forbidden', `“${found.name}” was saved by ${found.savedBy}: only they or an admin change it.`)
}
