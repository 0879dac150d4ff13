import type { MetricName } from '../../contract/report.ts'
import { fixedDigits, writeNumber } from '../../contract/write-number.ts'

type Degree = { less: string; more: string; times: string }

const cost: Degree = { less: 'less', more: 'more', times: 'times as much' }
const rate: Degree = { less: 'lower', more: 'higher', times: 'times as high' }

/** What micro and macro differ in, and how it is said to be less or more. */
const subjects: Record<MetricName, { subject: string; degree: Degree }> = {
  cpm: { subject: 'a thousand impressions cost', degree: cost },
  cpe: { subject: 'an engagement cost', degree: cost },
  cpc: { subject: 'a click cost', degree: cost },
  cpa: { subject: 'a conversion cost', degree: cost },
  ctr: { subject: 'the click rate was', degree: rate },
  cvr: { subject: 'the conversion rate was', degree: rate },
  erReach: { subject: 'the engagement rate by reach was', degree: rate },
  erImpressions: { subject: 'the engagement rate by impressions was', degree: rate },
  erFollowers: { subject: 'the engagement rate by followers was', degree: rate },
  costPerPost: { subject: 'a post cost', degree: cost },
  aov: { subject: 'an order was worth', degree: cost },
  roas: { subject: 'revenue per unit of spend was', degree: rate },
  roi: { subject: 'the return on investment was', degree: rate },
}

export const subjectOf = (metric: MetricName): string => subjects[metric].subject

/** A ratio as people say it: `33% less`, `2.5 times as much`, `the same`. */
export function wordRatio(metric: MetricName, ratio: number): string {
  const { degree } = subjects[metric]
  const { side, amount } = split(ratio)
  if (side === 'same') return 'the same'
  return side === 'times' ? `${amount} ${degree.times}` : `${amount} ${degree[side]}`
}

/** A range of ratios: `21% to 44% less`, or `40% less to 30% more` where it holds 1. */
export function wordRange(metric: MetricName, low: number, high: number): string {
  const { degree } = subjects[metric]
  const [from, to] = [split(low), split(high)]
  if (from.side !== to.side || from.side === 'same') return `${wordRatio(metric, low)} to ${wordRatio(metric, high)}`
  if (from.side === 'times' && from.amount !== to.amount) return `${from.amount} to ${to.amount} ${degree.times}`
  const [near, far] = from.side === 'less' ? [to, from] : [from, to]
  return near.amount === far.amount ? wordRatio(metric, low) : `${near.amount} to ${far.amount} ${degree[from.side]}`
}

/** More than this is said in times. */
const timesFrom = 2

function split(ratio: number): { side: 'less' | 'more' | 'times' | 'same'; amount: string } {
  if (ratio >= timesFrom) return { side: 'times', amount: times(ratio) }
  const change = Math.abs(ratio - 1)
  const amount = percent(change)
  if (change < 0.0005) return { side: 'same', amount }
  return { side: ratio < 1 ? 'less' : 'more', amount }
}

/** Beyond a thousand times nobody reads a number. */
function times(ratio: number): string {
  if (ratio > 1000) return 'over 1,000'
  return writeNumber(ratio, ratio < 10 ? fixedDigits(1) : { maximumFractionDigits: 0 })
}

/** Near nothing and near all there is, a decimal is needed to say it. */
function percent(share: number): string {
  if (share > 0.9995) return 'over 99.9%'
  return writeNumber(share, {
    style: 'percent',
    ...(share < 0.01 || share > 0.99 ? fixedDigits(1) : { maximumFractionDigits: 0 }),
  })
}
