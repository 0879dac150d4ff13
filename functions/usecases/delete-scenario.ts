import { CodedError } from '../contract/problem.ts'
import type { Scenario, ScenarioId } from '../contract/scenario.ts'
import { mayDelete, type ScenarioReader, toScenario } from '../domain/planner/scenario-record.ts'
import type { Books } from '../store/ports.ts'
import { findScenario } from './find-scenario.ts'

/** Deletes a saved plan and returns what it was. Throws `not-found`, `forbidden` for another's but for admins. */
export async function deleteScenario(
  deps: { books: Pick<Books, 'scenarios'> },
  id: ScenarioId,
  reader: ScenarioReader,
): Promise<Scenario> {
  const record = await findScenario(deps, id)
  if (!mayDelete(record, reader))
    throw new CodedError(
      'forbidden',
      `“${record.name}” was saved by ${record.savedBy}: only they or an admin delete it.`,
    )
  await deps.books.scenarios.remove(id)
  return toScenario(record, reader)
}
