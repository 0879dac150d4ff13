import { CodedError } from '../contract/problem.ts'
import type { ScenarioId } from '../contract/scenario.ts'
import type { ScenarioRecord } from '../domain/planner/scenario-record.ts'
import type { Books } from '../store/ports.ts'

/** Throws `not-found`. */
export async function findScenario(deps: { books: Pick<Books, 'scenarios'> }, id: ScenarioId): Promise<ScenarioRecord> {
  const found = await deps.books.scenarios.find(id)
  if (!found) throw new CodedError('not-found', `There is no saved plan ${id} in this workspace. It may be deleted.`)
  return found
}
