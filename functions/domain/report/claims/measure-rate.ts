import type { ClaimArm, ClaimMissing, ClaimSide } from '../../../contract/claims.ts'
import type { Estimate } from '../../../contract/report.ts'
import type { Arm } from '../../stats/cells.ts'
import { type ClaimEvidence, testClaim } from '../../stats/claims/claim-ratio.ts'
import { checkCampaigns } from '../../stats/compare/campaign-check.ts'
import { type Contrast, compareArms } from '../../stats/compare/compare-arms.ts'
import { unavailable } from '../metrics.ts'
import type { ComparedCells, StratumField } from '../strata-ladder.ts'
import { claimRates, type RateMeasure } from './claim-rates.ts'
import type { Measured, Pair } from './measured.ts'

export type RateInput = {
  measure: RateMeasure
  arms: Pair<ClaimArm>
  compared: Pick<ComparedCells, 'cells' | 'byCampaign'>
  strata: readonly StratumField[]
  supportsIf: 'a_larger' | 'b_larger'
  /** What files do not give: then there is nothing to compare, not nought. */
  missing: readonly ClaimMissing[]
  hints?: readonly ClaimMissing[]
}

/** A rate of two sides, like for like. */
export function measureRate(input: RateInput): Measured {
  const { measure, arms, compared, strata, supportsIf, missing, hints = [] } = input
  const contrast = compareArms(compared.cells, claimRates[measure])
  const known = missing.length === 0
  const evidence: ClaimEvidence = known
    ? testClaim(contrast, supportsIf)
    : { test: null, failures: [{ gate: 'undefined' }] }
  const { sample } = contrast
  return {
    measure,
    arms,
    sides: [sideOf(contrast, arms, 0, known), sideOf(contrast, arms, 1, known)],
    supportsIf,
    ratio: known ? ratioOf(contrast, evidence, supportsIf) : unavailable('no-data'),
    evidence,
    strata,
    effective: sample.effectiveByExposure,
    expected: sample.expectedEvents,
    checkCampaigns: () => checkCampaigns(compared.byCampaign(), contrast),
    missing,
    hints,
  }
}

function sideOf(contrast: Contrast, arms: Pair<ClaimArm>, arm: Arm, known: boolean): ClaimSide {
  const { sample } = contrast
  return {
    arm: arms[arm],
    value: known ? estimateOf(contrast, arm) : unavailable('no-data'),
    creators: sample.units[arm],
    comparableShare: sample.coverage.arms[arm],
  }
}

function estimateOf({ values, left, sample }: Contrast, arm: Arm): Estimate {
  if (!values) return unavailable('not-comparable')
  if (!left) return { kind: 'exact', point: values[arm], reason: 'one-creator' }
  const { low, high } = left.arms[arm]
  return { kind: 'interval', point: values[arm], low, high, creators: sample.units[arm] }
}

function ratioOf({ values, sample }: Contrast, { test }: ClaimEvidence, supportsIf: RateInput['supportsIf']): Estimate {
  if (!values) return unavailable('not-comparable')
  const point = supportsIf === 'a_larger' ? values[0] / values[1] : values[1] / values[0]
  if (!test) return { kind: 'exact', point, reason: 'one-creator' }
  const { low, high, ratio } = test
  return { kind: 'interval', point: ratio, low, high, creators: sample.units[0] + sample.units[1] }
}
