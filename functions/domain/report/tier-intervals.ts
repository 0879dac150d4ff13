import type { Estimate, MetricName, Metrics, TierName, Tiers } from '../../contract/report.ts'
import { armInterval } from '../stats/arm-interval.ts'
import { metricRates } from '../stats/metric-rates.ts'
import { type Shares, sharesOf } from '../stats/shares.ts'
import { type StatColumn, statColumns } from '../stats/stat-columns.ts'
import { tierNames } from './books-view.ts'
import type { CollectedCells } from './collect-cells.ts'

/** What sums by creator are made of. */
export type CreatorCells = Pick<CollectedCells, 'count' | 'unit' | 'tier' | 'sums'>

/** Sums of the creators of one tier, or of several together, in the order of their ids. */
export class CreatorSums {
  readonly #sums: Record<StatColumn, Float64Array>
  readonly #shares = new Map<StatColumn, Shares>()

  constructor(cells: CreatorCells, has: (tier: number) => boolean) {
    const places = placeUnits(cells, has)
    const creators = places.reduce((count, place) => Math.max(count, place + 1), 0)
    this.#sums = Object.fromEntries(
      statColumns.map((name) => [name, sumUnits(cells, cells.sums[name], places, creators, has)]),
    ) as Record<StatColumn, Float64Array>
  }

  shares(column: StatColumn): Shares {
    let shares = this.#shares.get(column)
    if (!shares) {
      shares = sharesOf(this.#sums[column])
      this.#shares.set(column, shares)
    }
    return shares
  }

  /** How many have an exposure or an outcome. */
  countActive(outcome: StatColumn, exposure: StatColumn): number {
    const [y, e] = [this.#sums[outcome], this.#sums[exposure]]
    let count = 0
    for (let i = 0; i < y.length; i++) if (y[i] !== 0 || (e[i] as number) > 0) count++
    return count
  }
}

/** A place for each creator with something in these tiers, by rank; -1 for the others. */
function placeUnits({ count, unit, tier }: CreatorCells, has: (tier: number) => boolean): Int32Array {
  let last = 0
  for (let i = 0; i < count; i++) last = Math.max(last, unit[i] as number)
  const present = new Int32Array(last + 1).fill(-1)
  for (let i = 0; i < count; i++) if (has(tier[i] as number)) present[unit[i] as number] = 0
  let next = 0
  for (let u = 0; u < present.length; u++) if (present[u] === 0) present[u] = next++
  return present
}

function sumUnits(
  { count, unit, tier }: CreatorCells,
  column: Float64Array,
  places: Int32Array,
  creators: number,
  has: (tier: number) => boolean,
): Float64Array {
  const sums = new Float64Array(creators)
  for (let i = 0; i < count; i++) {
    if (!has(tier[i] as number)) continue
    const place = places[unit[i] as number] as number
    sums[place] = (sums[place] as number) + (column[i] as number)
  }
  return sums
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
