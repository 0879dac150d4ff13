import { Hono } from 'hono'
import { BooksSummary } from '../../contract/books.ts'
import { Claims } from '../../contract/claims.ts'
import { CampaignList, CreatorList, Report } from '../../contract/report.ts'
import { answerClaims } from '../../usecases/answer-claims.ts'
import { answerReport } from '../../usecases/answer-report.ts'
import { describeBooks } from '../../usecases/describe-books.ts'
import { listCampaigns } from '../../usecases/list-campaigns.ts'
import { listCreators } from '../../usecases/list-creators.ts'
import { pinAnswer } from '../answer-cached.ts'
import type { ApiEnv } from '../api-env.ts'
import { declareRoute } from '../declare-route.ts'
import { listParameters, reportParameters, splitListing, stateParameters } from '../report-parameters.ts'
import { requireCreatorRole } from '../require-creator-role.ts'

const cached = { ETag: 'Names the answer: the same snapshot, query and role give the same bytes.' }
const unchanged = { description: 'Nothing has changed since the answer named in If-None-Match.', headers: cached }
const headers = { 'If-None-Match': 'ETag of an answer that the caller holds.' }
const json = 'application/json'

export const reportRoutes = () =>
  new Hono<ApiEnv>()
    .get(
      '/report',
      declareRoute({
        id: 'getReport',
        tag: 'Reports',
        summary: 'What micro and macro creators cost and brought',
        description:
          'Totals and metrics by tier, the comparison, the series and the reconciliation, of one snapshot. The filter by creator needs the role finance or admin.',
        roles: ['executive', 'finance', 'admin'],
        query: reportParameters,
        headers,
        answers: { 200: { description: 'The report.', type: json, schema: Report, headers: cached }, 304: unchanged },
        problems: ['preview-outdated'],
      }),
      async (c) => {
        const query = c.req.valid('query')
        requireCreatorRole(c.var.actor.role, query)
        const { unchanged, pin } = await pinAnswer(c, 'report', query)
        if (unchanged) return c.body(null, 304)
        const report = await answerReport({ books: c.var.books }, { ...query, ...pin })
        return c.json(Report.parse(report), 200)
      },
    )
    .get(
      '/claims',
      declareRoute({
        id: 'getClaims',
        tag: 'Reports',
        summary: 'What is often said of micro creators, held against the books',
        description:
          'Six claims with their status, the tests behind it and the data that lack. Takes the query of a report; its metric is always that of the objective, and nothing is compared with an earlier range. The filter by creator needs the role finance or admin.',
        roles: ['executive', 'finance', 'admin'],
        query: reportParameters,
        headers,
        answers: { 200: { description: 'The claims.', type: json, schema: Claims, headers: cached }, 304: unchanged },
        problems: ['preview-outdated'],
      }),
      async (c) => {
        const query = c.req.valid('query')
        requireCreatorRole(c.var.actor.role, query)
        const { unchanged, pin } = await pinAnswer(c, 'claims', query)
        if (unchanged) return c.body(null, 304)
        const claims = await answerClaims({ books: c.var.books }, { ...query, ...pin })
        return c.json(Claims.parse(claims), 200)
      },
    )
    .get(
      '/creators',
      declareRoute({
        id: 'listCreators',
        tag: 'Reports',
        summary: 'Creators with what they cost and brought',
        description: 'Holds money of single creators: executives get the other columns once fields can be withheld.',
        roles: ['finance', 'admin'],
        query: listParameters,
        headers,
        answers: {
          200: { description: 'One page of creators.', type: json, schema: CreatorList, headers: cached },
          304: unchanged,
        },
        problems: ['preview-outdated'],
      }),
      async (c) => {
        const listing = c.req.valid('query')
        const { unchanged, pin } = await pinAnswer(c, 'creators', listing)
        if (unchanged) return c.body(null, 304)
        const { query, page } = splitListing(listing)
        const creators = await listCreators({ books: c.var.books }, { ...query, ...pin }, page)
        return c.json(CreatorList.parse(creators), 200)
      },
    )
    .get(
      '/campaigns',
      declareRoute({
        id: 'listCampaigns',
        tag: 'Reports',
        summary: 'Campaigns with what they cost and brought',
        roles: ['finance', 'admin'],
        query: listParameters,
        headers,
        answers: {
          200: { description: 'One page of campaigns.', type: json, schema: CampaignList, headers: cached },
          304: unchanged,
        },
        problems: ['preview-outdated'],
      }),
      async (c) => {
        const listing = c.req.valid('query')
        const { unchanged, pin } = await pinAnswer(c, 'campaigns', listing)
        if (unchanged) return c.body(null, 304)
        const { query, page } = splitListing(listing)
        const campaigns = await listCampaigns({ books: c.var.books }, { ...query, ...pin }, page)
        return c.json(CampaignList.parse(campaigns), 200)
      },
    )
    .get(
      '/books',
      declareRoute({
        id: 'getBooks',
        tag: 'Reports',
        summary: 'What a state of the books holds and can be filtered by',
        roles: ['executive', 'finance', 'admin'],
        query: stateParameters,
        headers,
        answers: {
          200: { description: 'The books in short.', type: json, schema: BooksSummary, headers: cached },
          304: unchanged,
        },
        problems: ['preview-outdated'],
      }),
      async (c) => {
        const { unchanged, pin } = await pinAnswer(c, 'books', c.req.valid('query'))
        if (unchanged) return c.body(null, 304)
        return c.json(BooksSummary.parse(await describeBooks({ books: c.var.books }, pin)), 200)
      },
    )
