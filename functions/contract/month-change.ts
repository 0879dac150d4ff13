import * as z from 'zod'
import { Month } from './ids.ts'
import { CurrencyCode, MinorUnits } from './money.ts'

/** What a month adds up to in the reporting currency of its time. */
export const MonthTotals = z.object({ currency: CurrencyCode, spendMinor: MinorUnits, revenueMinor: MinorUnits })
export type MonthTotals = z.infer<typeof MonthTotals>

/** A month whose totals in the reporting currency, or that currency itself, change. */
export const MonthChange = z.object({ month: Month, before: MonthTotals, after: MonthTotals })
export type MonthChange = z.infer<typeof MonthChange>

export const TierTotals = z.object({
  creators: z.int(),
  campaigns: z.int(),
  posts: z.int(),
  spendMinor: MinorUnits,
  impressions: z.int(),
  reach: z.int(),
  engagements: z.int(),
  clicks: z.int(),
  conversions: z.int(),
  revenueMinor: MinorUnits,
  /** Null where a campaign lacks its margin. */
  grossProfitMinor: MinorUnits.nullable(),
  /** Followers at post time, added up over posts. */
  followers: z.int(),
})
export type TierTotals = z.infer<typeof TierTotals>

/** A month as it is pinned: every status of spend, in the reporting currency. */
export const PinnedTotals = z.object({
  currency: CurrencyCode,
  overheadMinor: MinorUnits,
  tiers: z.object({ nano: TierTotals, micro: TierTotals, macro: TierTotals, unknown: TierTotals, all: TierTotals }),
})
export type PinnedTotals = z.infer<typeof PinnedTotals>

/** A month that a change closes, as it is pinned. */
export const PinnedMonth = z.object({ month: Month, totals: PinnedTotals })
export type PinnedMonth = z.infer<typeof PinnedMonth>

/** A closed month that a change would make say something else. */
export const RestatedMonth = z.object({ month: Month, before: PinnedTotals, after: PinnedTotals })
export type RestatedMonth = z.infer<typeof RestatedMonth>
