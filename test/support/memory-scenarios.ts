import type { ScenarioRecord } from '../../functions/domain/planner/scenario-record.ts'
import type { Scenarios } from '../../functions/store/ports.ts'

/** The port on a map, by id. */
export function memoryScenarios(scenarios: Map<string, ScenarioRecord>): Scenarios {
  return {
    list: async () => [...scenarios.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    find: async (id) => scenarios.get(id),
    put: async (record) => void scenarios.set(record.id, record),
    remove: async (id) => void scenarios.delete(id),
  }
}
