import type { ClaimArm, ClaimMeasure, ClaimMissing, ClaimSide } from '../../../contract/claims.ts'
import type { Estimate } from '../../../contract/report.ts'
import type { ClaimEvidence } from '../../stats/claims/claim-ratio.ts'
import type { CampaignCheck } from '../../stats/compare/campaign-check.ts'
import type { StratumField } from '../strata-ladder.ts'

export type Pair<T> = readonly [T, T]

/** A measure of two sides, not yet judged. */
export type Measured = {
  measure: ClaimMeasure
  arms: Pair<ClaimArm>
  sides: Pair<ClaimSide>
  /** Which side has to have the larger value for the claim to hold. */
  supportsIf: 'a_larger' | 'b_larger'
  /** Above 1 supports the claim. */
  ratio: Estimate
  evidence: ClaimEvidence
  strata: readonly StratumField[]
  /** Of each side: what the gates looked at. */
  effective: Pair<number>
  expected: Pair<number> | null
  /** The same with each campaign left out in turn; null where campaigns are no units of it. */
  checkCampaigns: (() => CampaignCheck) | null
  /** What files would have to give before anything can be said. */
  missing: readonly ClaimMissing[]
  /** What files could give beside that. */
  hints: readonly ClaimMissing[]
}
