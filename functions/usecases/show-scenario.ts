import type { ScenarioId, ScenarioPlan } from '../contract/scenario.ts'
import { type ScenarioReader, type ScenarioRecord, toScenario } from '../domain/planner/scenario-record.ts'
import type { Books } from '../store/ports.ts'
import { findScenario } from './find-scenario.ts'
import { makeBudgetPlan } from './make-budget-plan.ts'

/**
 * A saved plan, worked out again from its snapshot. Throws `not-found`.
 * @param allow throws where who asks may not see what the plan is about
 */
export async function showScenario(
  deps: { books: Books },
  id: ScenarioId,
  reader: ScenarioReader,
  allow: (query: ScenarioRecord['query']) => void,
): Promise<ScenarioPlan> {
  const record = await findScenario(deps, id)
  allow(record.query)
  return { scenario: toScenario(record, reader), plan: await makeBudgetPlan(deps, record.query) }
}
