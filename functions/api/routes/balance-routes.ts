import { Hono } from 'hono'
import * as z from 'zod'
import { Month } from '../../contract/ids.ts'
import { ReportQuery } from '../../contract/report.ts'
import { TrialBalance } from '../../contract/trial-balance.ts'
import { trialBalanceCsv } from '../../domain/report/trial-balance-csv.ts'
import { makeTrialBalance } from '../../usecases/make-trial-balance.ts'
import { pinAnswer } from '../answer-cached.ts'
import type { ApiEnv } from '../api-env.ts'
import { declareRoute } from '../declare-route.ts'

const roles = ['finance', 'admin'] as const
const query = ReportQuery.pick({ snapshot: true, preview: true })
  .extend({ from: z.exactOptional(Month), to: z.exactOptional(Month) })
  .superRefine(({ from, to, snapshot, preview }, context) => {
    const refuse = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
    if (from && to && from > to) refuse('from', `expected a month not after "to" (${to}); found ${from}`)
    if (snapshot !== undefined && preview !== undefined) refuse('preview', 'snapshot and preview exclude each other')
  })
const cached = { ETag: 'Names the answer: the same snapshot, query and role give the same bytes.' }
const unchanged = { description: 'Nothing has changed since the answer named in If-None-Match.', headers: cached }
const headers = { 'If-None-Match': 'ETag of an answer that the caller holds.' }
const shared = { tag: 'Books', roles, query, headers, problems: ['preview-outdated'] } as const
const description =
  'Of each month, measure and original currency: the rows’ own sum, the same at the month’s rate, and the fx and rounding lines that tie it to the reporting currency to the cent. `from` and `to` are months.'

export const balanceRoutes = () =>
  new Hono<ApiEnv>()
    .get(
      '/trial-balance',
      declareRoute({
        ...shared,
        id: 'getTrialBalance',
        summary: 'What ties rows in their own currencies to the books',
        description,
        answers: {
          200: { description: 'The trial balance.', type: 'application/json', schema: TrialBalance, headers: cached },
          304: unchanged,
        },
      }),
      async (c) => {
        const asked = c.req.valid('query')
        const { unchanged, pin } = await pinAnswer(c, 'trial-balance', asked)
        if (unchanged) return c.body(null, 304)
        return c.json(TrialBalance.parse(await makeTrialBalance({ books: c.var.books }, { ...asked, ...pin })), 200)
      },
    )
    .get(
      '/trial-balance.csv',
      declareRoute({
        ...shared,
        id: 'exportTrialBalance',
        summary: 'The trial balance as a file for the general ledger',
        description: `${description} Three lines each: the balance, its fx and its rounding.`,
        answers: { 200: { description: 'A CSV file.', type: 'text/csv', headers: cached }, 304: unchanged },
      }),
      async (c) => {
        const asked = c.req.valid('query')
        const { unchanged, pin } = await pinAnswer(c, 'trial-balance.csv', asked)
        if (unchanged) return c.body(null, 304)
        const balance = await makeTrialBalance({ books: c.var.books }, { ...asked, ...pin })
        c.header('Content-Type', 'text/csv; charset=utf-8')
        c.header('Content-Disposition', `attachment; filename="trial-balance-snapshot-${balance.snapshot.number}.csv"`)
        return c.body(trialBalanceCsv(balance), 200)
      },
    )
