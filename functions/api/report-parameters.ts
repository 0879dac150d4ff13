import * as z from 'zod'
import { limits } from '../contract/limits.ts'
import { ReportQuery } from '../contract/report.ts'
import { pageQuery } from './read-input.ts'

/** Listed here and not in the contract, because they speak of a request: what excludes what, what comes in pairs. */
export const reportParameters = ReportQuery.superRefine(requireConsistency)

const listPage = pageQuery.extend({
  search: z.exactOptional(z.string().min(1).max(limits.textCharsMax)),
  sort: z.exactOptional(z.string().min(1).max(40)),
  order: z.exactOptional(z.enum(['asc', 'desc'])),
})

export const listParameters = ReportQuery.extend(listPage.shape).superRefine(requireConsistency)

/** A list's parameters apart: what is asked of the books, and which rows of the answer. */
export function splitListing(listing: z.output<typeof listParameters>) {
  return { query: ReportQuery.parse(listing), page: listPage.parse(listing) }
}

function requireConsistency(query: ReportQuery, context: z.RefinementCtx): void {
  const refuse = (name: keyof ReportQuery, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message })
  const { from, to, compareFrom, compareTo, snapshot, preview } = query
  if (from && to && from > to) refuse('from', `expected a day not after "to" (${to}); found ${from}`)
  if (!compareFrom !== !compareTo) {
    refuse(compareFrom ? 'compareTo' : 'compareFrom', 'compareFrom and compareTo are given together or not at all')
  }
  if (compareFrom && compareTo && compareFrom > compareTo) {
    refuse('compareFrom', `expected a day not after "compareTo" (${compareTo}); found ${compareFrom}`)
  }
  if (snapshot !== undefined && preview !== undefined) {
    refuse('preview', 'snapshot and preview exclude each other')
  }
}

export const reportParameterTexts: Record<string, string> = {
  from: 'First day; absent: the first that the books hold.',
  to: 'Last day, included; absent: the last that the books hold.',
  compareFrom: 'First day of the range to compare with; only together with compareTo.',
  compareTo: 'Last day of the range to compare with.',
  basis: 'period: rows dated in the range. campaign: all rows of campaigns that ran in the range.',
  spendBasis: 'accrued: every status counts. paid: rows that are paid or have no status.',
  overhead: 'Spend without a creator: apart, or spread over creators in proportion to their direct spend.',
  campaign: 'Only these campaigns. Texts are matched without regard to case.',
  brand: 'Only these brands.',
  platform: 'Only these platforms.',
  niche: 'Only creators of these niches.',
  region: 'Only creators of these regions.',
  objective: 'Only campaigns with these objectives.',
  tier: 'Only these tiers.',
  metric: 'What the comparison is about; absent: what suits the objective.',
  snapshot: 'A past state of the books; absent: the newest.',
  preview: 'A staged change, shown as if it were committed.',
  limit: 'Rows of one page.',
  cursor: 'The `next` of the page before.',
  search: 'Only rows whose name contains this.',
  sort: 'The column to sort by.',
  order: 'Which end comes first.',
}
