import type { NameId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import type { NewNote, NoteId, Vetting } from '../contract/vetting.ts'
import { withNote } from '../domain/vetting/vetting-record.ts'
import type { Books } from '../store/ports.ts'
import { changeVetting, openVetting, requireRoom, withWritten } from './open-vetting.ts'

type Deps = { books: Books; now: () => string; newId: () => string }

/** Writes a note on a creator. Throws `not-found`, `too-many-notes`, `conflict`. */
export async function addNote(deps: Deps, id: NameId, { text }: NewNote, by: string): Promise<Vetting> {
  const opened = await openVetting(deps, id)
  requireRoom(opened)
  const note = { id: deps.newId() as NoteId, text, by, at: deps.now() }
  const written = await changeVetting(deps, opened.creator, (record) => {
    if (record.notes.length < limits.notesMax) return withNote(record, note)
    throw new CodedError(
      'too-many-notes',
      `A creator has at most ${limits.notesMax} notes. Delete one that no longer matters.`,
    )
  })
  return withWritten(opened, [written])
}
