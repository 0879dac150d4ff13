import { getOrAdd } from '../get-or-add.ts'
import type { PlanCell } from './plan-cell.ts'

/** Cells that share one level of response, as columns: a fit is repeated for each of many draws. */
export type LevelGroup = Readonly<{
  campaign: readonly number[]
  /** Less `centre`, so that money of any unit gives the same slope. */
  lnSpend: Float64Array
  outcome: Float64Array
  weight: Float64Array
}>

export type FitData = Readonly<{ centre: number; groups: readonly LevelGroup[] }>

/**
 * A level for each campaign where every campaign has at least two months, else one for all (statistics
 * specification, 5): budgets often follow quality, and a campaign's own level keeps that out of the slope.
 */
export function toFitData(cells: readonly PlanCell[], levels: 'auto' | 'pooled' = 'auto'): FitData {
  const centre = cells.reduce((sum, { spend }) => sum + Math.log(spend), 0) / cells.length
  const byCampaign = new Map<number, PlanCell[]>()
  for (const cell of cells) getOrAdd(byCampaign, cell.campaign, () => []).push(cell)
  const own = [...byCampaign.values()]
  const grouped = levels === 'auto' && own.every((months) => months.length >= 2) ? own : [own.flat()]
  return { centre, groups: grouped.map((of) => toGroup(of, centre)) }
}

const toGroup = (cells: readonly PlanCell[], centre: number): LevelGroup => ({
  campaign: cells.map(({ campaign }) => campaign),
  lnSpend: Float64Array.from(cells, ({ spend }) => Math.log(spend) - centre),
  outcome: Float64Array.from(cells, ({ outcome }) => outcome),
  weight: new Float64Array(cells.length).fill(1),
})

/** The same cells with a weight for each campaign. */
export function weighData({ centre, groups }: FitData, weights: ReadonlyMap<number, number>): FitData {
  const weighted = groups.map((group) => ({
    ...group,
    weight: Float64Array.from(group.campaign, (campaign) => weights.get(campaign) ?? 1),
  }))
  return { centre, groups: weighted }
}
