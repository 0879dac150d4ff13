import * as z from 'zod'
import type { NameId } from '../../contract/ids.ts'
import { type NoteId, Vetting, type VettingNote } from '../../contract/vetting.ts'

/** As it is stored, under the name that it was said of. Version 0 was never written. */
export const VettingRecord = Vetting.extend({ format: z.literal(1), version: z.int() })
export type VettingRecord = z.infer<typeof VettingRecord>

export const newVetting = (creator: NameId): VettingRecord => ({
  format: 1,
  creator,
  version: 0,
  shortlisted: null,
  notes: [],
})

export const isEmpty = ({ shortlisted, notes }: Vetting): boolean => shortlisted === null && notes.length === 0

export function withNote<V extends Vetting>(vetting: V, note: VettingNote): V {
  return { ...vetting, notes: [note, ...vetting.notes] }
}

export function withoutNote<V extends Vetting>(vetting: V, id: NoteId): V {
  return { ...vetting, notes: vetting.notes.filter((note) => note.id !== id) }
}

/** What was said of all names of one creator, as of that creator. */
export function joinVettings(creator: NameId, vettings: readonly Vetting[]): Vetting {
  const notes = vettings.flatMap((vetting) => vetting.notes)
  const shortlisted = vettings.flatMap((vetting) => vetting.shortlisted ?? [])
  return {
    creator,
    shortlisted: shortlisted.sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null,
    notes: notes.sort((a, b) => (a.id < b.id ? 1 : -1)).map(({ id, text, by, at }) => ({ id, text, by, at })),
  }
}
