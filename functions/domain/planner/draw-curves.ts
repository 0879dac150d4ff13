import { getOrAdd } from '../get-or-add.ts'
import type { Random } from '../random.ts'
import { fitCurve, slopePrior } from './fit-curve.ts'
import { type FitData, weighData } from './fit-data.ts'
import { type BySide, bySide } from './plan-cell.ts'
import { planCurve, type ResponseCurve } from './response-curve.ts'

/**
 * Curves as they might have come out: campaigns weighted by exponential draws (Rubin 1981), the same for both sides,
 * and the prior's centre drawn too: without that, nine intervals in ten hold the true slope only in 26 to 76 of 100 cases
 * (statistics specification, 5).
 */
export function drawCurves(data: BySide<FitData>, draws: number, random: Random): BySide<ResponseCurve>[] {
  const campaigns = orderCampaigns([data.micro, data.macro])
  return Array.from({ length: draws }, () => {
    const weights = new Map(campaigns.map((campaign) => [campaign, -Math.log(1 - random.unit())]))
    return bySide((tier) => {
      const centre = slopePrior.centre + slopePrior.sd * random.normal()
      const weighted = weighData(data[tier], weights)
      return planCurve(weighted, fitCurve(weighted, centre))
    })
  })
}

/** By what they brought and spent, so that the same books give the same draws wherever they are kept: ids differ by place. */
function orderCampaigns(sides: readonly FitData[]): number[] {
  const sums = new Map<number, { campaign: number; outcome: number; lnSpend: number }>()
  for (const { groups } of sides)
    for (const { campaign, outcome, lnSpend } of groups)
      for (const [i, id] of campaign.entries()) {
        const own = getOrAdd(sums, id, () => ({ campaign: id, outcome: 0, lnSpend: 0 }))
        own.outcome += outcome[i] as number
        own.lnSpend += lnSpend[i] as number
      }
  return [...sums.values()]
    .sort((a, b) => a.outcome - b.outcome || a.lnSpend - b.lnSpend || a.campaign - b.campaign)
    .map(({ campaign }) => campaign)
}
