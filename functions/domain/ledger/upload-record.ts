import * as z from 'zod'
import { CellPatch } from '../../contract/cell-patch.ts'
import { Month, StagingId } from '../../contract/ids.ts'
import { MonthChange, RestatedMonth } from '../../contract/month-change.ts'
import { CheckOptions, Upload, UploadFields } from '../../contract/upload.ts'

/** What the worker still has to do for an upload; persisted, so that a crash cannot lose it. */
export const Task = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('check') }),
  z.object({ kind: z.literal('stage'), action: z.enum(['commit', 'revert']) }),
  z.object({ kind: z.literal('commit'), by: z.string(), reason: z.string().nullable().default(null) }),
  /** `seen`: a preview was agreed to, so that a changed outcome must be shown again. */
  z.object({
    kind: z.literal('revert'),
    by: z.string(),
    seen: z.boolean(),
    reason: z.string().nullable().default(null),
  }),
])
export type Task = z.infer<typeof Task>

/** Which blocks one check wrote: `MONTH#2026-03` or `DIRECTORY` → how many. */
export const BlockCounts = z.record(z.string(), z.int())
export type BlockCounts = z.infer<typeof BlockCounts>

/** A change that is staged on a base snapshot and waits for consent. */
export const Staged = z.object({
  staging: StagingId,
  base: z.int(),
  action: z.enum(['commit', 'revert']),
  /** Digest of what the preview shows (counts, totals, corrections, change of the books). */
  outcome: z.string(),
  /** What it does to months, in the reporting currency. */
  reported: z.array(MonthChange).default([]),
  /** Closed months that would say something else, and the newest of them with their totals. */
  restated: z.array(Month).default([]),
  restates: z.array(RestatedMonth).default([]),
})
export type Staged = z.infer<typeof Staged>

/** Where an upload stands in the fold order: by `order`, then by `seq`; a replacement inherits `order`. */
export const Place = z.object({ order: z.int(), seq: z.int() })
export type Place = z.infer<typeof Place>

/** An upload as it is stored: what the API shows, and what the worker needs to go on after a crash. */
export const UploadRecord = UploadFields.extend({
  format: z.literal(1),
  /** Moves with every write; a write names the version it saw. */
  version: z.int(),
  /** Stagings begun so far; part of each staging's id. */
  attempt: z.int(),
  task: Task.nullable(),
  /** Without `patches`, which are kept with who made them. */
  options: CheckOptions,
  /** What is read in place of cells of the file. */
  patches: z.array(CellPatch).default([]),
  /** Header of the file as checked: field → column. */
  columns: z.record(z.string(), z.string()),
  /** The blocks that count if this upload is listed. */
  checked: z.object({ staging: StagingId, blocks: BlockCounts, dropped: z.int() }).nullable(),
  staged: Staged.nullable(),
  /** Staging under which the problems of the last check stand. */
  problemsStaging: StagingId.nullable(),
  /** How many the last check found, listed or not: a line may have several. */
  problemsTotal: z.int().default(0),
  /** Those of causes that are not listed. */
  problemsBeyond: z.int().default(0),
  /** Staging under which stands what each line was to the books; null until a check was accepted. */
  linesStaging: StagingId.nullable().default(null),
  /** Digest over the parts that the check was asked for: a part that changes after that is found out. */
  partsDigest: z.string().nullable(),
  place: Place.nullable(),
  /** The preview that the last commit or revert agreed to: a repeat of it is answered, not refused. */
  agreed: z.string().nullable(),
})
export type UploadRecord = z.infer<typeof UploadRecord>

/** What was asked is over once the file is checked again or given up. */
export const asksOf = ({ state, asks }: Pick<UploadRecord, 'state' | 'asks'>): number =>
  state === 'rejected' ? asks : 0

/** The wire's view of a stored upload. */
export function toUpload(record: UploadRecord): Upload {
  const { reported = [], restated = [], restates = [] } = record.staged ?? {}
  return Upload.parse({ ...record, asks: asksOf(record), reported, restated, restates })
}
