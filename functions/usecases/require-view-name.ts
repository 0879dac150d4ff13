import { CodedError } from '../contract/problem.ts'
import { maySee, type ViewReader, type ViewRecord } from '../domain/views/view-record.ts'

/**
 * A name is used once in what one sees, and once in what is shared, however it is written. Throws `conflict`.
 * @param own the view that is to bear it, which does not stand in its own way
 */
export function requireViewName(
  standing: readonly ViewRecord[],
  { id, name, shared }: Pick<ViewRecord, 'name' | 'shared'> & { id?: string },
  reader: ViewReader,
): void {
  const same = standing.find(
    (view) =>
      view.id !== id &&
      view.name.toLowerCase() === name.toLowerCase() &&
      (view.shared ? shared || maySee(view, reader) : view.savedBy === reader.name),
  )
  if (!same) return
  const whose = same.savedBy === reader.name ? 'You have' : `${same.savedBy} has`
  throw new CodedError('conflict', `${whose} saved a view as “${same.name}” already. Choose another name.`)
}
