import { PlanQuery } from '../../functions/contract/plan.ts'
import { ScenarioId } from '../../functions/contract/scenario.ts'
import type { ScenarioRecord } from '../../functions/domain/planner/scenario-record.ts'
import { anInstant, uploadId } from './builders.ts'

export function aScenario(parts: Partial<ScenarioRecord> = {}): ScenarioRecord {
  const { preview: _, ...query } = PlanQuery.parse({ budgetMinor: 1_000_000, campaigns: 2, months: 3 })
  return {
    format: 1,
    id: ScenarioId.parse(uploadId(80)),
    name: 'Spring',
    query: { ...query, goal: 'conversions', snapshot: 1 },
    currency: 'USD',
    savedBy: 'anna@example.com',
    savedAt: anInstant,
    ...parts,
  }
}
