import * as z from 'zod'
import { IsoDate, NameId, PreviewId } from './ids.ts'
import { CurrencyCode } from './money.ts'
import { Objective, SnapshotRef } from './report.ts'
import { Upload } from './upload.ts'

/** What one state of the books can be asked about: the values that filters take, whole and in order. */
export const FilterChoices = z.object({
  campaign: z.array(z.object({ id: NameId, name: z.string() })),
  brand: z.array(z.string()),
  platform: z.array(z.string()),
  niche: z.array(z.string()),
  region: z.array(z.string()),
  objective: z.array(Objective),
})
export type FilterChoices = z.infer<typeof FilterChoices>

export const BooksSummary = z.object({
  snapshot: SnapshotRef,
  /** The preview that was asked for, if one was. */
  preview: PreviewId.nullable(),
  currency: CurrencyCode,
  /** The days that a report without dates is about; null for empty books. */
  range: z.object({ from: IsoDate, to: IsoDate }).nullable(),
  /** Uploads that count in this state. */
  uploads: z.int(),
  /** Made-up files are among them. */
  sample: z.boolean(),
  choices: FilterChoices,
})
export type BooksSummary = z.infer<typeof BooksSummary>

/** The sample's uploads that are on their way out; none: there is nothing left to remove. */
export const SampleRemoval = z.object({ uploads: z.array(Upload) })
export type SampleRemoval = z.infer<typeof SampleRemoval>
