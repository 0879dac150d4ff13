import type { FitData } from './fit-data.ts'
import { fitSlope, type SlopePrior } from './fit-slope.ts'
import { pearsonDispersion } from './pearson-dispersion.ts'
import { levelCurve, type ResponseCurve } from './response-curve.ts'

export type FittedCurve = ResponseCurve & Readonly<{ dispersion: number }>

export const slopePrior: SlopePrior = { centre: 0.8, sd: 0.2 }
const dispersionPasses = 2

/**
 * One tier's curve: slope and dispersion in two passes from the prior's centre, then the level.
 * @param centre of the prior, where it is drawn
 */
export function fitCurve(data: FitData, centre = slopePrior.centre): FittedCurve {
  let slope = slopePrior.centre
  let dispersion = 1
  for (let pass = 0; pass < dispersionPasses; pass++) {
    dispersion = pearsonDispersion(data.groups, slope)
    slope = fitSlope(data.groups, dispersion, { ...slopePrior, centre })
  }
  return { ...levelCurve(data, slope), dispersion }
}
