import * as z from 'zod'
import { Month } from './ids.ts'
import { limits } from './limits.ts'
import { CurrencyCode, MinorUnits } from './money.ts'

/** What a line of a checked file is to the books. */
export const RowStatus = z.enum(['new', 'recorded', 'corrected', 'excluded'])
export type RowStatus = z.infer<typeof RowStatus>

/** What one row says. Null where its kind has no such column, or the file says nothing. */
export const RowValues = z.object({
  date: z.string().nullable(),
  campaign: z.string().nullable(),
  creator: z.string().nullable(),
  platform: z.string().nullable(),
  post: z.string().nullable(),
  lineId: z.string().nullable(),
  category: z.string().nullable(),
  reference: z.string().nullable(),
  status: z.string().nullable(),
  amountMinor: MinorUnits.nullable(),
  currency: CurrencyCode.nullable(),
  /** Of a result row: impressions, clicks … as whole numbers, revenue and grossProfit in minor units. */
  measures: z.record(z.string(), z.number()),
})
export type RowValues = z.infer<typeof RowValues>

/** One row of a file as the check read it; a line that carries spend and results has two. */
export const UploadRow = z.object({
  line: z.int(),
  status: RowStatus,
  /** Null for lines that were left out, and for rows of the directory: only their line is told. */
  row: RowValues.nullable(),
  /**
   * Of a correction what stood there before, which may be several rows; empty where it stood in another month, or where
   * there are more corrections than are kept.
   */
  was: z.array(RowValues),
})
export type UploadRow = z.infer<typeof UploadRow>

export const UploadRowList = z.object({
  rows: z.array(UploadRow),
  /** Lines of this status in all. */
  total: z.int(),
  next: z.string().nullable(),
})
export type UploadRowList = z.infer<typeof UploadRowList>

export const UploadRowsQuery = z.object({
  status: RowStatus,
  limit: z.int().min(1).max(limits.uploadRowsPageMax).default(50),
  cursor: z.exactOptional(z.string().regex(/^\d{1,4}\.\d{1,9}$/)),
})

/** Sums of accepted rows: of one month, or of one campaign. */
export const RowTotal = z.object({
  measure: z.enum(['spend', 'revenue']),
  currency: CurrencyCode,
  rows: z.int(),
  amountMinor: MinorUnits,
})
export const UploadTotals = z.object({
  months: z.array(RowTotal.extend({ month: Month })),
  /** The largest first; `campaign` is null for rows that name none. */
  campaigns: z.array(RowTotal.extend({ campaign: z.string().nullable() })),
  /** How many of the campaigns are not listed. */
  campaignsLeft: z.int(),
})
export type UploadTotals = z.infer<typeof UploadTotals>
