import type { FitCell, LevelGroups } from './group-levels.ts'

/** What is believed of a slope before the data: diminishing returns, about 0.8 (statistics specification, 5). */
export type SlopePrior = Readonly<{ centre: number; sd: number }>

const stepsMax = 100
const stepTolerance = 1e-14

/**
 * The slope of E[outcome] = level · spend^slope by Poisson pseudo-likelihood with the levels profiled out, penalised by
 * the prior; strictly convex, by Newton inside a bracket (Santos Silva and Tenreyro 2006).
 * Minimises −Σ_g [slope·Σ w·y·ln s − Y_g·ln Σ w·s^slope] / dispersion + (slope − centre)² / (2 sd²).
 */
export function fitSlope(groups: LevelGroups, dispersion: number, prior: SlopePrior): number {
  let [low, high] = [-20, 20]
  let slope = prior.centre
  for (let step = 0; step < stepsMax; step++) {
    const { gradient, curvature } = derivatives(groups, slope, dispersion, prior)
    if (gradient > 0) high = slope
    else low = slope
    const newton = slope - gradient / curvature
    const next = newton > low && newton < high ? newton : gradient === 0 ? slope : (low + high) / 2
    if (Math.abs(next - slope) <= stepTolerance) return next
    slope = next
  }
  return slope
}

function derivatives(groups: LevelGroups, slope: number, dispersion: number, { centre, sd }: SlopePrior) {
  let gradient = (slope - centre) / (sd * sd)
  let curvature = 1 / (sd * sd)
  for (const cells of groups) {
    const { outcome, outcomeLn, mean, variance } = moments(cells, slope)
    gradient -= (outcomeLn - outcome * mean) / dispersion
    curvature += (outcome * variance) / dispersion
  }
  return { gradient, curvature }
}

/** Of ln spend under weights w·spend^slope, with the outcome's own sums. */
function moments(cells: readonly FitCell[], slope: number) {
  let [outcome, outcomeLn, power, powerLn, powerLn2] = [0, 0, 0, 0, 0]
  for (const { lnSpend, outcome: y, weight } of cells) {
    const p = weight * Math.exp(slope * lnSpend)
    outcome += weight * y
    outcomeLn += weight * y * lnSpend
    power += p
    powerLn += p * lnSpend
    powerLn2 += p * lnSpend * lnSpend
  }
  const mean = powerLn / power
  return { outcome, outcomeLn, mean, variance: Math.max(0, powerLn2 / power - mean * mean) }
}
