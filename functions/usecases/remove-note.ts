import type { NameId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { NoteId, Vetting } from '../contract/vetting.ts'
import { withoutNote } from '../domain/vetting/vetting-record.ts'
import type { Books } from '../store/ports.ts'
import { changeVetting, openVetting, withWritten } from './open-vetting.ts'

/** Takes a note away, under whichever name of the creator it was written. Throws `not-found`, `conflict`. */
export async function removeNote(deps: { books: Books }, id: NameId, note: NoteId): Promise<Vetting> {
  const opened = await openVetting(deps, id)
  const holder = opened.records.find(({ notes }) => notes.some((one) => one.id === note))
  if (!holder) throw new CodedError('not-found', `There is no note ${note} on this creator; it may be gone already.`)
  const written = await changeVetting(deps, holder.creator, (record) => withoutNote(record, note))
  return withWritten(opened, [written])
}
