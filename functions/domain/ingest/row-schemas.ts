import * as z from 'zod'
import { limits } from '../../contract/limits.ts'
import { parseDay } from '../calendar.ts'

const day = z
  .int()
  .min(parseDay(limits.dateMin) as number)
  .max(parseDay(limits.dateMax) as number)
const text = z.string().max(limits.textCharsMax)
const count = z.int().min(0).max(limits.countMax)
/** Returned orders are negative. */
const net = z.int().min(-limits.countMax).max(limits.countMax)
const money = z.int().min(-limits.amountMinorMax).max(limits.amountMinorMax)
const score = z.int().min(0).max(10_000)

/** A result row, typed: days as integers, money in minor units, scores in hundredths; null where the cell is blank. */
export const ResultRow = z.object({
  day,
  campaign: text,
  creator: text,
  platform: text,
  post: text,
  published: day.nullable(),
  currency: z.string().max(3),
  followers: count.nullable(),
  impressions: count.nullable(),
  reach: count.nullable(),
  engagements: count.nullable(),
  comments: count.nullable(),
  saves: count.nullable(),
  shares: count.nullable(),
  clicks: count.nullable(),
  conversions: net.nullable(),
  revenue: money.nullable(),
  grossProfit: money.nullable(),
  contentScore: score.nullable(),
  brandFit: score.nullable(),
})
export type ResultRow = z.infer<typeof ResultRow>

/** A spend row, typed. `periodDays` is 0 where the row is not spread; `status` a position in `spendStatuses`. */
export const SpendRowSchema = z.object({
  day,
  campaign: text,
  creator: text,
  platform: text,
  category: text,
  lineId: text,
  reference: text,
  status: z.int().min(0).max(3),
  amount: money,
  currency: z.string().length(3),
  periodStart: z.int(),
  periodDays: z.int().min(0).max(limits.spreadDaysMax),
})
export type SpendFields = z.infer<typeof SpendRowSchema>

/** Compiled once: a row costs tens of nanoseconds, a failure is the ordinary one. */
export const checkResultRow = z.compile(ResultRow)
export const checkSpendRow = z.compile(SpendRowSchema)

/** What a field may hold, in words. */
export const fieldRules: Record<string, string> = {
  day: `a date from ${limits.dateMin} to ${limits.dateMax}`,
  published: `a date from ${limits.dateMin} to ${limits.dateMax}`,
  campaign: `at most ${limits.textCharsMax} characters`,
  creator: `at most ${limits.textCharsMax} characters`,
  platform: `at most ${limits.textCharsMax} characters`,
  post: `at most ${limits.textCharsMax} characters`,
  category: `at most ${limits.textCharsMax} characters`,
  lineId: `at most ${limits.textCharsMax} characters`,
  reference: `at most ${limits.textCharsMax} characters`,
  amount: 'an amount below a million million',
  revenue: 'an amount below a million million',
  grossProfit: 'an amount below a million million',
  periodDays: `a period of 1 to ${limits.spreadDaysMax} days`,
  contentScore: 'a score from 0 to 100',
  brandFit: 'a score from 0 to 100',
}
