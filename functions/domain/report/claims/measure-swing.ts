import type { ClaimMissing, ClaimSide } from '../../../contract/claims.ts'
import type { Estimate } from '../../../contract/report.ts'
import { compareConsistency, type Spread } from '../../stats/claims/compare-consistency.ts'
import { estimateLog } from '../../stats/log-estimate.ts'
import { tierNames } from '../books-view.ts'
import { unavailable } from '../metrics.ts'
import type { ClaimData } from './claim-data.ts'
import { collectSpreads } from './collect-spreads.ts'
import type { Measured } from './measured.ts'

/** How far apart the posts of a creator lie: micro against macro. Creators are held against themselves, not by place. */
export function measureSwing(data: ClaimData, missing: readonly ClaimMissing[]): Measured {
  const spreadsOf = (tier: 'micro' | 'macro') => {
    const at = tierNames.indexOf(tier)
    return data.shown[at] ? collectSpreads(data, at) : []
  }
  const { spreads, evidence } = compareConsistency([spreadsOf('micro'), spreadsOf('macro')])
  const [micro, macro] = spreads
  return {
    measure: 'engagementSwing',
    arms: ['micro', 'macro'],
    sides: [sideOf('micro', micro), sideOf('macro', macro)],
    supportsIf: 'a_larger',
    ratio: ratioOf(spreads, evidence.test),
    evidence,
    strata: [],
    effective: [micro.effective, macro.effective],
    expected: null,
    checkCampaigns: null,
    missing,
    hints: [],
  }
}

function sideOf(arm: 'micro' | 'macro', spread: Spread): ClaimSide {
  return { arm, value: estimateOf(spread), creators: spread.creators, comparableShare: null }
}

function estimateOf({ deviation, variance, effective, creators, defined }: Spread): Estimate {
  if (!(deviation > 0)) return unavailable(creators === 0 ? 'no-data' : 'not-comparable')
  if (!defined) return { kind: 'exact', point: deviation, reason: 'one-creator' }
  const { low, high } = estimateLog(deviation, variance, Math.max(1, effective - 1))
  return { kind: 'interval', point: deviation, low, high, creators }
}

function ratioOf(
  [micro, macro]: readonly [Spread, Spread],
  test: ReturnType<typeof compareConsistency>['evidence']['test'],
): Estimate {
  if (!test) return unavailable('not-comparable')
  const { ratio, low, high } = test
  return { kind: 'interval', point: ratio, low, high, creators: micro.creators + macro.creators }
}
