import { describe, expect, test } from 'vitest'
import type { MetricName } from '../../../functions/contract/report.ts'
import { armInterval } from '../../../functions/domain/stats/arm-interval.ts'
import { mergeStrata } from '../../../functions/domain/stats/cells.ts'
import { chanceBetter } from '../../../functions/domain/stats/compare/chance-better.ts'
import { type Contrast, compareArms } from '../../../functions/domain/stats/compare/compare-arms.ts'
import { compareMix } from '../../../functions/domain/stats/compare/compare-mix.ts'
import { type ArmVerdict, decideVerdict } from '../../../functions/domain/stats/compare/decide-verdict.ts'
import { effectiveUnits } from '../../../functions/domain/stats/compare/describe-sample.ts'
import { differenceOf } from '../../../functions/domain/stats/compare/difference.ts'
import { influenceOf } from '../../../functions/domain/stats/compare/influence.ts'
import { pValueOf } from '../../../functions/domain/stats/compare/p-value.ts'
import type { LogEstimate } from '../../../functions/domain/stats/log-estimate.ts'
import { type MetricRate, metricRates } from '../../../functions/domain/stats/metric-rates.ts'
import { sharesOf } from '../../../functions/domain/stats/shares.ts'
import { oracleCells, readExpected, readOracleRows } from './oracle-cells.ts'

/** Values that R (survey, metafor and base) gave; within 1e-9 of them unless they say otherwise. */
const names = [
  '01-basic',
  '02-few-macros',
  '03-zeros-and-gifted',
  '04-all-zero-conversions',
  '05-one-creator',
  '06-all-equal',
  '08-refunds',
  '09-simpson',
  '10-sparse-strata',
  '12-split-and-shuffled',
  '14-one-holds-all',
  '16-no-overlap',
] as const

const metricOf: Record<string, MetricName> = {
  er_followers: 'erFollowers',
  er_impressions: 'erImpressions',
  cost_per_post: 'costPerPost',
}

type Tree = { [name: string]: Tree | number | string | boolean | null | Tree[] | string[] }
type Expected = {
  strata: string[] | null
  margin: number | null
  metrics: Record<string, Record<'tier_only' | 'crude' | 'like_for_like' | 'mix' | 'roi', Tree>>
}

const verdicts: Record<ArmVerdict, string> = {
  a_better: 'micro_better',
  b_better: 'macro_better',
  no_material_difference: 'no_material_difference',
  inconclusive: 'inconclusive',
  not_enough_data: 'not_enough_data',
}

const pair = ([micro, macro]: readonly [number | null, number | null]) => ({ micro, macro })
const limits = ({ standardError, df, low, high }: LogEstimate) => ({
  se_log: standardError,
  df,
  lower: low,
  upper: high,
})

function describeContrast(contrast: Contrast, units: readonly string[]): Tree {
  const { sample, left, values, rate } = contrast
  const decision = decideVerdict(contrast)
  const told: Tree = {
    P: contrast.p,
    Q: contrast.q,
    W: contrast.w,
    comparable_strata: sample.comparableStrata,
    coverage: { ...pair(sample.coverage.arms), all: sample.coverage.all },
    creators: pair(sample.units),
    neff_exposure: pair(sample.effectiveByExposure),
    neff_outcome: pair(sample.effectiveByOutcome),
    neff: pair([effectiveUnits(sample, 0), effectiveUnits(sample, 1)]),
    expected_events: pair(sample.expectedEvents ?? [null, null]),
    reasons: decision.failures.map(({ gate, arm }) =>
      arm === undefined ? gate : `${arm ? 'macro' : 'micro'}:${gate}`,
    ),
    verdict: verdicts[decision.verdict],
  }
  if (values) told.value = pair(values)
  if (!left || !values) return told
  const influence = influenceOf(left)
  return {
    ...told,
    tier: Object.fromEntries(
      left.arms.map((arm, at) => [at ? 'macro' : 'micro', { value: values[at] as number, ...limits(arm) }]),
    ),
    ratio: { value: Math.exp(left.theta), log: left.theta, ...limits(left.ratio) },
    p_value: pValueOf(left.ratio),
    p_micro_better: chanceBetter(left.ratio, rate.lowerIsBetter),
    difference: differenceTree(contrast),
    most_influential: { creator_id: units[influence.unit] as string, ratio_without: influence.ratioWithout },
  }
}

function differenceTree({ values, left }: Contrast): Tree {
  if (!values || !left) return {}
  const { point, low, high } = differenceOf(values, left)
  return { value: point, rho: left.correlation, lower: low, upper: high }
}

/** Same shape where R said something; what R did not say is not asked. */
function expectLike(got: Tree, expected: Tree, path: string): void {
  for (const [name, value] of Object.entries(expected)) {
    if (name.startsWith('svyratio') || name === 'one_sided_confidence') continue
    const own = got[name]
    if (typeof value === 'number') {
      const margin = Math.max(Math.abs(value) * 1e-9, 1e-12)
      if (typeof own !== 'number' || Math.abs(own - value) > margin)
        expect({ [`${path}.${name}`]: own }).toEqual({ [`${path}.${name}`]: value })
    } else if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      expectLike((own ?? {}) as Tree, value, `${path}.${name}`)
    } else expect({ [`${path}.${name}`]: own }).toEqual({ [`${path}.${name}`]: value })
  }
}

describe.each(names)('%s', (name) => {
  const { strata, metrics, margin } = readExpected(name) as Expected
  const { cells, units } = oracleCells(readOracleRows(name), strata ?? [])
  const flat = mergeStrata(cells, new Int32Array(cells.strata), 1)

  test.each(Object.keys(metrics))('%s is what R says', (metric) => {
    const expected = metrics[metric] as Expected['metrics'][string]
    const rate = metricRates[metricOf[metric] ?? (metric as MetricName)]
    const crude = compareArms(flat, rate)
    expectLike(describeContrast(crude, units), expected.crude, 'crude')
    for (const arm of [0, 1] as const)
      expectLike(tierOnly(arm, rate), expected.tier_only[arm ? 'macro' : 'micro'] as Tree, `tier ${arm}`)
    if (!expected.like_for_like) return
    const adjusted = compareArms(cells, rate)
    expectLike(describeContrast(adjusted, units), expected.like_for_like, 'likeForLike')
    if (!expected.mix) return
    const mix = compareMix(crude, adjusted)
    expectLike(
      mix ? { log: mix.shift.log, factor: Math.exp(mix.shift.log), ...limits(mix.shift), flag: mix.flag } : {},
      expected.mix,
      'mix',
    )
  })

  test.each(margin === null ? [] : [margin])('ROI is %d of ROAS, less one', (margin) => {
    const crude = compareArms(flat, metricRates.roas)
    const roi = (value: number) => value * margin - 1
    const [micro, macro] = crude.values as [number, number]
    const { arms } = crude.left as NonNullable<typeof crude.left>
    const difference = differenceTree(crude) as Record<string, number>
    const told = {
      micro: { value: roi(micro), lower: roi(arms[0].low), upper: roi(arms[0].high) },
      macro: { value: roi(macro), lower: roi(arms[1].low), upper: roi(arms[1].high) },
      difference: Object.fromEntries(
        ['value', 'lower', 'upper'].map((key) => [key, (difference[key] as number) * margin]),
      ),
    }
    expectLike(told, metrics.roas?.roi as Tree, 'roi')
  })

  function tierOnly(arm: 0 | 1, rate: MetricRate): Tree {
    const of = (column: Float64Array) => {
      const sums = new Float64Array(units.length)
      for (let u = 0; u < units.length; u++)
        for (let e = flat.start[u] as number; e < (flat.start[u + 1] as number); e++)
          if (flat.arm[e] === arm) sums[u] = column[e] as number
      return sharesOf(sums)
    }
    const [outcome, exposure] = [of(flat.sums[rate.outcome]), of(flat.sums[rate.exposure])]
    if (outcome.total <= 0 || exposure.total <= 0) return { defined: false }
    const value = rate.scale * (outcome.total / exposure.total) ** (rate.inverse ? -1 : 1)
    const interval = armInterval(value, outcome, exposure)
    return { defined: true, value, interval: interval !== undefined, ...(interval && limits(interval)) }
  }
})
