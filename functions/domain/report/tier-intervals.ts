import type { Estimate, MetricName, Metrics, TierName, Tiers } from '../../contract/report.ts'
import { getOrAdd } from '../get-or-add.ts'
import { armInterval } from '../stats/arm-interval.ts'
import { metricRates } from '../stats/metric-rates.ts'
import { type Shares, sharesOf } from '../stats/shares.ts'
import type { StatColumn } from '../stats/stat-columns.ts'
import { tierNames } from './books-view.ts'
import type { CollectedCells } from './collect-cells.ts'

/** What sums by creator are made of. */
export type CreatorCells = Pick<CollectedCells, 'count' | 'unit' | 'tier' | 'sums'>

/** Sums of the creators of one tier, or of several together, in the order of their ids; each is added up when it is asked for. */
export class CreatorSums {
  readonly #cells: CreatorCells
  /** Cells of these tiers, and the place of each one's creator. */
  readonly #at: Int32Array
  readonly #place: Int32Array
  readonly #creators: number
  readonly #sums = new Map<StatColumn, Float64Array>()
  readonly #shares = new Map<StatColumn, Shares>()

  constructor(cells: CreatorCells, has: (tier: number) => boolean) {
    const { count, unit, tier } = cells
    let last = -1
    for (let i = 0; i < count; i++) last = Math.max(last, unit[i] as number)
    const places = new Int32Array(last + 1).fill(-1)
    const at = new Int32Array(count)
    let own = 0
    for (let i = 0; i < count; i++) {
      if (!has(tier[i] as number)) continue
      places[unit[i] as number] = 0
      at[own++] = i
    }
    let creators = 0
    for (let u = 0; u <= last; u++) if (places[u] === 0) places[u] = creators++
    this.#cells = cells
    this.#at = at.subarray(0, own)
    this.#place = new Int32Array(own)
    for (let i = 0; i < own; i++) this.#place[i] = places[unit[at[i] as number] as number] as number
    this.#creators = creators
  }

  shares(column: StatColumn): Shares {
    return getOrAdd(this.#shares, column, () => sharesOf(this.#sumsOf(column)))
  }

  /** How many have an exposure or an outcome. */
  countActive(outcome: StatColumn, exposure: StatColumn): number {
    const [y, e] = [this.#sumsOf(outcome), this.#sumsOf(exposure)]
    let count = 0
    for (let i = 0; i < y.length; i++) if (y[i] !== 0 || (e[i] as number) > 0) count++
    return count
  }

  #sumsOf(column: StatColumn): Float64Array {
    return getOrAdd(this.#sums, column, () => {
      const [from, sums, at, place] = [
        this.#cells.sums[column],
        new Float64Array(this.#creators),
        this.#at,
        this.#place,
      ]
      for (let i = 0; i < at.length; i++) {
        const to = place[i] as number
        sums[to] = (sums[to] as number) + (from[at[i] as number] as number)
      }
      return sums
    })
  }
}

/** Every metric that has a value gets its interval and the number of creators behind it, or the reason why not. */
export function addIntervals(tiers: Tiers, cells: CollectedCells, shown: readonly TierName[]): Tiers {
  const of = (name: keyof Tiers): Tiers[keyof Tiers] => {
    const wanted = name === 'all' ? shown : shown.filter((tier) => tier === name)
    const bits = wanted.reduce((mask, tier) => mask | (1 << tierNames.indexOf(tier)), 0)
    const sums = new CreatorSums(cells, (tier) => (bits & (1 << tier)) !== 0)
    return { ...tiers[name], metrics: withIntervals(tiers[name].metrics, sums) }
  }
  return { nano: of('nano'), micro: of('micro'), macro: of('macro'), unknown: of('unknown'), all: of('all') }
}

/** Metrics of what the creators of `sums` add up to. */
export function withIntervals(metrics: Metrics, sums: CreatorSums): Metrics {
  const names = Object.keys(metrics) as MetricName[]
  return Object.fromEntries(names.map((name) => [name, withInterval(name, metrics[name], sums)])) as Metrics
}

/** ROI is its rate less one, and so are its limits. */
export const shiftOf = (metric: MetricName): number => (metric === 'roi' ? -1 : 0)

function withInterval(metric: MetricName, estimate: Estimate, sums: CreatorSums): Estimate {
  if (estimate.kind !== 'exact') return estimate
  const { outcome, exposure } = metricRates[metric]
  const shift = shiftOf(metric)
  const rate = estimate.point - shift
  const creators = sums.countActive(outcome, exposure)
  return intervalOf(estimate, rate, sums.shares(outcome), sums.shares(exposure), creators, shift)
}

/** @param rate what the estimate says, less `shift`: its limits are shifted as it is */
export function intervalOf(
  estimate: Exact,
  rate: number,
  outcome: Shares,
  exposure: Shares,
  creators: number,
  shift = 0,
): Estimate {
  if (rate <= 0) return { ...estimate, reason: 'no-positive-outcome' }
  const interval = armInterval(rate, outcome, exposure)
  if (!interval) return { ...estimate, reason: 'one-creator' }
  return { kind: 'interval', point: estimate.point, low: interval.low + shift, high: interval.high + shift, creators }
}

type Exact = Extract<Estimate, { kind: 'exact' }>
