import { type BySide, bySide, type PlanCell } from '../../functions/domain/planner/plan-cell.ts'
import type { ResponseCurve } from '../../functions/domain/planner/response-curve.ts'
import { responseAt } from '../../functions/domain/planner/response-curve.ts'
import { createRandom } from '../../functions/domain/random.ts'

type World = {
  curves: BySide<ResponseCurve>
  /** About what a cell of each side spends, minor units. */
  spend: BySide<number>
  campaigns?: number
  months?: number
  /** Of ln spend between cells. */
  spendSd?: number
  /** Of ln outcome between campaigns. */
  campaignSd?: number
  /** Good campaigns get more money. */
  spendFollowsLevel?: boolean
  seed?: number
}

/** Cells of campaigns whose outcomes follow known curves, with Poisson noise. */
export function cellsOf(world: World): BySide<PlanCell[]> {
  const {
    curves,
    spend,
    campaigns = 12,
    months = 4,
    spendSd = 0.6,
    campaignSd = 0.2,
    spendFollowsLevel = false,
    seed = 1,
  } = world
  const random = createRandom(seed)
  const cells = bySide((): PlanCell[] => [])
  for (let campaign = 1; campaign <= campaigns; campaign++) {
    const level = random.spread(campaignSd)
    for (let month = 0; month < months; month++)
      for (const tier of ['micro', 'macro'] as const) {
        const spent = Math.round(spend[tier] * random.spread(spendSd) * (spendFollowsLevel ? level : 1))
        const conversions = random.poisson(level * responseAt(curves[tier], spent))
        cells[tier].push({ campaign, spend: spent, outcome: conversions, conversions, creators: 3 })
      }
  }
  return cells
}

/** Micro brings three times as much at the same spend; most money goes to macro. */
export const farOff = {
  curves: { micro: { slope: 0.7, lnLevel: -3.4 }, macro: { slope: 0.7, lnLevel: -4.5 } },
  spend: { micro: 300_000, macro: 900_000 },
}

/** Equal curves, equal spend: nothing to gain. */
export const fine = {
  curves: { micro: { slope: 0.7, lnLevel: -4 }, macro: { slope: 0.7, lnLevel: -4 } },
  spend: { micro: 500_000, macro: 500_000 },
}
