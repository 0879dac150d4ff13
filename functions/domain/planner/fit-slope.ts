import type { LevelGroup } from './fit-data.ts'

/** What is believed of a slope before the data: diminishing returns, about 0.8 (statistics specification, 5). */
export type SlopePrior = Readonly<{ centre: number; sd: number }>

const stepsMax = 100
/** Newton squares the error: after a step as small as this, what is left is below rounding. */
const stepTolerance = 1e-8

/**
 * The slope of E[outcome] = level · spend^slope by Poisson pseudo-likelihood with the levels profiled out, penalised by
 * the prior; strictly convex, by Newton inside a bracket (Santos Silva and Tenreyro 2006).
 * Minimises −Σ_g [slope·Σ w·y·ln s − Y_g·ln Σ w·s^slope] / dispersion + (slope − centre)² / (2 sd²).
 */
export function fitSlope(groups: readonly LevelGroup[], dispersion: number, prior: SlopePrior): number {
  let [low, high] = [-20, 20]
  let slope = prior.centre
  for (let step = 0; step < stepsMax; step++) {
    const { gradient, curvature } = derivatives(groups, slope, dispersion, prior)
    if (gradient > 0) high = slope
    else low = slope
    const newton = slope - gradient / curvature
    const next = newton >= low && newton <= high ? newton : (low + high) / 2
    if (Math.abs(next - slope) <= stepTolerance) return next
    slope = next
  }
  return slope
}

function derivatives(groups: readonly LevelGroup[], slope: number, dispersion: number, { centre, sd }: SlopePrior) {
  let gradient = (slope - centre) / (sd * sd)
  let curvature = 1 / (sd * sd)
  for (const group of groups) {
    const { outcome, outcomeLn, mean, variance } = moments(group, slope)
    gradient -= (outcomeLn - outcome * mean) / dispersion
    curvature += (outcome * variance) / dispersion
  }
  return { gradient, curvature }
}

/** Of ln spend under weights w·spend^slope, with the outcome's own sums. */
function moments({ lnSpend, outcome: outcomes, weight }: LevelGroup, slope: number) {
  let [outcome, outcomeLn, power, powerLn, powerLn2] = [0, 0, 0, 0, 0]
  for (let i = 0; i < lnSpend.length; i++) {
    const [ln, y, w] = [lnSpend[i] as number, outcomes[i] as number, weight[i] as number]
    const p = w * Math.exp(slope * ln)
    outcome += w * y
    outcomeLn += w * y * ln
    power += p
    powerLn += p * ln
    powerLn2 += p * ln * ln
  }
  const mean = powerLn / power
  return { outcome, outcomeLn, mean, variance: Math.max(0, powerLn2 / power - mean * mean) }
}
