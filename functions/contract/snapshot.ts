import * as z from 'zod'
import { BooksEdit } from './books-change.ts'
import { Instant, Month, UploadId } from './ids.ts'
import { CurrencyCode, MinorUnits } from './money.ts'
import { MonthChange } from './month-change.ts'
import { UploadKind } from './upload.ts'

export const SnapshotAction = z.enum([
  'created',
  'committed',
  'reverted',
  'recommitted',
  'replaced',
  'closed',
  'reopened',
  'currency-changed',
  'settings-changed',
])
export type SnapshotAction = z.infer<typeof SnapshotAction>

/** A change of the books' totals, in the currency of the rows. */
export const TotalChange = z.object({
  measure: z.enum(['spend', 'revenue']),
  currency: CurrencyCode,
  beforeMinor: MinorUnits,
  afterMinor: MinorUnits,
})
export type TotalChange = z.infer<typeof TotalChange>

export const SnapshotSummary = z.object({
  number: z.int(),
  committedAt: Instant,
  committedBy: z.string(),
  action: SnapshotAction,
  upload: UploadId.nullable(),
  filename: z.string().nullable(),
  kind: UploadKind.nullable(),
  uploads: z.int(),
  months: z.int(),
  sample: z.boolean(),
  changes: z.array(TotalChange),
  /** Months whose totals in the reporting currency changed, or that currency. */
  reported: z.array(MonthChange).default([]),
  /** Closed months that say something else since. */
  restated: z.array(Month).default([]),
  /** What was changed, where it was no upload. */
  edit: BooksEdit.nullable().default(null),
  /** Why, where closed months were changed or opened. */
  reason: z.string().nullable().default(null),
})
export type SnapshotSummary = z.infer<typeof SnapshotSummary>

export const SnapshotList = z.object({ snapshots: z.array(SnapshotSummary), next: z.string().nullable() })
export type SnapshotList = z.infer<typeof SnapshotList>

/** What stands in `after` and not in `before`, and the reverse. */
export const SnapshotDiff = z.object({
  before: z.int(),
  after: z.int(),
  uploadsAdded: z.array(z.object({ id: UploadId, filename: z.string(), kind: UploadKind })),
  uploadsRemoved: z.array(z.object({ id: UploadId, filename: z.string(), kind: UploadKind })),
  months: z.array(z.object({ month: Month, changes: z.array(TotalChange) })),
  totals: z.array(TotalChange),
  /** Months whose totals in the reporting currency differ, or that currency. */
  reported: z.array(MonthChange),
  directoryChanged: z.boolean(),
  fxChanged: z.boolean(),
  settingsChanged: z.boolean(),
})
export type SnapshotDiff = z.infer<typeof SnapshotDiff>

/** What `verify-books` found: nothing listed means that every law it checks holds. */
export const Verification = z.object({
  snapshot: z.int(),
  uploads: z.int(),
  blocks: z.int(),
  months: z.int(),
  rows: z.int(),
  findings: z.array(z.object({ law: z.string(), where: z.string(), message: z.string() })),
})
export type Verification = z.infer<typeof Verification>
