import { Hono } from 'hono'
import { Plan } from '../../contract/plan.ts'
import { makeBudgetPlan } from '../../usecases/make-budget-plan.ts'
import { pinAnswer } from '../answer-cached.ts'
import type { ApiEnv } from '../api-env.ts'
import { declareRoute } from '../declare-route.ts'
import { planParameters } from '../report-parameters.ts'
import { requireCreatorRole } from '../require-creator-role.ts'

const roles = ['executive', 'finance', 'admin'] as const
const cached = { ETag: 'Names the answer: the same snapshot, query and role give the same bytes.' }
const json = 'application/json'

/** How to split a budget over micro and macro. */
export const planRoutes = () =>
  new Hono<ApiEnv>().get(
    '/plan',
    declareRoute({
      id: 'getPlan',
      tag: 'Reports',
      summary: 'How to split a budget over micro and macro creators',
      description:
        'The current split beside the best one, response curves, the gain with its interval and what one more conversion costs; where the data do not carry a recommendation, why not and what would help. From one snapshot. The filter by creator needs the role finance or admin.',
      roles,
      query: planParameters,
      headers: { 'If-None-Match': 'ETag of an answer that the caller holds.' },
      answers: {
        200: { description: 'The plan.', type: json, schema: Plan, headers: cached },
        304: { description: 'Nothing has changed since the answer named in If-None-Match.', headers: cached },
      },
      problems: ['preview-outdated'],
    }),
    async (c) => {
      const query = c.req.valid('query')
      requireCreatorRole(c.var.actor.role, query)
      const { unchanged, pin } = await pinAnswer(c, 'plan', query)
      if (unchanged) return c.body(null, 304)
      const plan = await makeBudgetPlan({ books: c.var.books }, { ...query, ...pin })
      return c.json(Plan.parse(plan), 200)
    },
  )
