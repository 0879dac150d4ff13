import type { Estimate, MetricName, Metrics, UnavailableReason } from '../../contract/report.ts'
import { followersAt, postsOf, spendAt, sumOf } from './sums.ts'

/** Gross profit in minor units, or null where a margin is missing. */
export type Profit = number | null

type Term = (sums: Float64Array) => number

/** `scale * numerator / denominator`. Cost metrics need spend: a gifted post has no cost per result, it is not free. */
type Ratio = { numerator: Term; denominator: Term; scale: number; cost: boolean }

const spend: Term = (sums) => sums[spendAt] as number
const of =
  (name: Parameters<typeof sumOf>[1]): Term =>
  (sums) =>
    sumOf(sums, name)
const cost = (denominator: Term, scale = 1): Ratio => ({ numerator: spend, denominator, scale, cost: true })
const rate = (numerator: Term, denominator: Term): Ratio => ({ numerator, denominator, scale: 1, cost: false })

/** One meaning each (design, section 1). A new metric is a new entry. */
const ratios: Record<Exclude<MetricName, 'roi'>, Ratio> = {
  cpm: cost(of('impressions'), 1000),
  cpe: cost(of('engagements')),
  cpc: cost(of('clicks')),
  cpa: cost(of('conversions')),
  ctr: rate(of('clicks'), of('impressions')),
  cvr: rate(of('conversions'), of('clicks')),
  erReach: rate(of('engagements'), of('reach')),
  erImpressions: rate(of('engagements'), of('impressions')),
  erFollowers: rate(of('engagements'), (sums) => sums[followersAt] as number),
  costPerPost: cost(postsOf),
  aov: rate(of('revenue'), of('conversions')),
  roas: rate(of('revenue'), spend),
}

/** Whether a smaller value is better. */
export const lowerIsBetter = (metric: MetricName): boolean => metric !== 'roi' && ratios[metric].cost

/** Metrics that are amounts of money, in minor units. */
export const isMoney = (metric: MetricName): boolean => metric === 'aov' || lowerIsBetter(metric)

export const unavailable = (reason: UnavailableReason): Estimate => ({ kind: 'unavailable', reason })
export const exact = (point: number): Estimate => ({ kind: 'exact', point })

/** All metrics of some sums. Division by zero and missing data are said, never 0, NaN or Infinity. */
export function computeMetrics(sums: Float64Array, profit: Profit): Metrics {
  const values = Object.entries(ratios).map(([name, ratio]) => [name, computeRatio(sums, ratio)] as const)
  return { ...(Object.fromEntries(values) as Omit<Metrics, 'roi'>), roi: computeRoi(sums, profit) }
}

function computeRatio(sums: Float64Array, { numerator, denominator, scale, cost: isCost }: Ratio): Estimate {
  const top = numerator(sums)
  const bottom = denominator(sums)
  if (isEmpty(sums)) return unavailable('no-data')
  if (isCost && top <= 0) return unavailable('zero-spend')
  if (bottom <= 0) return unavailable(denominator === spend ? 'zero-spend' : 'zero-denominator')
  return exact((top * scale) / bottom)
}

function computeRoi(sums: Float64Array, profit: Profit): Estimate {
  if (isEmpty(sums)) return unavailable('no-data')
  const spent = spend(sums)
  if (spent <= 0) return unavailable('zero-spend')
  return profit === null ? unavailable('no-margin') : exact((profit - spent) / spent)
}

const isEmpty = (sums: Float64Array): boolean =>
  spend(sums) === 0 && sumOf(sums, 'resultGroups') === 0 && postsOf(sums) === 0 && sumOf(sums, 'spendRows') === 0
