import type { Contrast } from './compare-arms.ts'
import { failedGates, type GateFailure } from './gates.ts'
import type { LeaveOneOut } from './leave-one-out.ts'
import { pValueOf } from './p-value.ts'

export type ArmVerdict = 'a_better' | 'b_better' | 'no_material_difference' | 'inconclusive' | 'not_enough_data'

const significance = 0.05
/** A ratio between 1/1.1 and 1.1 is no difference that anybody would act on. */
const materialRatio = 1.1

export type Decision = { verdict: ArmVerdict; failures: GateFailure[] }

/**
 * The verdict on one comparison, from its ratio only. Where campaigns were left out in turn as well (`byCampaign`), both
 * have to say it; null: there were enough campaigns, but one of them carries an arm. Source: statistics specification, 1.4.
 */
export function decideVerdict(contrast: Contrast, byCampaign?: Pick<LeaveOneOut, 'ratio'> | null): Decision {
  const failures = failedGates(contrast)
  const { left, rate } = contrast
  if (failures.length > 0 || !left) return { verdict: 'not_enough_data', failures }
  const ranges = byCampaign === undefined ? [left.ratio] : [left.ratio, byCampaign?.ratio]
  if (ranges.every((range) => range && pValueOf(range) < significance))
    return { verdict: left.theta < 0 === rate.lowerIsBetter ? 'a_better' : 'b_better', failures }
  const immaterial = ranges.every((range) => range && range.low > 1 / materialRatio && range.high < materialRatio)
  return { verdict: immaterial ? 'no_material_difference' : 'inconclusive', failures }
}
