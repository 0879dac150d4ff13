import { Hono } from 'hono'
import * as z from 'zod'
import { Scenario, ScenarioId, ScenarioList, ScenarioPlan } from '../../contract/scenario.ts'
import type { Actor } from '../../identity/ports.ts'
import { deleteScenario } from '../../usecases/delete-scenario.ts'
import { listScenarios } from '../../usecases/list-scenarios.ts'
import { saveScenario } from '../../usecases/save-scenario.ts'
import { showScenario } from '../../usecases/show-scenario.ts'
import type { ApiDeps, ApiEnv } from '../api-env.ts'
import { declareRoute } from '../declare-route.ts'
import { scenarioBody } from '../report-parameters.ts'
import { requireCreatorRole } from '../require-creator-role.ts'

const roles = ['executive', 'finance', 'admin'] as const
const tag = 'Reports'
const path = z.object({ id: ScenarioId })
const type = 'application/json'
const readerOf = ({ name, role }: Actor) => ({ name, isAdmin: role === 'admin' })

/** Plans that are kept under a name, each with its snapshot. */
export const scenarioRoutes = (deps: Pick<ApiDeps, 'now' | 'newId'>) =>
  new Hono<ApiEnv>()
    .get(
      '/scenarios',
      declareRoute({
        id: 'listScenarios',
        tag,
        summary: 'Saved plans, by name',
        roles,
        answers: { 200: { description: 'All of them, as questions.', type, schema: ScenarioList } },
      }),
      async (c) => c.json(ScenarioList.parse({ scenarios: await listScenarios(c.var, readerOf(c.var.actor)) }), 200),
    )
    .post(
      '/scenarios',
      declareRoute({
        id: 'saveScenario',
        tag,
        summary: 'Save a plan under a name',
        description:
          'Its question is kept with the snapshot that it names, else with the newest: opened later, it gives the same numbers.',
        roles,
        body: scenarioBody,
        answers: { 201: { description: 'The saved plan.', type, schema: Scenario } },
        problems: ['conflict', 'too-many-scenarios'],
      }),
      async (c) => {
        const wanted = c.req.valid('json')
        requireCreatorRole(c.var.actor.role, wanted.query)
        const saved = await saveScenario({ ...deps, ...c.var }, wanted, readerOf(c.var.actor))
        return c.json(Scenario.parse(saved), 201)
      },
    )
    .get(
      '/scenarios/:id',
      declareRoute({
        id: 'getScenario',
        tag,
        summary: 'A saved plan, worked out again from its snapshot',
        roles,
        path,
        answers: { 200: { description: 'Its question and the plan.', type, schema: ScenarioPlan } },
      }),
      async (c) => {
        const { actor } = c.var
        const allow = (query: Parameters<typeof requireCreatorRole>[1]) => requireCreatorRole(actor.role, query)
        const shown = await showScenario(c.var, c.req.valid('param').id, readerOf(actor), allow)
        return c.json(ScenarioPlan.parse(shown), 200)
      },
    )
    .delete(
      '/scenarios/:id',
      declareRoute({
        id: 'deleteScenario',
        tag,
        summary: 'Delete a saved plan',
        description: 'Its maker may, and admins.',
        roles,
        path,
        answers: { 200: { description: 'The plan that is deleted.', type, schema: Scenario } },
      }),
      async (c) => {
        const deleted = await deleteScenario(c.var, c.req.valid('param').id, readerOf(c.var.actor))
        return c.json(Scenario.parse(deleted), 200)
      },
    )
