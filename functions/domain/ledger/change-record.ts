import * as z from 'zod'
import { BooksChange } from '../../contract/books-change.ts'
import { Staged } from './upload-record.ts'

/** What the worker still has to do for a change; persisted, so that a crash cannot lose it. */
const ChangeTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stage') }),
  z.object({ kind: z.literal('commit'), by: z.string(), reason: z.string().nullable() }),
])

/** A change of the books as it is stored: what the API shows, and what the worker needs to go on after a crash. */
export const ChangeRecord = BooksChange.omit({ needsReason: true }).extend({
  format: z.literal(1),
  /** Moves with every write; a write names the version it saw. */
  version: z.int(),
  /** Stagings begun so far; part of each staging's id. */
  attempt: z.int(),
  task: ChangeTask.nullable(),
  staged: Staged.pick({ staging: true, base: true, outcome: true }).nullable(),
  /** The preview that the commit agreed to: a repeat of it is answered, not refused. */
  agreed: z.string().nullable(),
})
export type ChangeRecord = z.infer<typeof ChangeRecord>

/** The wire's view of a stored change. */
export function toBooksChange(record: ChangeRecord): BooksChange {
  return BooksChange.parse({ ...record, needsReason: needsReason(record) })
}

/**
 * Months are opened again, and closed ones made to say something else, only for a reason. A month that is closed again
 * after changes was opened for one.
 */
export function needsReason({ edit, restated }: Pick<ChangeRecord, 'edit' | 'restated'>): boolean {
  return edit.kind === 'reopen' || (edit.kind !== 'close' && restated.length > 0)
}
