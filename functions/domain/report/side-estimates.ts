import type { Estimate, MetricName, Side } from '../../contract/report.ts'
import type { Contrast } from '../stats/compare/compare-arms.ts'
import { differenceOf } from '../stats/compare/difference.ts'
import { unavailable } from './metrics.ts'
import { shiftOf } from './tier-intervals.ts'

/** A comparison's four numbers, each with its interval where leaving creators out in turn gives one. */
export function sideOf(metric: MetricName, contrast: Contrast): Side {
  const [micro, macro] = [0, 1].map((arm) => armEstimate(metric, contrast, arm as 0 | 1)) as [Estimate, Estimate]
  return { micro, macro, ratio: ratioEstimate(metric, contrast), difference: differenceEstimate(contrast) }
}

function armEstimate(metric: MetricName, { values, left, sample }: Contrast, arm: 0 | 1): Estimate {
  if (!values) return unavailable('not-comparable')
  const shift = shiftOf(metric)
  const point = values[arm] + shift
  if (!left) return { kind: 'exact', point, reason: 'one-creator' }
  const { low, high } = left.arms[arm]
  return { kind: 'interval', point, low: low + shift, high: high + shift, creators: sample.units[arm] }
}

/** Micro over macro. ROI changes its sign, so that its ratio means nothing (statistics specification, 1.1). */
export function ratioEstimate(metric: MetricName, { values, left }: Contrast): Estimate {
  if (metric === 'roi') return unavailable('no-ratio')
  if (!values) return unavailable('not-comparable')
  const point = values[0] / values[1]
  if (!left) return { kind: 'exact', point, reason: 'one-creator' }
  const { low, high } = left.ratio
  return { kind: 'interval', point, low, high, creators: creatorsIn(left) }
}

/** Micro less macro. */
export function differenceEstimate({ values, left }: Contrast): Estimate {
  if (!values) return unavailable('not-comparable')
  if (!left) return { kind: 'exact', point: values[0] - values[1], reason: 'one-creator' }
  return { kind: 'interval', ...differenceOf(values, left), creators: creatorsIn(left) }
}

const creatorsIn = ({ inside }: NonNullable<Contrast['left']>): number => inside.reduce((sum, of) => sum + of, 0)
