import * as z from 'zod'
import { CellMends } from './cell-patch.ts'
import { Instant, IsoDate, Month, PreviewId, UploadId } from './ids.ts'
import { limits } from './limits.ts'
import { MappingId } from './mapping.ts'
import { CurrencyCode, MinorUnits } from './money.ts'
import { MonthChange, RestatedMonth } from './month-change.ts'
import { MappingUsed, ReadingChoice } from './reading.ts'
import { UploadKind } from './upload-kind.ts'

export { UploadKind }

export const UploadState = z.enum([
  'receiving',
  'checking',
  'ready',
  'rejected',
  'failed',
  'committing',
  'committed',
  'reverting',
  'reverted',
  'cancelled',
  'expired',
])
export type UploadState = z.infer<typeof UploadState>

/** `all`: one problem rejects the file. `valid`: rows without a problem are loaded. */
export const RowPolicy = z.enum(['all', 'valid'])
export type RowPolicy = z.infer<typeof RowPolicy>

export const Warning = z.object({
  code: z.string(),
  message: z.string(),
  rows: z.int(),
  /** The first of the lines that it is about, where it is about lines of the file: they can be left out. */
  lines: z.array(z.int()).optional(),
})
export type Warning = z.infer<typeof Warning>

/** Lines that were left out because of a warning that they carried. */
export const LeftOut = z.object({ code: z.string(), message: z.string(), rows: z.int() })
export type LeftOut = z.infer<typeof LeftOut>

export const ControlTotal = z.object({
  measure: z.enum(['spend', 'revenue']),
  currency: CurrencyCode,
  amountMinor: MinorUnits,
  rows: z.int(),
})
export type ControlTotal = z.infer<typeof ControlTotal>

export const RowCounts = z.object({
  read: z.int(),
  valid: z.int(),
  new: z.int(),
  recorded: z.int(),
  corrected: z.int(),
  excluded: z.int(),
  problems: z.int(),
})
export type RowCounts = z.infer<typeof RowCounts>

export const Progress = z.object({
  bytes: z.int(),
  bytesTotal: z.int(),
  rows: z.int(),
  months: z.int(),
  monthsTotal: z.int(),
})
export type Progress = z.infer<typeof Progress>

/** Which column of the file (as its header spells it) holds which field; fields left out are matched by name. */
export const Mapping = z.record(z.string().max(limits.textCharsMax), z.string().max(limits.textCharsMax))
export type Mapping = z.infer<typeof Mapping>

/** Warnings that name lines of the file. */
export const FlagCode = z.enum([
  'date-after-period',
  'date-before-period',
  'date-out-of-sequence',
  'amount-far-from-norm',
  'id-destroyed',
  'id-repeated',
  'id-blank',
  'followers-jump',
  'refunds-shared',
])
export type FlagCode = z.infer<typeof FlagCode>

export const CheckOptions = z.object({
  mapping: Mapping.optional(),
  rowPolicy: RowPolicy.optional(),
  /** A line id that would leave a month: a problem, or a move. */
  moves: z.enum(['problem', 'move']).optional(),
  /** What a result row's figures are: of its day, or of the post's lifetime to date. */
  figures: z.enum(['daily', 'lifetime']).optional(),
  /** Lines to leave out, numbered as problems are. */
  exclude: z.array(z.int().min(1)).max(limits.excludedLinesMax).optional(),
  /** Cells that are read as if something else stood in them. */
  patches: CellMends.optional(),
  /** Warnings whose lines are left out, however many there are. */
  excludeFlagged: z.array(FlagCode).max(FlagCode.options.length).optional(),
  /** A row with a line id whose content stands without one elsewhere, or the reverse: a problem, or a different row. */
  twins: z.enum(['problem', 'differ']).optional(),
  /** How a file is read that is not written as the templates are. */
  reading: ReadingChoice.optional(),
  /** The remembered mapping to read it by; `none`: without any. Left out: that of the file's shape. */
  remembered: z.union([z.literal('none'), MappingId]).optional(),
  /** `false`: what was said is not remembered when the file is committed; `true`: also in place of what is. */
  remember: z.boolean().optional(),
})
export type CheckOptions = z.infer<typeof CheckOptions>

/** What an upload says of itself, staged or not. */
export const UploadFields = z.object({
  id: UploadId,
  kind: UploadKind,
  filename: z.string(),
  state: UploadState,
  /** How many things have to be said before it is read: it was rejected for nothing else. 0 where it waits for none. */
  asks: z.int().default(0),
  progress: Progress,
  rows: RowCounts,
  totals: z.array(ControlTotal),
  months: z.array(Month),
  warnings: z.array(Warning),
  /** What was left out by `excludeFlagged`, of each warning. */
  leftOut: z.array(LeftOut).default([]),
  replaces: UploadId.nullable(),
  replacedBy: UploadId.nullable(),
  rowPolicy: RowPolicy,
  /** 0 where none was used. */
  mappingVersion: z.int(),
  /** The remembered mapping that it was read by, or that was made of it. */
  mapping: MappingUsed.nullable().default(null),
  preview: PreviewId.nullable(),
  /** What the preview would do, where there is one. */
  previewAction: z.enum(['commit', 'revert']).nullable(),
  snapshot: z.int().nullable(),
  /** Cells of the file that were mended by hand. */
  mended: z.int().default(0),
  /** Made by the sample generator, not by a customer. */
  sample: z.boolean(),
  /** `matching`: the service wrote the file from what was decided about names. */
  origin: z.enum(['file', 'matching']).default('file'),
  createdBy: z.string(),
  createdAt: Instant,
  /** Who asked for what the preview shows. */
  stagedBy: z.string().nullable().default(null),
  committedBy: z.string().nullable(),
  committedAt: Instant.nullable(),
  revertedBy: z.string().nullable(),
  revertedAt: Instant.nullable(),
})

export const Upload = UploadFields.extend({
  /** What the preview does to months, in the reporting currency. */
  reported: z.array(MonthChange),
  /** Closed months that the preview would make say something else: an admin's reason is needed. */
  restated: z.array(Month),
  /** The newest of them with their totals. */
  restates: z.array(RestatedMonth),
})
export type Upload = z.infer<typeof Upload>

export const NewUpload = z.object({
  kind: UploadKind,
  filename: z.string().min(1).max(limits.filenameCharsMax),
  /** Bytes of the file before it is cut into parts. */
  bytes: z.int().min(0),
  replaces: UploadId.optional(),
})
export type NewUpload = z.infer<typeof NewUpload>

export const PreviewRequest = z.object({ action: z.enum(['revert', 'commit']) })
/** `restate`: why closed months are to say something else. */
const restate = z.string().trim().min(1).max(limits.reasonCharsMax).optional()
export const CommitRequest = z.object({ preview: PreviewId, restate })
export const RevertRequest = z.object({ preview: PreviewId.optional(), restate })

/** Which uploads are meant; what is not said holds for all. Texts are parts, without regard to case. */
export const UploadFilter = z.object({
  kind: z.exactOptional(UploadKind),
  /** `asking`: those that wait for answers, which are not among the `rejected` ones then. */
  state: z.exactOptional(z.enum([...UploadState.options, 'asking'])),
  /** Of the file's name. */
  search: z.exactOptional(z.string().min(1).max(limits.filenameCharsMax)),
  /** Of who uploaded, committed or reverted it. */
  person: z.exactOptional(z.string().min(1).max(limits.textCharsMax)),
  /** Days (UTC) on which it was uploaded, both inclusive. */
  since: z.exactOptional(IsoDate),
  until: z.exactOptional(IsoDate),
})
export type UploadFilter = z.infer<typeof UploadFilter>

export const UploadList = z.object({ uploads: z.array(Upload), next: z.string().nullable() })
export type UploadList = z.infer<typeof UploadList>

export const PartReceipt = z.object({ part: z.int(), bytes: z.int(), sha256: z.string() })
export type PartReceipt = z.infer<typeof PartReceipt>
