import * as z from 'zod'
import { Instant } from './ids.ts'
import { limits } from './limits.ts'
import { CurrencyCode } from './money.ts'
import { Plan, PlanGoal, PlanQuery } from './plan.ts'

/** A ULID. */
export const ScenarioId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  .brand<'ScenarioId'>()
export type ScenarioId = z.infer<typeof ScenarioId>

export const ScenarioName = z.string().trim().min(1).max(limits.scenarioNameCharsMax)

/** A plan to be kept: its question, of the snapshot named or of the newest. A preview is gone one day, so it cannot be kept. */
export const NewScenario = z.object({ name: ScenarioName, query: PlanQuery.omit({ preview: true }).strict() })
export type NewScenario = z.infer<typeof NewScenario>

/** A kept plan: its question with the snapshot that it is answered from, for ever. */
export const Scenario = z.object({
  id: ScenarioId,
  name: z.string(),
  query: PlanQuery.omit({ preview: true }).extend({ snapshot: z.int(), goal: PlanGoal }),
  /** What the budget is in: the reporting currency of that snapshot. */
  currency: CurrencyCode,
  savedBy: z.string(),
  savedAt: Instant,
  /** Whether who asks may delete it: its maker, or an admin. */
  deletable: z.boolean(),
})
export type Scenario = z.infer<typeof Scenario>

export const ScenarioList = z.object({ scenarios: z.array(Scenario) })

/** A kept plan, worked out again from its snapshot: the same numbers as when it was kept. */
export const ScenarioPlan = z.object({ scenario: Scenario, plan: Plan })
export type ScenarioPlan = z.infer<typeof ScenarioPlan>
