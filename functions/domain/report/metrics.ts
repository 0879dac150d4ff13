import type { Estimate, MetricName, Metrics, UnavailableReason } from '../../contract/report.ts'
import { type Measure, measureIndex } from '../ledger/measures.ts'
import { type MetricRate, metricRates } from '../stats/metric-rates.ts'
import type { StatColumn } from '../stats/stat-columns.ts'
import { followersAt, postsOf, spendAt, sumOf } from './sums.ts'

/** Gross profit in minor units, or null where a margin is missing. */
export type Profit = number | null

type Term = (sums: Float64Array) => number

/** Columns that files give or leave out; spend and posts are counted of any file, followers joined from the timeline. */
const measured = (column: StatColumn): column is StatColumn & Measure =>
  column in measureIndex && column !== 'followers'

const bits = (...names: StatColumn[]): number =>
  names.filter(measured).reduce((mask, name) => mask | (1 << measureIndex[name]), 0)

const termOf = (column: StatColumn): Term => {
  if (column === 'spend') return (sums) => sums[spendAt] as number
  if (column === 'posts') return postsOf
  if (column === 'followers') return (sums) => sums[followersAt] as number
  if (column === 'deepEngagements') throw new Error('no metric has deep engagements')
  return (sums) => sumOf(sums, column)
}

/**
 * `scale * numerator / denominator`, where some row gave each of the measures in `needs`. Cost metrics need spend: a
 * gifted post has no cost per result, it is not free.
 */
type Ratio = { top: Term; bottom: Term; scale: number; cost: boolean; perSpend: boolean; needs: number }

function ratioOf({ outcome, exposure, inverse, scale }: MetricRate): Ratio {
  const [top, bottom] = inverse ? [exposure, outcome] : [outcome, exposure]
  return {
    top: termOf(top),
    bottom: termOf(bottom),
    scale,
    cost: top === 'spend',
    perSpend: bottom === 'spend',
    needs: bits(outcome, exposure),
  }
}

const { roi: _roi, ...rates } = metricRates
const ratios = Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, ratioOf(rate)])) as Record<
  Exclude<MetricName, 'roi'>,
  Ratio
>

/** What a metric other than ROI divides by what, each a sum of the cells' own. */
export const partsOf = (metric: Exclude<MetricName, 'roi'>): Pick<Ratio, 'top' | 'bottom' | 'scale'> => ratios[metric]

/** Whether a smaller value is better. */
export const lowerIsBetter = (metric: MetricName): boolean => metricRates[metric].lowerIsBetter

export const unavailable = (reason: UnavailableReason): Estimate => ({ kind: 'unavailable', reason })
export const exact = (point: number): Extract<Estimate, { kind: 'exact' }> => ({ kind: 'exact', point })

/**
 * All metrics of some sums. Division by zero and missing data are said, never 0, NaN or Infinity.
 * @param given bits of the measures that some row gave: without any clicks in the files a click rate is not 0
 */
export function computeMetrics(sums: Float64Array, given: number, profit: Profit): Metrics {
  const values = Object.entries(ratios).map(([name, ratio]) => [name, computeRatio(sums, given, ratio)] as const)
  return { ...(Object.fromEntries(values) as Omit<Metrics, 'roi'>), roi: computeRoi(sums, given, profit) }
}

function computeRatio(sums: Float64Array, given: number, ratio: Ratio): Estimate {
  const top = ratio.top(sums)
  const bottom = ratio.bottom(sums)
  if (isEmpty(sums) || (given & ratio.needs) !== ratio.needs) return unavailable('no-data')
  if (ratio.cost && top <= 0) return unavailable('zero-spend')
  if (bottom <= 0) return unavailable(ratio.perSpend ? 'zero-spend' : 'zero-denominator')
  return exact((top * ratio.scale) / bottom)
}

function computeRoi(sums: Float64Array, given: number, profit: Profit): Estimate {
  if (isEmpty(sums) || (given & bits('revenue', 'grossProfit')) === 0) return unavailable('no-data')
  const spent = sums[spendAt] as number
  if (spent <= 0) return unavailable('zero-spend')
  return profit === null ? unavailable('no-margin') : exact((profit - spent) / spent)
}

const isEmpty = (sums: Float64Array): boolean =>
  sums[spendAt] === 0 && sumOf(sums, 'resultGroups') === 0 && postsOf(sums) === 0 && sumOf(sums, 'spendRows') === 0
