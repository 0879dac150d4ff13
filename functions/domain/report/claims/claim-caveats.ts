import type { JudgedClaim } from '../../stats/claims/judge-claims.ts'
import { pValueOf } from '../../stats/compare/p-value.ts'
import type { Measured } from './measured.ts'

/**
 * What has to be known beside a clear answer: a shock of a campaign hits all of its creators at once, so that it may hang
 * on single campaigns. Source: statistics specification, 1.4.
 */
export function caveatsOf({ checkCampaigns }: Measured, { status, test }: JudgedClaim): string[] {
  const clear = status === 'supported' || (status === 'contradicted' && test !== null && test.high < 1)
  if (!checkCampaigns || !clear) return []
  const { count, enough, left } = checkCampaigns()
  if (enough)
    return left && pValueOf(left.ratio) < 0.05
      ? []
      : ['With each campaign left out in turn it is not clear: it hangs on single campaigns.']
  if (count === 0) return []
  return [count === 1 ? 'It is about one campaign only.' : `It is about ${count} campaigns only.`]
}
