import * as z from 'zod'
import { Instant, UploadId } from './ids.ts'
import { limits } from './limits.ts'
import { UploadKind } from './upload-kind.ts'

/** A ULID. */
export const MappingId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  .brand<'MappingId'>()
export type MappingId = z.infer<typeof MappingId>

export const MappingName = z.string().trim().min(1).max(limits.mappingNameCharsMax)

/** What somebody said of a question, and what was proposed then: it holds only while the file proposes the same. */
export const RememberedAnswer = z.object({
  question: z.string().max(200),
  code: z.string(),
  text: z.string(),
  value: z.string().max(200),
  proposed: z.string(),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
})
export type RememberedAnswer = z.infer<typeof RememberedAnswer>

/** How files of one shape are read. */
export const MappingContent = z.object({
  headers: z.array(z.string()).max(limits.columnsMax),
  /** The field that each header fills; null: not loaded. */
  columns: z.array(z.string().nullable()).max(limits.columnsMax),
  /** Field → the same value for all lines; '' takes away what a file would say. */
  constants: z.record(z.string().max(100), z.string().max(300)),
  answers: z.array(RememberedAnswer).max(limits.mappingAnswersMax),
  rounding: z.boolean(),
  figures: z.enum(['daily', 'lifetime']).nullable(),
  /** The sheet of a workbook that has several. */
  sheet: z.string().nullable(),
})
export type MappingContent = z.infer<typeof MappingContent>

/** What was said about files of one shape, to be applied to the next. */
export const FileMapping = MappingContent.extend({
  id: MappingId,
  name: z.string(),
  kind: UploadKind,
  /** Rises with every edit. */
  version: z.int(),
  createdBy: z.string(),
  createdAt: Instant,
  updatedBy: z.string(),
  updatedAt: Instant,
  lastUsedAt: Instant.nullable(),
  lastUsedBy: UploadId.nullable(),
  /** All that a file of its kind may hold: what a column can fill. */
  fields: z.array(z.string()),
})
export type FileMapping = z.infer<typeof FileMapping>

export const MappingList = z.object({ mappings: z.array(FileMapping) })
export type MappingList = z.infer<typeof MappingList>

export const NewMapping = z.object({ upload: UploadId, name: MappingName })
export type NewMapping = z.infer<typeof NewMapping>

/** What is left out stays as it is. */
export const MappingEdit = z.object({
  /** The version that was looked at. */
  version: z.int().min(1),
  name: MappingName.optional(),
  columns: z.array(z.string().max(100).nullable()).max(limits.columnsMax).optional(),
  constants: z.record(z.string().max(100), z.string().max(300)).optional(),
  /** Question → answer; what is not named is asked again. */
  answers: z.record(z.string().max(200), z.string().max(200)).optional(),
  rounding: z.boolean().optional(),
})
export type MappingEdit = z.infer<typeof MappingEdit>
