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

type Counts = Pick<Sample, 'units' | 'effectiveByExposure' | 'effectiveByOutcome'>

function countUnits(cells: Cells, rate: MetricRate, { comparable, weight }: StratumTotals): Counts {
  const { start, stratum, arm, units } = cells
  const [exposures, outcomes] = [cells.sums[rate.exposure], cells.sums[rate.outcome]]
  const counts = [new ArmCount(), new ArmCount()] as const
  for (let u = 0, e = 0; u < units; u++) {
    for (const end = start[u + 1] as number; e < end; e++) {
      const k = stratum[e] as number
      if (comparable[k] === 0) continue
      const of = arm[e] as 0 | 1
      counts[of].add(exposures[e] as number, outcomes[e] as number, weight[of][k] as number)
    }
    counts[0].endUnit()
    counts[1].endUnit()
  }
  const [a, b] = counts
  return {
    units: [a.units, b.units],
    effectiveByExposure: [effectiveNumber(a.sumX, a.squaresX), effectiveNumber(b.sumX, b.squaresX)],
    effectiveByOutcome: [effectiveNumber(a.sumY, a.squaresY), effectiveNumber(b.sumY, b.squaresY)],
  }
}

/** Weighted exposures (X) and outcomes (Y) of the units of one arm. */
class ArmCount {
  units = 0
  sumX = 0
  squaresX = 0
  sumY = 0
  squaresY = 0
  private active = false
  private ownX = 0
  private ownY = 0

  add(x: number, y: number, weight: number): void {
    if (x > 0 || y !== 0) this.active = true
    this.ownX += x * weight
    this.ownY += y * weight
  }

  endUnit(): void {
    if (this.active) this.units++
    this.sumX += this.ownX
    this.squaresX += this.ownX * this.ownX
    this.sumY += this.ownY
    this.squaresY += this.ownY * this.ownY
    this.active = false
    this.ownX = 0
    this.ownY = 0
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
