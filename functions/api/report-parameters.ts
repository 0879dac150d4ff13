import * as z from 'zod'
import { NameId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { PlanQuery } from '../contract/plan.ts'
import { ReportQuery } from '../contract/report.ts'
import { NewScenario } from '../contract/scenario.ts'
import { pageQuery } from './read-input.ts'

/** Listed here and not in the contract, because they speak of a request: what excludes what, what comes in pairs. */
export const reportParameters = ReportQuery.superRefine(requireConsistency)

/** A plan's question; what a report alone is asked by is refused as unknown. */
export const planParameters = PlanQuery.superRefine(requireConsistency)

export const scenarioBody = NewScenario.extend({
  query: NewScenario.shape.query.superRefine(requireConsistency).superRefine(requireBrevity),
})

/** Which state of the books, and nothing else. */
export const stateParameters = ReportQuery.pick({ snapshot: true, preview: true }).superRefine(oneStateOnly)

const listPage = pageQuery.extend({
  search: z.exactOptional(z.string().min(1).max(limits.textCharsMax)),
  only: z.exactOptional(NameId),
  sort: z.exactOptional(z.string().min(1).max(40)),
  order: z.exactOptional(z.enum(['asc', 'desc'])),
})

export const listParameters = ReportQuery.extend(listPage.shape).superRefine(requireConsistency)

/** A list's parameters apart: what is asked of the books, and which rows of the answer. */
export function splitListing(listing: z.output<typeof listParameters>) {
  return { query: ReportQuery.parse(listing), page: listPage.parse(listing) }
}

type Consistent = Partial<Pick<ReportQuery, 'from' | 'to' | 'compareFrom' | 'compareTo' | 'snapshot' | 'preview'>>

function requireConsistency(query: Consistent, context: z.RefinementCtx): void {
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
  oneStateOnly({ snapshot, preview }, context)
}

function requireBrevity(query: object, context: z.RefinementCtx): void {
  const characters = JSON.stringify(query).length
  const most = limits.scenarioQueryCharsMax
  if (characters <= most) return
  context.addIssue({
    code: 'custom',
    message: `expected at most ${most} characters of filters; found ${characters}: name fewer campaigns, brands, niches or regions`,
  })
}

export function oneStateOnly(state: { snapshot?: unknown; preview?: unknown }, context: z.RefinementCtx): void {
  if (state.snapshot === undefined || state.preview === undefined) return
  context.addIssue({ code: 'custom', path: ['preview'], message: 'snapshot and preview exclude each other' })
}
