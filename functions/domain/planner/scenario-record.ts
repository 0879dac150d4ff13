import * as z from 'zod'
import { Scenario } from '../../contract/scenario.ts'

/** A scenario as it is stored. */
export const ScenarioRecord = Scenario.omit({ deletable: true }).extend({ format: z.literal(1) })
export type ScenarioRecord = z.infer<typeof ScenarioRecord>

/** Who asks. */
export type ScenarioReader = Readonly<{ name: string; isAdmin: boolean }>

export const mayDelete = ({ savedBy }: Pick<ScenarioRecord, 'savedBy'>, { name, isAdmin }: ScenarioReader): boolean =>
  isAdmin || savedBy === name

export function toScenario({ format: _, ...record }: ScenarioRecord, reader: ScenarioReader): Scenario {
  return { ...record, deletable: mayDelete(record, reader) }
}
