import * as z from 'zod'
import { IsoDate, PreviewId } from './ids.ts'
import { limits } from './limits.ts'
import { CurrencyCode, MinorUnits } from './money.ts'
import { ReportQuery, SnapshotRef, TierRule } from './report.ts'

export const PlanGoal = z.enum(['conversions', 'revenue'])
export type PlanGoal = z.infer<typeof PlanGoal>

/** What a plan is made of: range and filters as in a report's question, but for what a split cannot be asked by. */
export const PlanQuery = ReportQuery.omit({
  compareFrom: true,
  compareTo: true,
  overhead: true,
  tier: true,
  metric: true,
}).extend({
  /** All of the money, in minor units of the reporting currency; absent: what was spent so far a campaign-month. */
  budgetMinor: z.int().min(1).max(limits.amountMinorMax).optional(),
  /** Absent: what suits the workspace's objective, revenue for sales and conversions for others. */
  goal: PlanGoal.optional(),
  /** Campaigns that the budget is for, and months of each. */
  campaigns: z.int().min(1).max(limits.planCampaignsMax).default(1),
  months: z.int().min(1).max(limits.planMonthsMax).default(1),
})
export type PlanQuery = z.infer<typeof PlanQuery>

/** A figure with the 10th and 90th percentile of its simulation. */
export const PlanSpread = z.object({ point: z.number(), low: z.number(), high: z.number() })
export type PlanSpread = z.infer<typeof PlanSpread>

export const PlanCurve = z.object({
  /** The exponent: twice the money brings 2^slope times as much. */
  slope: PlanSpread,
  /** 5% and 95% of what campaign-months spent: the curve is seen inside, and guessed outside. */
  seenFromMinor: MinorUnits,
  seenToMinor: MinorUnits,
  points: z.array(
    z.object({
      /** Of one campaign-month. */
      spendMinor: MinorUnits,
      outcome: z.number(),
      seen: z.boolean(),
    }),
  ),
})
export type PlanCurve = z.infer<typeof PlanCurve>

/** What one tier gets and brings, over the whole plan where nothing else is said. */
export const PlanSide = z.object({
  spendMinor: MinorUnits,
  share: z.number(),
  monthlyMinor: z.number(),
  /** Conversions, or revenue in minor units; null without curves. */
  outcome: z.number().nullable(),
  /** Minor units that one more conversion, or one more minor unit of revenue, costs. */
  marginalCost: z.number().nullable(),
  /** Creators of a campaign-month, at what one is paid now. */
  creators: z.number().nullable(),
})
export type PlanSide = z.infer<typeof PlanSide>

export const PlanSplit = z.object({ micro: PlanSide, macro: PlanSide, outcome: z.number().nullable() })
export type PlanSplit = z.infer<typeof PlanSplit>

/** What a tier's curve rests on. */
export const PlanData = z.object({
  campaigns: z.int(),
  campaignMonths: z.int(),
  spendMinor: MinorUnits,
  outcome: z.number(),
  conversions: z.int(),
  spendPerCreatorMinor: z.number().nullable(),
  /** Standard deviation of ln spend between campaign-months. */
  logSpendSd: z.number(),
  /** Campaign-months left out: with results but no spend, and with less than no revenue. */
  unpaid: z.int(),
  refunded: z.int(),
})
export type PlanData = z.infer<typeof PlanData>

export const PlanReasonCode = z.enum([
  'few-campaigns',
  'few-cells',
  'little-variation',
  'few-conversions',
  'no-revenue',
  'budget-outside',
  'uncertain-gain',
  'small-gain',
])
export type PlanReasonCode = z.infer<typeof PlanReasonCode>

/** Why no other split is proposed. */
export const PlanReason = z.object({
  code: PlanReasonCode,
  tier: z.enum(['micro', 'macro']).nullable(),
  /** What was found, and what the rule asks for. */
  found: z.number(),
  needed: z.number(),
  message: z.string(),
  /** What would mend it. */
  help: z.string(),
})
export type PlanReason = z.infer<typeof PlanReason>

export const PlanCaveatCode = z.enum([
  'more-creators',
  'association',
  'at-bound',
  'present-outside',
  'left-out',
  'cut-months',
])
export const PlanCaveat = z.object({ code: PlanCaveatCode, message: z.string() })
export type PlanCaveat = z.infer<typeof PlanCaveat>

export const PlanVerdict = z.enum(['change', 'keep', 'outside', 'not_enough_data'])
export type PlanVerdict = z.infer<typeof PlanVerdict>

export const ResolvedPlanQuery = PlanQuery.omit({ snapshot: true, preview: true }).extend({
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
  /** Null where none was given and nothing was spent. */
  budgetMinor: MinorUnits.nullable(),
  goal: PlanGoal,
})

export const Plan = z.object({
  snapshot: SnapshotRef,
  preview: PreviewId.nullable(),
  query: ResolvedPlanQuery,
  currency: CurrencyCode,
  tierRule: TierRule,
  verdict: PlanVerdict,
  sentence: z.string(),
  reasons: z.array(PlanReason),
  data: z.object({ micro: PlanData, macro: PlanData }),
  /** Null where the data do not carry them. */
  curves: z.object({ micro: PlanCurve, macro: PlanCurve }).nullable(),
  /** Budgets, of the whole plan, that lie within what was seen; null without curves. */
  budgets: z.object({ lowMinor: MinorUnits, highMinor: MinorUnits }).nullable(),
  /** The budget at the shares of all money so far. */
  current: PlanSplit.nullable(),
  /** Null where the current split stays. */
  proposed: PlanSplit.nullable(),
  /** Of the best split found over the current one, also where it is not proposed. */
  gain: z.object({ share: PlanSpread, outcome: PlanSpread }).nullable(),
  /** Where the best split lies: micro's share of the budget. */
  microShare: PlanSpread.nullable(),
  caveats: z.array(PlanCaveat),
})
export type Plan = z.infer<typeof Plan>
