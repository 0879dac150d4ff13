import * as z from 'zod'
import { Instant, Month, StagingId, UploadId } from '../../contract/ids.ts'
import { CurrencyCode } from '../../contract/money.ts'
import { Objective, TierBands } from '../../contract/report.ts'
import { SnapshotSummary } from '../../contract/snapshot.ts'
import { UploadKind } from '../../contract/upload.ts'
import { BlockCounts, Place } from './upload-record.ts'

/** Settings are versioned with the books, so that a past report reads the rule it was made by. */
export const Settings = z.object({
  reportingCurrency: CurrencyCode,
  bands: TierBands,
  objective: Objective,
})
export type Settings = z.infer<typeof Settings>

/** A blob of one staging, cut into items of at most `limits.itemBytesMax`. */
export const BlobRef = z.object({ staging: StagingId, slices: z.int() })
export type BlobRef = z.infer<typeof BlobRef>

/** One upload whose rows count, in fold order. */
export const ListedUpload = Place.extend({
  id: UploadId,
  kind: UploadKind,
  filename: z.string(),
  /** Staging of its blocks. */
  staging: StagingId,
  blocks: BlockCounts,
})
export type ListedUpload = z.infer<typeof ListedUpload>

/** Everything that a report reads, by name. Format 1. */
export const SnapshotBody = z.object({
  format: z.literal(1),
  settings: Settings,
  uploads: z.array(ListedUpload),
  months: z.array(BlobRef.extend({ month: Month })),
  directory: BlobRef.nullable(),
  fx: BlobRef.nullable(),
  closedMonths: z.array(Month),
})
export type SnapshotBody = z.infer<typeof SnapshotBody>

export const SnapshotRecord = SnapshotSummary.extend({ body: SnapshotBody })
export type SnapshotRecord = z.infer<typeof SnapshotRecord>

/** The books of a staged change: the snapshot that would be, but for its number and instant. */
export const PreviewRecord = z.object({
  base: z.int(),
  stagedAt: Instant,
  changes: SnapshotSummary.shape.changes,
  body: SnapshotBody,
})
export type PreviewRecord = z.infer<typeof PreviewRecord>

export function emptyBody(settings: Settings): SnapshotBody {
  return { format: 1, settings, uploads: [], months: [], directory: null, fx: null, closedMonths: [] }
}
