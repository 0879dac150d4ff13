import * as z from 'zod'
import { Instant } from './ids.ts'
import { MappingId } from './mapping.ts'

/** One thing that only the user knows. Until it is answered nothing is loaded; `proposed` is what would be taken. */
export const ReadingQuestion = z.object({
  /** Answers are given by it; the same in every check of the same file. */
  id: z.string(),
  /** Position of the column; -1 for the file. */
  column: z.int(),
  code: z.string(),
  text: z.string(),
  options: z.array(z.object({ value: z.string(), label: z.string(), effect: z.string() })),
  proposed: z.string(),
  /** Why that is proposed. */
  reason: z.string(),
  answer: z.string().nullable(),
})
export type ReadingQuestion = z.infer<typeof ReadingQuestion>

/** What the file lacks and the kind needs, the same for every line: given as a constant. */
export const ReadingNeed = z.object({
  field: z.string(),
  input: z.enum(['currency', 'date', 'text']),
  text: z.string(),
  /** '' where there is nothing to propose. */
  proposed: z.string(),
  /** Why that is proposed. */
  reason: z.string().optional(),
})
export type ReadingNeed = z.infer<typeof ReadingNeed>

export const ReadingColumn = z.object({
  /** Position in the table, from 0. */
  at: z.int(),
  header: z.string(),
  /** What it fills; null where it is not loaded. */
  field: z.string().nullable(),
  /** 0 to 1; 1 where the user said so. */
  confidence: z.number(),
  /** Why it fills that field, in words. */
  reason: z.string(),
  /** How its cells are read: `1.234,56`, `day/month/year`. */
  how: z.string(),
  samples: z.array(z.string()),
})
export type ReadingColumn = z.infer<typeof ReadingColumn>

export const ReadingTotal = z.object({
  line: z.int(),
  label: z.string(),
  header: z.string(),
  stated: z.string(),
  /** What the rows that it covers come to, exactly. */
  sum: z.string(),
  difference: z.string(),
  agrees: z.boolean(),
})
export type ReadingTotal = z.infer<typeof ReadingTotal>

export const ReadingTable = z.object({
  /** Null where it has none. */
  headerLine: z.int().nullable(),
  headers: z.array(z.string()),
  firstLine: z.int(),
  lastLine: z.int(),
  rows: z.int(),
})
export type ReadingTable = z.infer<typeof ReadingTable>

export const ReadingSheet = z.object({
  name: z.string(),
  state: z.enum(['visible', 'hidden', 'veryHidden']),
  rows: z.int(),
})
export type ReadingSheet = z.infer<typeof ReadingSheet>

/** Which remembered mapping, as it was then. */
export const MappingUsed = z.object({ id: MappingId, name: z.string(), version: z.int() })
export type MappingUsed = z.infer<typeof MappingUsed>

/** What of the reading was said for an earlier file of the same shape. */
export const ReadingMapping = MappingUsed.extend({
  updatedBy: z.string(),
  updatedAt: Instant,
  /** Questions whose remembered answer holds for this file too. */
  answers: z.array(z.string()),
  /** Fields whose remembered value for all lines was taken. */
  constants: z.array(z.string()),
})
export type ReadingMapping = z.infer<typeof ReadingMapping>

/** What the user says about the reading of a file. */
export const ReadingChoice = z.object({
  sheet: z.string().max(300).optional(),
  table: z.int().min(0).optional(),
  /** Field → position of its column; null: not loaded. Fields left out are as proposed. */
  columns: z.record(z.string().max(100), z.int().min(0).nullable()).optional(),
  constants: z.record(z.string().max(100), z.string().max(300)).optional(),
  /** Question → value of one of its options. */
  answers: z.record(z.string().max(200), z.string().max(200)).optional(),
  /** Round amounts to the decimals of their currency, half to even, instead of refusing more. */
  rounding: z.boolean().optional(),
})
export type ReadingChoice = z.infer<typeof ReadingChoice>

/** How a file was understood: what a page shows before anything is loaded, and what the user may correct. */
export const Reading = z.object({
  /** In words: `Windows-1252, semicolons`, `Excel workbook, sheet “Spend”`. */
  source: z.string(),
  sheets: z.array(ReadingSheet),
  sheet: z.string().nullable(),
  tables: z.array(ReadingTable),
  table: z.int(),
  columns: z.array(ReadingColumn),
  /** Field → the same value for all lines. */
  constants: z.record(z.string(), z.string()),
  /** Fields that the kind has, in the order of its template. */
  fields: z.array(z.object({ field: z.string(), meaning: z.string(), required: z.boolean() })),
  totals: z.array(ReadingTotal),
  /** The first of the lines that are no data, and how many of each sort there are. */
  skipped: z.array(z.object({ line: z.int(), why: z.string() })),
  skippedCounts: z.record(z.string(), z.int()),
  questions: z.array(ReadingQuestion),
  needs: z.array(ReadingNeed),
  notes: z.array(z.object({ column: z.int(), code: z.string(), text: z.string() })),
  /** Kinds that the file could be, the likeliest first. */
  kinds: z.array(z.object({ kind: z.string(), confidence: z.number(), reason: z.string() })),
  preset: z.string().nullable(),
  /** Null where nothing remembered was applied. */
  mapping: ReadingMapping.nullable().default(null),
  /** What was said of the file, now or in the mapping, and holds for it: rounding that is in force among it. */
  said: ReadingChoice.default({}),
})
export type Reading = z.infer<typeof Reading>

/** Null where the file was read strictly, as the templates are written, or was not checked yet. */
export const ReadingAnswer = z.object({ reading: Reading.nullable() })
export type ReadingAnswer = z.infer<typeof ReadingAnswer>
