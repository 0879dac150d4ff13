import * as z from 'zod'
import { Instant, NameId } from './ids.ts'
import { limits } from './limits.ts'

/** A ULID. */
export const NoteId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  .brand<'NoteId'>()
export type NoteId = z.infer<typeof NoteId>

export const VettingNote = z.object({ id: NoteId, text: z.string(), by: z.string(), at: Instant })
export type VettingNote = z.infer<typeof VettingNote>

/** What was said of a creator, and whether it is to be booked again. Newest note first. */
export const Vetting = z.object({
  creator: NameId,
  shortlisted: z.object({ by: z.string(), at: Instant }).nullable(),
  notes: z.array(VettingNote),
})
export type Vetting = z.infer<typeof Vetting>

export const VettingList = z.object({ vettings: z.array(Vetting) })
export type VettingList = z.infer<typeof VettingList>

export const NewNote = z.object({ text: z.string().trim().min(1).max(limits.noteCharsMax) })
export type NewNote = z.infer<typeof NewNote>

export const ShortlistChoice = z.object({ shortlisted: z.boolean() })
export type ShortlistChoice = z.infer<typeof ShortlistChoice>
