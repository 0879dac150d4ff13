import type { Scenario } from '../contract/scenario.ts'
import { type ScenarioReader, toScenario } from '../domain/planner/scenario-record.ts'
import type { Books } from '../store/ports.ts'

/** All saved plans, by name. */
export async function listScenarios(
  deps: { books: Pick<Books, 'scenarios'> },
  reader: ScenarioReader,
): Promise<Scenario[]> {
  const scenarios = (await deps.books.scenarios.list()).map((record) => toScenario(record, reader))
  return scenarios.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
}
