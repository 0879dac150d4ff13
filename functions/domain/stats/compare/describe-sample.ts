import type { Cells } from '../cells.ts'
import { effectiveNumber } from '../kish.ts'
import type { MetricRate } from '../metric-rates.ts'
import { type StratumTotals, sumStrata } from './stratum-totals.ts'

type Pair = readonly [number, number]

/** How much there is to compare, of each arm: nothing here looks at which arm did well. */
export type Sample = {
  comparableStrata: number
  /** Share of the exposure that stands in comparable strata: of each arm, and of both together. */
  coverage: { arms: Pair; all: number }
  /** Units with an exposure or an outcome in comparable strata. */
  units: Pair
  /** Effective units (Kish) by overlap-weighted exposure, and by outcome. */
  effectiveByExposure: Pair
  effectiveByOutcome: Pair
  /** Of the rarest count that the metric needs, how many were to be expected if both arms did alike; null: it needs none. */
  expectedEvents: Pair | null
}

export const effectiveUnits = (sample: Sample, arm: 0 | 1): number =>
  Math.min(sample.effectiveByExposure[arm], sample.effectiveByOutcome[arm])

export function describeSample(cells: Cells, rate: MetricRate, totals: StratumTotals): Sample {
  const { exposure, comparable } = totals
  const inside = exposure.map((sums) => sums.reduce((sum, of, k) => (comparable[k] === 1 ? sum + of : sum), 0))
  const all = exposure.map((sums) => sums.reduce((sum, of) => sum + of, 0))
  const share = (part: number, of: number): number => (of > 0 ? part / of : 0)
  const [a, b] = [inside[0] as number, inside[1] as number]
  const [allA, allB] = [all[0] as number, all[1] as number]
  const counts = countUnits(cells, rate, totals)
  return {
    comparableStrata: comparable.reduce((sum, of) => sum + of, 0),
    coverage: { arms: [share(a, allA), share(b, allB)], all: share(a + b, allA + allB) },
    ...counts,
    expectedEvents: expectEvents(cells, rate, totals),
  }
}

/** Of each arm in turn: active units, then by overlap-weighted exposure and by outcome Σx and Σx². */
const countedSums = 10

function countUnits(cells: Cells, rate: MetricRate, { exposure: [ea, eb], comparable }: StratumTotals) {
  const { start, stratum, arm, units } = cells
  const [exposures, outcomes] = [cells.sums[rate.exposure], cells.sums[rate.outcome]]
  const sums = new Float64Array(countedSums)
  /** Of one unit, by arm: whether it is active, its weighted exposure and outcome. */
  const own = new Float64Array(6)
  for (let u = 0; u < units; u++) {
    own.fill(0)
    for (let e = start[u] as number; e < (start[u + 1] as number); e++) {
      const k = stratum[e] as number
      if (comparable[k] === 0) continue
      const side = arm[e] as 0 | 1
      const [exposure, outcome] = [exposures[e] as number, outcomes[e] as number]
      const [a, b] = [ea[k] as number, eb[k] as number]
      const weight = (side === 0 ? b : a) / (a + b)
      if (exposure > 0 || outcome !== 0) own[side] = 1
      own[2 + side] = (own[2 + side] as number) + exposure * weight
      own[4 + side] = (own[4 + side] as number) + outcome * weight
    }
    for (let at = 0; at < 6; at++) sums[at] = (sums[at] as number) + (own[at] as number)
    for (let at = 2; at < 6; at++) sums[4 + at] = (sums[4 + at] as number) + (own[at] as number) ** 2
  }
  const effective = (at: number): Pair => [
    effectiveNumber(sums[at] as number, sums[4 + at] as number),
    effectiveNumber(sums[at + 1] as number, sums[5 + at] as number),
  ]
  return {
    units: [sums[0] as number, sums[1] as number] as const,
    effectiveByExposure: effective(2),
    effectiveByOutcome: effective(4),
  }
}

/** `Σ E_t (C_A + C_B) / (E_A + E_B)` over comparable strata; of an exposure itself, its own sum. */
function expectEvents(cells: Cells, rate: MetricRate, { exposure, comparable }: StratumTotals): Pair | null {
  let least: [number, number] | null = null
  for (const column of rate.rare) {
    const [ca, cb] = sumStrata(cells, cells.sums[column])
    const expected = exposure.map((own) =>
      own.reduce((sum, of, k) => {
        if (comparable[k] === 0) return sum
        if (column === rate.exposure) return sum + of
        const both = (exposure[0][k] as number) + (exposure[1][k] as number)
        return sum + (of * ((ca[k] as number) + (cb[k] as number))) / both
      }, 0),
    ) as [number, number]
    least = least ? [Math.min(least[0], expected[0]), Math.min(least[1], expected[1])] : expected
  }
  return least
}
