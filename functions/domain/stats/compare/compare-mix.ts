import type { LogEstimate } from '../log-estimate.ts'
import { estimateLog } from '../log-estimate.ts'
import type { Contrast } from './compare-arms.ts'
import { effectiveUnits } from './describe-sample.ts'
import { addAtHome, joinDegrees } from './leave-one-out.ts'
import { pValueOf } from './p-value.ts'

/** Smaller differences than these are not worth a word. */
const worthSaying = Math.log(1.05)
const material = Math.log(1.1)

export type Mix = {
  /** `θ_crude - θ_like`: what of the crude difference comes from where each arm spent. */
  shift: LogEstimate
  flag: 'none' | 'mix_material' | 'possible_reversal' | 'reversal'
}

/**
 * Whether the crude comparison says something else than like for like (Simpson). Each unit's change of the shift is its
 * change of the crude ratio less that of the adjusted one; degrees of freedom as the crude ones. Source: statistics
 * specification, 2.
 */
export function compareMix(crude: Contrast, adjusted: Contrast): Mix | null {
  if (!crude.left || !adjusted.left) return null
  const variances = new Float64Array(2)
  for (let u = 0; u < crude.left.changes.length; u++) {
    const change = (crude.left.changes[u] as number) - (adjusted.left.changes[u] as number)
    addAtHome(variances, 0, crude.left.home[u] as number, change * change)
  }
  const df = [0, 1].map((arm) => Math.max(1, effectiveUnits(crude.sample, arm as 0 | 1) - 1)) as [number, number]
  const [a, b] = [variances[0] as number, variances[1] as number]
  const shift = estimateLog(Math.exp(crude.left.theta - adjusted.left.theta), a + b, joinDegrees(a, b, df))
  return { shift, flag: flagOf(crude.left.theta, adjusted.left.theta, shift) }
}

function flagOf(crude: number, adjusted: number, shift: LogEstimate): Mix['flag'] {
  const certain = pValueOf(shift) < 0.05
  const opposite = crude * adjusted < 0 && Math.min(Math.abs(crude), Math.abs(adjusted)) > worthSaying
  if (opposite) return certain ? 'reversal' : 'possible_reversal'
  return certain && Math.abs(shift.log) > material ? 'mix_material' : 'none'
}
