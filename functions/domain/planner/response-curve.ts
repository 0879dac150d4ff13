import type { FitData } from './fit-data.ts'

/** E[outcome of a cell] = e^lnLevel · spend^slope. */
export type ResponseCurve = Readonly<{ slope: number; lnLevel: number }>

/** At a slope of 1 or more nothing would ever diminish and all money would go to one side; at 0 money would do nothing. */
const slopeMax = 0.98
const slopeMin = 0.02

/** The level at which the curve adds up to what all cells brought: Σ y / Σ s^slope. */
export function levelCurve({ centre, groups }: FitData, slope: number): ResponseCurve {
  let [outcome, power] = [0, 0]
  for (const group of groups) {
    for (let i = 0; i < group.lnSpend.length; i++) {
      const weight = group.weight[i] as number
      outcome += weight * (group.outcome[i] as number)
      power += weight * Math.exp(slope * (group.lnSpend[i] as number))
    }
  }
  return { slope, lnLevel: Math.log(outcome / power) - slope * centre }
}

/** A fitted curve as a plan may use it: its slope capped at .98 (specification), its level made to fit that. */
export function planCurve(data: FitData, fitted: ResponseCurve): ResponseCurve {
  const slope = Math.min(slopeMax, Math.max(slopeMin, fitted.slope))
  return slope === fitted.slope ? fitted : levelCurve(data, slope)
}

export const responseAt = ({ slope, lnLevel }: ResponseCurve, spend: number): number =>
  Math.exp(lnLevel + slope * Math.log(spend))

/** What one more unit of outcome costs: s^(1−slope) / (e^lnLevel · slope). */
export const marginalCostAt = ({ slope, lnLevel }: ResponseCurve, spend: number): number =>
  Math.exp((1 - slope) * Math.log(spend) - lnLevel) / slope
