import type { Contrast } from '../compare/compare-arms.ts'
import { failedGates, type GateFailure } from '../compare/gates.ts'
import { pValueOf } from '../compare/p-value.ts'

/** How far a claim is borne out: `ratio` above 1 supports it. */
export type ClaimTest = {
  ratio: number
  low: number
  high: number
  /** Two-sided. */
  pValue: number
}

/** A claim that could be tested, or what lacks for it; `test` may stand beside failures, but then it decides nothing. */
export type ClaimEvidence = { test: ClaimTest | null; failures: GateFailure[] }

/** @param supportsIf which arm has to have the larger value of the metric for the claim to hold */
export function testClaim(contrast: Contrast, supportsIf: 'a_larger' | 'b_larger'): ClaimEvidence {
  const failures = failedGates(contrast)
  const { left } = contrast
  if (!left) return { test: null, failures }
  const { log, low, high } = left.ratio
  const pValue = pValueOf(left.ratio)
  const test =
    supportsIf === 'a_larger'
      ? { ratio: Math.exp(log), low, high, pValue }
      : { ratio: Math.exp(-log), low: 1 / high, high: 1 / low, pValue }
  return { test, failures }
}
