import { getOrAdd } from '../get-or-add.ts'
import type { PlanCell } from './plan-cell.ts'

/** A cell as the fit reads it: `lnSpend` is centred over all cells, so that money of any unit gives the same slope. */
export type FitCell = Readonly<{ lnSpend: number; outcome: number; weight: number }>
/** Cells that share one level of response. */
export type LevelGroups = readonly (readonly FitCell[])[]

/**
 * A level for each campaign where every campaign has at least two months, else one for all (statistics
 * specification, 5): budgets often follow quality, and a campaign's own level keeps that out of the slope.
 * @param weights of campaigns; absent: 1 each
 */
export function groupLevels(
  cells: readonly PlanCell[],
  levels: 'auto' | 'pooled' = 'auto',
  weights?: ReadonlyMap<number, number>,
): LevelGroups {
  const centre = cells.reduce((sum, { spend }) => sum + Math.log(spend), 0) / cells.length
  const groups = new Map<number, FitCell[]>()
  for (const { campaign, spend, outcome } of cells) {
    const cell = { lnSpend: Math.log(spend) - centre, outcome, weight: weights?.get(campaign) ?? 1 }
    getOrAdd(groups, campaign, () => []).push(cell)
  }
  const own = [...groups.values()]
  return levels === 'auto' && own.every((months) => months.length >= 2) ? own : [own.flat()]
}
