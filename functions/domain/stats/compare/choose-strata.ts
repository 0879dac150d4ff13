import type { Cells } from '../cells.ts'
import { metricRates } from '../metric-rates.ts'
import { describeSample, type Sample } from './describe-sample.ts'
import { totalStrata } from './stratum-totals.ts'

/** What a level of strata must leave to compare, of each arm. Source: statistics specification, 2. */
const needed = { coverage: 0.7, units: 5, effectiveUnits: 3 } as const

/** Looks at spend only, never at outcomes. */
export function levelPasses(cells: Cells): { passes: boolean; sample: Sample } {
  const rate = { ...metricRates.cpm, outcome: 'spend', rare: [] } as const
  const sample = describeSample(cells, rate, totalStrata(cells, rate))
  const passes = ([0, 1] as const).every(
    (arm) =>
      sample.coverage.arms[arm] >= needed.coverage &&
      sample.units[arm] >= needed.units &&
      sample.effectiveByExposure[arm] >= needed.effectiveUnits,
  )
  return { passes, sample }
}
