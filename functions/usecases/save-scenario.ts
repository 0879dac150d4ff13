import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import { type NewScenario, type Scenario, ScenarioId } from '../contract/scenario.ts'
import { goalOf } from '../domain/planner/goal-of.ts'
import { type ScenarioReader, type ScenarioRecord, toScenario } from '../domain/planner/scenario-record.ts'
import type { Books } from '../store/ports.ts'
import { resolveSnapshot } from './resolve-snapshot.ts'

type Deps = { books: Pick<Books, 'ledger' | 'scenarios'>; now: () => string; newId: () => string }

/**
 * Keeps a plan's question under a name, with the snapshot that it is answered from: the one it names, else the newest.
 * Throws `not-found` for a snapshot that never was, `conflict` for a name in use, `too-many-scenarios`.
 */
export async function saveScenario(
  deps: Deps,
  { name, query }: NewScenario,
  reader: ScenarioReader,
): Promise<Scenario> {
  const { number, body } = await resolveSnapshot(deps, { snapshot: query.snapshot })
  const standing = await deps.books.scenarios.list()
  const same = standing.find((scenario) => scenario.name.toLowerCase() === name.toLowerCase())
  if (same)
    throw new CodedError('conflict', `${same.savedBy} has saved a plan as “${same.name}” already. Choose another name.`)
  if (standing.length >= limits.scenariosMax)
    throw new CodedError('too-many-scenarios', `At most ${limits.scenariosMax} plans are kept. Delete some first.`)
  const record: ScenarioRecord = {
    format: 1,
    id: ScenarioId.parse(deps.newId()),
    name,
    query: { ...query, snapshot: number, goal: goalOf(query.goal, body.settings.objective) },
    currency: body.settings.reportingCurrency,
    savedBy: reader.name,
    savedAt: deps.now(),
  }
  await deps.books.scenarios.put(record)
  return toScenario(record, reader)
}
