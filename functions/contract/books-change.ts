import * as z from 'zod'
import { ChangeId, Instant, Month, PreviewId } from './ids.ts'
import { limits } from './limits.ts'
import { CurrencyCode } from './money.ts'
import { MonthChange, MonthTotals, PinnedMonth, RestatedMonth } from './month-change.ts'
import { Problem } from './problem.ts'
import { Objective, TierBands } from './report.ts'
import { Warning } from './upload.ts'

const months = z.array(Month).min(1).max(limits.changeMonthsMax)

/**
 * What a deal (a creator in a campaign) costs beside what is paid for it. In its currency: while the books are kept in
 * another, it is not counted.
 */
export const DealCosts = z.object({
  currency: CurrencyCode,
  /** Staff hours. */
  hours: z.number().min(0).max(limits.dealHoursMax),
  hourlyMinor: z.int().min(0).max(limits.dealCostMinorMax),
  /** Everything else: product, shipping, contracts. */
  otherMinor: z.int().min(0).max(limits.dealCostMinorMax),
})
export type DealCosts = z.infer<typeof DealCosts>

/** What somebody wants to change in the books beside uploads. */
export const BooksEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('close'), months }),
  z.object({ kind: z.literal('reopen'), months }),
  z.object({ kind: z.literal('currency'), currency: CurrencyCode }),
  z.object({
    kind: z.literal('settings'),
    bands: TierBands.optional(),
    objective: Objective.optional(),
    fourEyes: z.boolean().optional(),
    dealCosts: DealCosts.nullable().optional(),
  }),
])
export type BooksEdit = z.infer<typeof BooksEdit>

export const ChangeState = z.enum([
  'staging',
  'ready',
  'refused',
  'failed',
  'committing',
  'committed',
  'cancelled',
  'expired',
])
export type ChangeState = z.infer<typeof ChangeState>

/** Why somebody changed what was closed. */
export const Reason = z.string().trim().min(1).max(limits.reasonCharsMax)

/** A change of the books that is no upload: previewed and committed as uploads are. */
export const BooksChange = z.object({
  id: ChangeId,
  edit: BooksEdit,
  state: ChangeState,
  progress: z.object({ months: z.int(), monthsTotal: z.int() }),
  /** What stands against it, where it is refused. */
  problems: z.array(Problem),
  problemsTotal: z.int(),
  warnings: z.array(Warning),
  /** Months whose totals in the reporting currency change, or that currency. */
  reported: z.array(MonthChange),
  /** Closed months that would say something else: such a change needs a reason. */
  restated: z.array(Month),
  /** The newest of them with their totals. */
  restates: z.array(RestatedMonth),
  /** The newest of the months that it closes. */
  pins: z.array(PinnedMonth),
  needsReason: z.boolean(),
  reason: z.string().nullable(),
  preview: PreviewId.nullable(),
  snapshot: z.int().nullable(),
  createdBy: z.string(),
  createdAt: Instant,
  committedBy: z.string().nullable(),
  committedAt: Instant.nullable(),
})
export type BooksChange = z.infer<typeof BooksChange>

export const NewChange = z.object({ edit: BooksEdit })
export const ChangeConsent = z.object({ preview: PreviewId, reason: Reason.optional() })
export const ChangeList = z.object({ changes: z.array(BooksChange), next: z.string().nullable() })
export type ChangeList = z.infer<typeof ChangeList>

/** Who made a state of the books, and why. */
export const Mark = z.object({ snapshot: z.int(), at: Instant, by: z.string(), reason: z.string().nullable() })
export type Mark = z.infer<typeof Mark>

/** A month that was closed at some time; it is open again where `reopened` is set. */
export const Closing = z.object({
  month: Month,
  closed: Mark,
  reopened: Mark.nullable(),
  /** The last change of what it says since it was first closed, and how many there were. */
  restated: Mark.extend({ times: z.int() }).nullable(),
})
export type Closing = z.infer<typeof Closing>

export const BookMonth = z.object({
  month: Month,
  state: z.enum(['open', 'closed']),
  totals: MonthTotals,
  closing: Closing.nullable(),
})
export type BookMonth = z.infer<typeof BookMonth>

export const BookMonthList = z.object({ snapshot: z.int(), months: z.array(BookMonth) })
export type BookMonthList = z.infer<typeof BookMonthList>

/** Settings are versioned with the books, so that a past report reads the rule it was made by. */
export const Settings = z.object({
  reportingCurrency: CurrencyCode,
  bands: TierBands,
  objective: Objective,
  /** Whoever uploaded or staged a change does not commit it: somebody else must. */
  fourEyes: z.boolean(),
  /** Null where nobody has said. */
  dealCosts: DealCosts.nullable(),
})
export type Settings = z.infer<typeof Settings>

export const BooksSettings = z.object({ snapshot: z.int(), settings: Settings })
export type BooksSettings = z.infer<typeof BooksSettings>
