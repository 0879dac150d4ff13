import type { Contrast } from './compare-arms.ts'

/** What has to be there before a verdict is said. Source: statistics specification, 1.6. */
export const gateLimits = {
  unitsMin: 5,
  effectiveUnitsMin: 3,
  expectedEventsMin: 10,
  /** Of the exposure of each arm, in strata that both arms are in. */
  coverageMin: 0.5,
} as const

export type GateFailure = {
  gate: 'creators' | 'effective_creators' | 'events' | 'undefined' | 'one_creator_holds_all' | 'coverage'
  /** The arm that lacks it; undefined where it is about both. */
  arm?: 0 | 1
}

/** Gates that fail, in their order. None looks at which arm did well: one on observed outcomes breaks the error rate. */
export function failedGates({ sample, undefinedBecause }: Contrast): GateFailure[] {
  const failures: GateFailure[] = []
  for (const arm of [0, 1] as const) {
    if (sample.units[arm] < gateLimits.unitsMin) failures.push({ gate: 'creators', arm })
    if (sample.effectiveByExposure[arm] < gateLimits.effectiveUnitsMin)
      failures.push({ gate: 'effective_creators', arm })
    if (sample.expectedEvents && sample.expectedEvents[arm] < gateLimits.expectedEventsMin)
      failures.push({ gate: 'events', arm })
  }
  if (undefinedBecause) failures.push({ gate: undefinedBecause })
  if (Math.min(...sample.coverage.arms) < gateLimits.coverageMin) failures.push({ gate: 'coverage' })
  return failures
}
