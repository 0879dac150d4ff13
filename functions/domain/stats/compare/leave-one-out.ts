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
  const loss = new Loss(cells, rate, totals)
  let products = 0
  for (let u = 0; u < units; u++) {
    loss.leaveOut(u)
    const of = homeOf(loss.arms, loss.ownA, loss.ownB)
    if (of === nowhere) continue
    if (p + loss.p <= restMin * p || q + loss.q <= restMin * q || w + loss.w <= restMin * w) return null
    const logP = log1p(loss.p / p)
    const logQ = log1p(loss.q / q)
    const logW = log1p(loss.w / w)
    const da = sign * (logP - logW)
    const db = sign * (logQ - logW)
    const dt = sign * (logP - logQ)
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
/** A unit that has nothing in comparable strata. */
const nowhere = 3

/** Of one unit: what its sums take away, its overlap-weighted exposures, and the arms that it has something in. */
class Loss {
  p = 0
  q = 0
  w = 0
  ownA = 0
  ownB = 0
  arms = 0
  private readonly cells: Cells
  private readonly x: Float64Array
  private readonly y: Float64Array
  private readonly totals: StratumTotals

  constructor(cells: Cells, rate: MetricRate, totals: StratumTotals) {
    this.cells = cells
    this.x = cells.sums[rate.exposure]
    this.y = cells.sums[rate.outcome]
    this.totals = totals
  }

  leaveOut(unit: number): void {
    this.p = 0
    this.q = 0
    this.w = 0
    this.ownA = 0
    this.ownB = 0
    this.arms = 0
    const { start, stratum, arm } = this.cells
    const end = start[unit + 1] as number
    for (let e = start[unit] as number; e < end; ) {
      const k = stratum[e] as number
      const a = arm[e] === 0 ? e++ : -1
      const b = e < end && stratum[e] === k ? e++ : -1
      if (this.totals.comparable[k] === 1) this.take(k, a, b)
    }
  }

  /** @param a the unit's entry in stratum `k` in arm A, and `b` in B; -1 for none */
  private take(k: number, a: number, b: number): void {
    const { exposure, outcome, weight } = this.totals
    const xa = a < 0 ? 0 : (this.x[a] as number)
    const ya = a < 0 ? 0 : (this.y[a] as number)
    const xb = b < 0 ? 0 : (this.x[b] as number)
    const yb = b < 0 ? 0 : (this.y[b] as number)
    if (xa !== 0 || ya !== 0) this.arms |= inA
    if (xb !== 0 || yb !== 0) this.arms |= inB
    const weightA = weight[0][k] as number
    const weightB = weight[1][k] as number
    const fullA = exposure[0][k] as number
    const fullYa = outcome[0][k] as number
    const fullYb = outcome[1][k] as number
    this.ownA += xa * weightA
    this.ownB += xb * weightB
    this.p -= fullYa * weightA
    this.q -= fullYb * weightB
    this.w -= fullA * weightA
    const restA = fullA - xa
    const restB = (exposure[1][k] as number) - xb
    if (restA <= 0 || restB <= 0) return
    const rest = 1 / (restA + restB)
    this.p += (fullYa - ya) * restB * rest
    this.q += (fullYb - yb) * restA * rest
    this.w += restA * restB * rest
  }
}

function homeOf(arms: number, ownA: number, ownB: number): number {
  if (arms === 0) return nowhere
  if (arms !== (inA | inB)) return arms === inB ? 1 : 0
  return ownA === ownB ? 2 : ownB > ownA ? 1 : 0
}
