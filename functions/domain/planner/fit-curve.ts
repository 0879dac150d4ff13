import { fitSlope, type SlopePrior } from './fit-slope.ts'
import { groupLevels } from './group-levels.ts'
import { pearsonDispersion } from './pearson-dispersion.ts'
import type { PlanCell } from './plan-cell.ts'
import { levelCurve, type ResponseCurve } from './response-curve.ts'

export type FittedCurve = ResponseCurve & Readonly<{ dispersion: number }>

export const slopePrior: SlopePrior = { centre: 0.8, sd: 0.2 }
const dispersionPasses = 2

type FitOptions = { levels?: 'auto' | 'pooled'; weights?: ReadonlyMap<number, number>; centre?: number }

/** One tier's curve: slope and dispersion in two passes from the prior's centre, then the level. */
export function fitCurve(
  cells: readonly PlanCell[],
  { levels, weights, centre = slopePrior.centre }: FitOptions = {},
): FittedCurve {
  const groups = groupLevels(cells, levels, weights)
  let slope = slopePrior.centre
  let dispersion = 1
  for (let pass = 0; pass < dispersionPasses; pass++) {
    dispersion = pearsonDispersion(groups, slope)
    slope = fitSlope(groups, dispersion, { ...slopePrior, centre })
  }
  return { ...levelCurve(cells, slope, weights), dispersion }
}
