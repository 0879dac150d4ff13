import * as z from 'zod'
import { Closing, Settings } from '../../contract/books-change.ts'
import { Instant, Month, StagingId, UploadId } from '../../contract/ids.ts'
import { CodedError } from '../../contract/problem.ts'
import { SnapshotSummary } from '../../contract/snapshot.ts'
import { UploadKind } from '../../contract/upload.ts'
import { BlockCounts, Place } from './upload-record.ts'

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

/** Everything that a report reads, by name. */
export const SnapshotBody = z.object({
  format: z.literal(3),
  settings: Settings,
  uploads: z.array(ListedUpload),
  months: z.array(BlobRef.extend({ month: Month })),
  directory: BlobRef.nullable(),
  fx: BlobRef.nullable(),
  /** Months that are closed or were once, in order. */
  closings: z.array(Closing),
})
export type SnapshotBody = z.infer<typeof SnapshotBody>

export const snapshotBodyFormat = 3

/** Nobody could say yet what a deal costs beside the ledger. */
const SnapshotBody2 = SnapshotBody.extend({ format: z.literal(2), settings: Settings.omit({ dealCosts: true }) })

/** Nothing could close a month yet. */
const SnapshotBody1 = SnapshotBody2.omit({ closings: true }).extend({
  format: z.literal(1),
  settings: SnapshotBody2.shape.settings.omit({ fourEyes: true }),
  closedMonths: z.array(Month).max(0),
})

const Format = z.object({ format: z.int() })

/** Reads a body of any format up to this program's; throws `too-new-format` for a later one. */
export function readSnapshotBody(stored: unknown): SnapshotBody {
  const { format } = Format.parse(stored)
  if (format > snapshotBodyFormat) {
    throw new CodedError(
      'too-new-format',
      `The books were written by a newer version (snapshot format ${format}, this version reads up to ${snapshotBodyFormat}). Update this installation.`,
    )
  }
  if (format === 1) return upgradeBody2(upgradeBody1(SnapshotBody1.parse(stored)))
  return format === 2 ? upgradeBody2(SnapshotBody2.parse(stored)) : SnapshotBody.parse(stored)
}

function upgradeBody1({ closedMonths: _, settings, ...rest }: z.infer<typeof SnapshotBody1>) {
  return { ...rest, format: 2 as const, settings: { ...settings, fourEyes: false }, closings: [] }
}

function upgradeBody2({ settings, ...rest }: z.infer<typeof SnapshotBody2>): SnapshotBody {
  return { ...rest, format: 3, settings: { ...settings, dealCosts: null } }
}

export const SnapshotRecord = SnapshotSummary.extend({ body: SnapshotBody })
export type SnapshotRecord = z.infer<typeof SnapshotRecord>

/**
 * The books of a staged change: the snapshot that would be, but for its number, its instant and what is known only of a
 * commit: the marks on closed months.
 */
export const PreviewRecord = z.object({
  base: z.int(),
  stagedAt: Instant,
  changes: SnapshotSummary.shape.changes,
  reported: SnapshotSummary.shape.reported,
  restated: SnapshotSummary.shape.restated,
  closes: z.array(Month).default([]),
  reopens: z.array(Month).default([]),
  body: SnapshotBody,
})
export type PreviewRecord = z.infer<typeof PreviewRecord>

export function emptyBody(settings: Settings): SnapshotBody {
  return { format: 3, settings, uploads: [], months: [], directory: null, fx: null, closings: [] }
}
