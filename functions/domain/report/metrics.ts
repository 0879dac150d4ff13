import type { Estimate, MetricName, Metrics, UnavailableReason } from '../../contract/report.ts'
import { type Measure, measureIndex } from '../ledger/measures.ts'
import { followersAt, postsOf, spendAt, sumOf } from './sums.ts'

/** Gross profit in minor units, or null where a margin is missing. */
export type Profit = number | null

type Term = (sums: Float64Array) => number

/**
 * `scale * numerator / denominator`, where some row gave each of the measures in `needs`. Cost metrics need spend: a
 * gifted post has no cost per result, it is not free.
 */
type Ratio = { numerator: Term; denominator: Term; scale: number; cost: boolean; needs: number }

const spend: Term = (sums) => sums[spendAt] as number
const bits = (...names: Measure[]): number => names.reduce((mask, name) => mask | (1 << measureIndex[name]), 0)
const of =
  (name: Parameters<typeof sumOf>[1]): Term =>
  (sums) =>
    sumOf(sums, name)
const cost = (denominator: Term, needs: number, scale = 1): Ratio => ({
  numerator: spend,
  denominator,
  scale,
  cost: true,
  needs,
})
type Summed = Measure & Parameters<typeof sumOf>[1]
const costOf = (name: Summed, scale = 1): Ratio => cost(of(name), bits(name), scale)
const rateOf = (top: Summed, bottom: Summed): Ratio => ({
  numerator: of(top),
  denominator: of(bottom),
  scale: 1,
  cost: false,
  needs: bits(top, bottom),
})

/** One meaning each (design, section 1). A new metric is a new entry. */
const ratios: Record<Exclude<MetricName, 'roi'>, Ratio> = {
  cpm: costOf('impressions', 1000),
  cpe: costOf('engagements'),
  cpc: costOf('clicks'),
  cpa: costOf('conversions'),
  ctr: rateOf('clicks', 'impressions'),
  cvr: rateOf('conversions', 'clicks'),
  erReach: rateOf('engagements', 'reach'),
  erImpressions: rateOf('engagements', 'impressions'),
  // Followers are joined from the timeline where no row gave them.
  erFollowers: {
    numerator: of('engagements'),
    denominator: (sums) => sums[followersAt] as number,
    scale: 1,
    cost: false,
    needs: bits('engagements'),
  },
  costPerPost: cost(postsOf, 0),
  aov: rateOf('revenue', 'conversions'),
  roas: { numerator: of('revenue'), denominator: spend, scale: 1, cost: false, needs: bits('revenue') },
}

/** What a metric other than ROI divides by what, each a sum of the cells' own. */
export const partsOf = (metric: Exclude<MetricName, 'roi'>): Pick<Ratio, 'numerator' | 'denominator' | 'scale'> =>
  ratios[metric]

/** Whether a smaller value is better. */
export const lowerIsBetter = (metric: MetricName): boolean => metric !== 'roi' && ratios[metric].cost

export const unavailable = (reason: UnavailableReason): Estimate => ({ kind: 'unavailable', reason })
export const exact = (point: number): Estimate => ({ kind: 'exact', point })

/**
 * All metrics of some sums. Division by zero and missing data are said, never 0, NaN or Infinity.
 * @param given bits of the measures that some row gave: without any clicks in the files a click rate is not 0
 */
export function computeMetrics(sums: Float64Array, given: number, profit: Profit): Metrics {
  const values = Object.entries(ratios).map(([name, ratio]) => [name, computeRatio(sums, given, ratio)] as const)
  return { ...(Object.fromEntries(values) as Omit<Metrics, 'roi'>), roi: computeRoi(sums, given, profit) }
}

function computeRatio(
  sums: Float64Array,
  given: number,
  { numerator, denominator, scale, cost: isCost, needs }: Ratio,
): Estimate {
  const top = numerator(sums)
  const bottom = denominator(sums)
  if (isEmpty(sums) || (given & needs) !== needs) return unavailable('no-data')
  if (isCost && top <= 0) return unavailable('zero-spend')
  if (bottom <= 0) return unavailable(denominator === spend ? 'zero-spend' : 'zero-denominator')
  return exact((top * scale) / bottom)
}

function computeRoi(sums: Float64Array, given: number, profit: Profit): Estimate {
  if (isEmpty(sums) || (given & bits('revenue', 'grossProfit')) === 0) return unavailable('no-data')
  const spent = spend(sums)
  if (spent <= 0) return unavailable('zero-spend')
  return profit === null ? unavailable('no-margin') : exact((profit - spent) / spent)
}

const isEmpty = (sums: Float64Array): boolean =>
  spend(sums) === 0 && sumOf(sums, 'resultGroups') === 0 && postsOf(sums) === 0 && sumOf(sums, 'spendRows') === 0
