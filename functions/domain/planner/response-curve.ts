import type { PlanCell } from './plan-cell.ts'

/** E[outcome of a cell] = e^lnLevel · spend^slope. */
export type ResponseCurve = Readonly<{ slope: number; lnLevel: number }>

/** At a slope of 1 or more nothing would ever diminish and all money would go to one side; at 0 money would do nothing. */
const slopeMax = 0.98
const slopeMin = 0.02

/** The level at which the curve adds up to what all cells brought: Σ y / Σ s^slope. */
export function levelCurve(
  cells: readonly PlanCell[],
  slope: number,
  weights?: ReadonlyMap<number, number>,
): ResponseCurve {
  let [outcome, power] = [0, 0]
  for (const cell of cells) {
    const weight = weights?.get(cell.campaign) ?? 1
    outcome += weight * cell.outcome
    power += weight * cell.spend ** slope
  }
  return { slope, lnLevel: Math.log(outcome / power) }
}

/** A fitted curve as a plan may use it: its slope capped at .98 (specification), its level made to fit that. */
export function planCurve(
  cells: readonly PlanCell[],
  fitted: ResponseCurve,
  weights?: ReadonlyMap<number, number>,
): ResponseCurve {
  const slope = Math.min(slopeMax, Math.max(slopeMin, fitted.slope))
  return slope === fitted.slope ? fitted : levelCurve(cells, slope, weights)
}

export const responseAt = ({ slope, lnLevel }: ResponseCurve, spend: number): number =>
  Math.exp(lnLevel + slope * Math.log(spend))

/** What one more unit of outcome costs: s^(1−slope) / (e^lnLevel · slope). */
export const marginalCostAt = ({ slope, lnLevel }: ResponseCurve, spend: number): number =>
  Math.exp((1 - slope) * Math.log(spend) - lnLevel) / slope
