import type { Cells } from '../cells.ts'
import { effectiveNumber } from '../kish.ts'
import { estimateLog, type LogEstimate } from '../log-estimate.ts'
import { type Contrast, compareArms } from './compare-arms.ts'

/** With fewer campaigns it is only said for how many the result holds. */
const campaignsMin = 5

export type CampaignCheck = {
  /** Campaigns with spend in comparable strata. */
  count: number
  /** At least `campaignsMin`: then a verdict needs this too. */
  enough: boolean
  /** Null where one campaign carries an arm. */
  left: { ratio: LogEstimate } | null
}

/**
 * The comparison with each campaign left out in turn, as shocks of a campaign hit all of its creators at once; degrees of
 * freedom are its effective campaigns by spend, less one. Source: statistics specification, 1.4.
 *
 * @param cells the compared cells with campaigns as their units; unit 0 is what has no campaign
 */
export function checkCampaigns(cells: Cells, { rate }: Pick<Contrast, 'rate'>): CampaignCheck {
  const { left, totals } = compareArms(cells, rate)
  const spends = spendByUnit(cells, totals.comparable)
  const count = spends.filter((spend, unit) => unit > 0 && spend > 0).length
  const enough = count >= campaignsMin
  if (!left) return { count, enough, left: null }
  const variance = left.changes.reduce((sum, change) => sum + change * change, 0)
  const [total, squares] = spends.reduce(([sum, of], spend) => [sum + spend, of + spend * spend], [0, 0])
  const df = Math.max(1, effectiveNumber(total, squares) - 1)
  return { count, enough, left: { ratio: estimateLog(Math.exp(left.theta), variance, df) } }
}

function spendByUnit({ units, start, stratum, sums }: Cells, comparable: Uint8Array): number[] {
  return Array.from({ length: units }, (_, u) => {
    let spend = 0
    for (let e = start[u] as number; e < (start[u + 1] as number); e++)
      if (comparable[stratum[e] as number] === 1) spend += sums.spend[e] as number
    return spend
  })
}
