import * as z from 'zod'
import { IsoDate, Month, PreviewId } from './ids.ts'
import { CurrencyCode, MinorUnits } from './money.ts'
import { SnapshotRef } from './report.ts'

/** One measure in one original currency and month: at the month's rate, then what ties that to the books. */
export const TrialLine = z.object({
  month: Month,
  measure: z.enum(['spend', 'revenue']),
  currency: CurrencyCode,
  /** Spend rows (a spread row in each of its months), or result groups with revenue. */
  rows: z.int(),
  ownMinor: MinorUnits,
  /** How many of the reporting currency one of `currency` is worth at the month's rate, to ten decimals. */
  rate: z.string(),
  rateDay: IsoDate.nullable(),
  atMonthRateMinor: MinorUnits,
  /** Exact product of every row at its own day's rate, less the month's rate. */
  fxMinor: MinorUnits,
  /** What was rounded row by row, less the exact product. */
  roundingMinor: MinorUnits,
  /** The sum of the three: what the books say in the reporting currency. */
  reportingMinor: MinorUnits,
})
export type TrialLine = z.infer<typeof TrialLine>

export const TrialBalance = z.object({
  snapshot: SnapshotRef,
  preview: PreviewId.nullable(),
  currency: CurrencyCode,
  months: z.array(z.object({ month: Month, closed: z.boolean(), spendMinor: MinorUnits, revenueMinor: MinorUnits })),
  lines: z.array(TrialLine),
})
export type TrialBalance = z.infer<typeof TrialBalance>
