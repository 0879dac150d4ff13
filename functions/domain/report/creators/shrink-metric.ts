import type { MetricName } from '../../../contract/report.ts'
import { type PostRateSums, squaresWithin } from '../../stats/ranking/post-spread.ts'
import type { Posterior } from '../../stats/ranking/posterior.ts'
import { sharePosterior, sharePrior } from '../../stats/ranking/rank-beta-binomial.ts'
import { credibilityPosterior, credibilityPrior, type RatioPeriod } from '../../stats/ranking/rank-buhlmann-straub.ts'
import { gammaPosterior, gammaPrior } from '../../stats/ranking/rank-gamma-poisson.ts'
import { normalPosterior, normalPrior, type SampledMean } from '../../stats/ranking/rank-normal.ts'
import { partsOf } from '../metrics.ts'
import type { CreatorHistory } from './creator-history.ts'
import { rankingMethods } from './ranked-by.ts'

/** A creator of a ranking: its history, and its spend with any share of overhead over that without. */
export interface RankedHistory {
  readonly history: CreatorHistory
  readonly spendFactor: number
}

/** Gives what is believed of a metric of single creators, in the metric's own units; null where nothing can be said. */
export type Shrink = (creator: RankedHistory) => Posterior | null

/** Learns from a group how far its creators differ, and shrinks towards it. */
export function shrinkTowards(metric: MetricName, group: readonly RankedHistory[]): Shrink {
  const method = rankingMethods[metric]
  if (method === 'count') return shrinkCounts(group)
  if (method === 'share') return shrinkShares(group)
  return method === 'log-rate' ? shrinkRates(group) : shrinkRatios(metric, group)
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Spend stands above, what it bought below: the rate is the inverse of the cost. */
function shrinkCounts(group: readonly RankedHistory[]): Shrink {
  const rateOf = ({ history: { months }, spendFactor }: RankedHistory) => ({
    count: sumOf(months.map(({ bottom }) => bottom)),
    exposure: sumOf(months.map(({ top }) => top)) * spendFactor,
  })
  const prior = gammaPrior(group.map(rateOf))
  return (creator) => {
    const rate = prior && gammaPosterior(prior, rateOf(creator))
    if (!rate) return null
    return { mean: 1 / rate.mean, low: 1 / rate.high, high: 1 / rate.low, aboveAverage: 1 - rate.aboveAverage }
  }
}

function shrinkShares(group: readonly RankedHistory[]): Shrink {
  const rateOf = ({ history: { months } }: RankedHistory) => ({
    count: sumOf(months.map(({ top }) => top)),
    exposure: sumOf(months.map(({ bottom }) => bottom)),
  })
  const prior = sharePrior(group.map(rateOf))
  return (creator) => prior && sharePosterior(prior, rateOf(creator))
}

/** With less to tell them by, how far one creator's posts or months differ would be a guess. */
const dfLeast = 5

/** Below this a variance between posts would make their mean certain. */
const varianceLeast = 1e-9

function shrinkRates(group: readonly RankedHistory[]): Shrink {
  const rates = group.map(({ history }) => history.rates)
  const free = sumOf(rates.map(({ posts }) => Math.max(0, posts - 1)))
  const within = free >= dfLeast ? Math.max(varianceLeast, sumOf(rates.map(squaresWithin)) / free) : null
  const meanOf = ({ posts, log }: PostRateSums): SampledMean =>
    within === null || posts === 0 ? null : { mean: log / posts, variance: within / posts }
  const prior = normalPrior(rates.map(meanOf))
  return ({ history }) => {
    const log = prior && normalPosterior(prior, meanOf(history.rates))
    return log && { ...log, mean: Math.exp(log.mean), low: Math.exp(log.low), high: Math.exp(log.high) }
  }
}

function shrinkRatios(metric: MetricName, group: readonly RankedHistory[]): Shrink {
  const periodsOf = periodsBy(metric)
  const prior = credibilityPrior(group.map(periodsOf))
  if (prior && prior.df < dfLeast) return () => null
  return (creator) => {
    const ratio = prior && credibilityPosterior(prior, periodsOf(creator))
    if (!ratio || metric === 'roi') return ratio
    return { ...ratio, low: Math.max(Math.min(0, ratio.mean), ratio.low) }
  }
}

/** Spend takes its share of overhead where it stands: above in what costs, below in what returns. */
function periodsBy(metric: MetricName) {
  const isCost = metric === 'cpm' || metric === 'costPerPost'
  const isReturn = metric === 'roas' || metric === 'roi'
  const scale = metric === 'roi' ? 1 : partsOf(metric).scale
  return ({ history: { months }, spendFactor }: RankedHistory): RatioPeriod[] =>
    withWeight(
      months.map(({ top, bottom }) => {
        const weight = isReturn ? bottom * spendFactor : bottom
        const amount = top * scale * (isCost ? spendFactor : 1)
        return { weight, amount: metric === 'roi' ? amount - weight : amount }
      }),
    )
}

/** What came in a month without weight, as revenue after the spend, goes with the last one before it that has some. */
function withWeight(periods: readonly RatioPeriod[]): RatioPeriod[] {
  const weighed: RatioPeriod[] = []
  let waiting = 0
  for (const { amount, weight } of periods) {
    const last = weighed.at(-1)
    if (weight > 0) {
      weighed.push({ amount: amount + waiting, weight })
      waiting = 0
    } else if (last) weighed[weighed.length - 1] = { ...last, amount: last.amount + amount }
    else waiting += amount
  }
  return weighed
}
