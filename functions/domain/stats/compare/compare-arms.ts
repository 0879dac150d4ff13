import type { Cells } from '../cells.ts'
import type { MetricRate } from '../metric-rates.ts'
import { describeSample, type Sample } from './describe-sample.ts'
import { type LeaveOneOut, leaveOneOut } from './leave-one-out.ts'
import { type StratumTotals, totalStrata } from './stratum-totals.ts'

/**
 * Two arms held against each other over the strata in which both are:
 *
 *     P = Σ Y_A E_B/(E_A+E_B)   Q = Σ Y_B E_A/(E_A+E_B)   W = Σ E_A E_B/(E_A+E_B)
 *     value_A = scale (P/W)^s   value_B = scale (Q/W)^s   θ = s ln(P/Q)
 *
 * At once both arms standardised to the same weights, the Mantel-Haenszel rate ratio, and overlap weighting. One stratum
 * makes it the crude comparison. Source: statistics specification, 1.3 and 2; Greenland & Robins 1985; Li, Morgan &
 * Zaslavsky, arXiv 1404.1785.
 */
export type Contrast = {
  rate: MetricRate
  totals: StratumTotals
  sample: Sample
  p: number
  q: number
  w: number
  /** In units of the metric; null where an arm has no positive outcome or nothing is comparable. */
  values: readonly [number, number] | null
  /** Null where it is undefined: see `undefinedBecause`. */
  left: LeaveOneOut | null
  /** `one_creator_holds_all`: an arm would be nothing without one unit. `undefined`: a value is. */
  undefinedBecause: 'undefined' | 'one_creator_holds_all' | null
}

export function compareArms(cells: Cells, rate: MetricRate): Contrast {
  const totals = totalStrata(cells, rate)
  const { p, q, w } = overlapSums(totals)
  const sample = describeSample(cells, rate, totals)
  const defined = p > 0 && q > 0 && w > 0
  const power = rate.inverse ? -1 : 1
  const values = defined ? ([rate.scale * (p / w) ** power, rate.scale * (q / w) ** power] as const) : null
  const left = defined && values ? leaveOneOut({ cells, rate, totals, sample, p, q, w, values }) : null
  return {
    rate,
    totals,
    sample,
    p,
    q,
    w,
    values,
    left,
    undefinedBecause: left ? null : defined ? 'one_creator_holds_all' : 'undefined',
  }
}

function overlapSums({ exposure: [ea, eb], outcome: [ya, yb], comparable }: StratumTotals) {
  let [p, q, w] = [0, 0, 0]
  for (let k = 0; k < comparable.length; k++) {
    if (comparable[k] === 0) continue
    const [a, b] = [ea[k] as number, eb[k] as number]
    p += ((ya[k] as number) * b) / (a + b)
    q += ((yb[k] as number) * a) / (a + b)
    w += (a * b) / (a + b)
  }
  return { p, q, w }
}
