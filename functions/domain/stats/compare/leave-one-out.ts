import type { Cells } from '../cells.ts'
import { estimateLog, type LogEstimate, varianceMin } from '../log-estimate.ts'
import { log1p } from '../log1p.ts'
import type { MetricRate } from '../metric-rates.ts'
import { restMin } from '../shares.ts'
import { effectiveUnits, type Sample } from './describe-sample.ts'
import type { StratumTotals } from './stratum-totals.ts'

/** What a comparison says when each unit is left out in turn. */
export type LeaveOneOut = {
  /** Logarithm of the ratio A / B. */
  theta: number
  /** Change of `theta` without each unit; 0 for those who are not in it. */
  changes: Float64Array
  /** The arm that a unit is in; if in both, the one with the larger overlap-weighted exposure; 2: as much in each. */
  home: Uint8Array
  /** Units that are in it. */
  inside: Uint8Array
  arms: readonly [LogEstimate, LogEstimate]
  ratio: LogEstimate
  /** Correlation of the two values over the deletions. */
  correlation: number
}

type Input = {
  cells: Cells
  rate: MetricRate
  totals: StratumTotals
  sample: Sample
  p: number
  q: number
  w: number
  values: readonly [number, number]
}

/**
 * All rows of a unit are removed, in both arms: only its strata change, and one that stops being comparable adds nothing.
 * Null where an arm, or everything comparable, hangs on one unit. Variances are summed by home arm, their degrees of
 * freedom joined as Welch and Satterthwaite do. Source: statistics specification, 1.3.
 */
export function leaveOneOut({ cells, rate, totals, sample, p, q, w, values }: Input): LeaveOneOut | null {
  const found = deleteUnits(cells, rate, totals, { p, q, w })
  if (!found) return null
  const { changes, home, inside, variances } = found
  const df = [0, 1].map((arm) => Math.max(1, effectiveUnits(sample, arm as 0 | 1) - 1)) as [number, number]
  const joined = (of: number): { variance: number; df: number } => {
    const [a, b] = [variances[of * 2] as number, variances[of * 2 + 1] as number]
    return { variance: a + b, df: joinDegrees(a, b, df) }
  }
  const estimate = (value: number, of: number): LogEstimate => {
    const { variance, df } = joined(of)
    return estimateLog(value, variance, df)
  }
  const ratio = rate.inverse ? q / p : p / q
  const theta = Math.log(ratio)
  return {
    theta,
    changes,
    home,
    inside,
    arms: [estimate(values[0], 0), estimate(values[1], 1)],
    ratio: estimate(ratio, 2),
    correlation: found.correlation,
  }
}

/** Degrees of freedom of a sum of two variances; of none, the larger. */
export function joinDegrees(a: number, b: number, df: readonly [number, number]): number {
  const both = a + b
  return both < varianceMin ? Math.max(...df) : (both * both) / ((a * a) / df[0] + (b * b) / df[1])
}

type Sums = { p: number; q: number; w: number }

function deleteUnits(cells: Cells, rate: MetricRate, totals: StratumTotals, { p, q, w }: Sums) {
  const { units } = cells
  const sign = rate.inverse ? -1 : 1
  const changes = new Float64Array(units)
  const home = new Uint8Array(units)
  const inside = new Uint8Array(units)
  /** Σ d² of A's value, of B's, of the ratio: those at home in A, then those in B. */
  const variances = new Float64Array(6)
  const deletion = new Deletion(cells, rate, totals)
  let products = 0
  for (let u = 0; u < units; u++) {
    deletion.leaveOut(u)
    const { dp, dq, dw, arms } = deletion
    if (arms === 0) continue
    if (p + dp <= restMin * p || q + dq <= restMin * q || w + dw <= restMin * w) return null
    const [logP, logQ, logW] = [log1p(dp / p), log1p(dq / q), log1p(dw / w)]
    const [da, db, dt] = [sign * (logP - logW), sign * (logQ - logW), sign * (logP - logQ)]
    const of = deletion.home()
    inside[u] = 1
    home[u] = of
    changes[u] = dt
    addAtHome(variances, 0, of, da * da)
    addAtHome(variances, 2, of, db * db)
    addAtHome(variances, 4, of, dt * dt)
    products += da * db
  }
  return { changes, home, inside, variances, correlation: correlate(variances, products) }
}

/** Who is as much in one arm as in the other counts half in each, so that swapping the arms changes nothing. */
export function addAtHome(variances: Float64Array, at: number, home: number, square: number): void {
  if (home === 2) {
    addAtHome(variances, at, 0, square / 2)
    addAtHome(variances, at, 1, square / 2)
  } else variances[at + home] = (variances[at + home] as number) + square
}

function correlate(variances: Float64Array, products: number): number {
  const [a, b] = [0, 2].map((at) => (variances[at] as number) + (variances[at + 1] as number)) as [number, number]
  if (a < varianceMin || b < varianceMin) return 0
  const correlation = products / Math.sqrt(a * b)
  return Math.abs(correlation) < 1e-12 ? 0 : correlation
}

const inA = 0b01
const inB = 0b10

/** What a comparison's sums lose without one unit. */
class Deletion {
  dp = 0
  dq = 0
  dw = 0
  /** Bits of the arms that the unit has something in, in comparable strata. */
  arms = 0
  /** Its overlap-weighted exposure. */
  #ownA = 0
  #ownB = 0
  readonly #cells: Cells
  readonly #exposures: Float64Array
  readonly #outcomes: Float64Array
  readonly #totals: StratumTotals

  constructor(cells: Cells, rate: MetricRate, totals: StratumTotals) {
    this.#cells = cells
    this.#exposures = cells.sums[rate.exposure]
    this.#outcomes = cells.sums[rate.outcome]
    this.#totals = totals
  }

  leaveOut(unit: number): void {
    this.dp = 0
    this.dq = 0
    this.dw = 0
    this.arms = 0
    this.#ownA = 0
    this.#ownB = 0
    const { start, stratum, arm } = this.#cells
    const end = start[unit + 1] as number
    for (let e = start[unit] as number; e < end; ) {
      const k = stratum[e] as number
      const a = arm[e] === 0 ? e++ : -1
      const b = e < end && stratum[e] === k ? e++ : -1
      if (this.#totals.comparable[k] === 1) this.#removeFrom(k, a, b)
    }
  }

  home(): 0 | 1 | 2 {
    if (this.arms !== (inA | inB)) return this.arms === inB ? 1 : 0
    if (this.#ownA === this.#ownB) return 2
    return this.#ownB > this.#ownA ? 1 : 0
  }

  /** @param a the unit's entry there in arm A, and `b` in B; -1 for none */
  #removeFrom(k: number, a: number, b: number): void {
    const { exposure, outcome } = this.#totals
    const [ea, eb, ya, yb] = [exposure[0][k], exposure[1][k], outcome[0][k], outcome[1][k]] as [
      number,
      number,
      number,
      number,
    ]
    const xa = a < 0 ? 0 : (this.#exposures[a] as number)
    const xb = b < 0 ? 0 : (this.#exposures[b] as number)
    const za = a < 0 ? 0 : (this.#outcomes[a] as number)
    const zb = b < 0 ? 0 : (this.#outcomes[b] as number)
    if (xa !== 0 || za !== 0) this.arms |= inA
    if (xb !== 0 || zb !== 0) this.arms |= inB
    const full = ea + eb
    this.#ownA += (xa * eb) / full
    this.#ownB += (xb * ea) / full
    this.dp -= (ya * eb) / full
    this.dq -= (yb * ea) / full
    this.dw -= (ea * eb) / full
    const [restA, restB] = [ea - xa, eb - xb]
    if (restA <= 0 || restB <= 0) return
    const rest = restA + restB
    this.dp += ((ya - za) * restB) / rest
    this.dq += ((yb - zb) * restA) / rest
    this.dw += (restA * restB) / rest
  }
}
