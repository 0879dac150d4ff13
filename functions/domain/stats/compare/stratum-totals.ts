import type { Cells } from '../cells.ts'
import type { MetricRate } from '../metric-rates.ts'

/**
 * Sums of the strata by arm; `comparable` where both arms have an exposure. There each arm weighs what the other has of
 * the whole exposure; elsewhere nothing.
 */
export type StratumTotals = {
  exposure: readonly [Float64Array, Float64Array]
  outcome: readonly [Float64Array, Float64Array]
  comparable: Uint8Array
  weight: readonly [Float64Array, Float64Array]
}

/** Σ of a column by stratum and arm. */
export function sumStrata(cells: Cells, column: Float64Array): [Float64Array, Float64Array] {
  const sums: [Float64Array, Float64Array] = [new Float64Array(cells.strata), new Float64Array(cells.strata)]
  const { stratum, arm } = cells
  for (let e = 0; e < column.length; e++) {
    const of = sums[arm[e] as 0 | 1]
    of[stratum[e] as number] = (of[stratum[e] as number] as number) + (column[e] as number)
  }
  return sums
}

export function totalStrata(cells: Cells, rate: Pick<MetricRate, 'outcome' | 'exposure'>): StratumTotals {
  const exposure = sumStrata(cells, cells.sums[rate.exposure])
  const outcome = sumStrata(cells, cells.sums[rate.outcome])
  const comparable = new Uint8Array(cells.strata)
  const weight = [new Float64Array(cells.strata), new Float64Array(cells.strata)] as const
  for (let k = 0; k < cells.strata; k++) {
    const [a, b] = [exposure[0][k] as number, exposure[1][k] as number]
    if (a <= 0 || b <= 0) continue
    comparable[k] = 1
    weight[0][k] = b / (a + b)
    weight[1][k] = a / (a + b)
  }
  return { exposure, outcome, comparable, weight }
}
