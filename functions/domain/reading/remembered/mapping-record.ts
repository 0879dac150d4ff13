import * as z from 'zod'
import type { UploadId } from '../../../contract/ids.ts'
import { FileMapping, MappingContent, MappingId } from '../../../contract/mapping.ts'
import { kindFields } from '../../ingest/kinds.ts'

/** What a check would have remembered, kept with its reading until the file is committed. */
export const MappingDraft = MappingContent.extend({
  shape: z.string(),
  /** Somebody has said something of how the file is read: worth to be remembered. */
  said: z.boolean(),
  /** The currency that was proposed where one was asked for: what was said holds only while it is the same. */
  currencyProposed: z.string().nullable(),
})
export type MappingDraft = z.infer<typeof MappingDraft>

/** A mapping as it is stored: one for each shape. */
export const MappingRecord = FileMapping.omit({ fields: true }).extend({
  format: z.literal(1),
  shape: z.string(),
  currencyProposed: z.string().nullable(),
})
export type MappingRecord = z.infer<typeof MappingRecord>

/** The same upload and shape give the same id, so that a step that is repeated after a crash makes no second one. */
export function mappingIdOf(upload: UploadId, shape: string): MappingId {
  return MappingId.parse(`${upload.slice(0, 10)}${shape.slice(0, 16).toUpperCase()}`)
}

type Made = { upload: UploadId; kind: MappingRecord['kind']; name: string; by: string; at: string }

export function newMappingRecord(
  { said: _, ...draft }: MappingDraft,
  { upload, kind, name, by, at }: Made,
): MappingRecord {
  return {
    format: 1,
    ...draft,
    id: mappingIdOf(upload, draft.shape),
    kind,
    name,
    version: 1,
    createdBy: by,
    createdAt: at,
    updatedBy: by,
    updatedAt: at,
    lastUsedAt: at,
    lastUsedBy: upload,
  }
}

export function contentOf(mapping: MappingContent): MappingContent {
  return MappingContent.parse(mapping)
}

/** The wire's view. */
export function toFileMapping(record: MappingRecord): FileMapping {
  return FileMapping.parse({ ...record, fields: kindFields[record.kind].map(({ name }) => name) })
}
