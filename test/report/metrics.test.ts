import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MetricName } from '../../functions/contract/report.ts'
import { isMoneyMetric } from '../../functions/contract/write-number.ts'
import { cellSumIndex } from '../../functions/domain/ledger/cell-sums.ts'
import { anyMeasure, measureIndex } from '../../functions/domain/ledger/measures.ts'
import { computeMetrics, lowerIsBetter } from '../../functions/domain/report/metrics.ts'
import { followersAt, newSums, spendAt, sumCount } from '../../functions/domain/report/sums.ts'

type Given = Partial<Record<keyof typeof cellSumIndex | 'spend' | 'followersAtPost', number>>

function sumsOf(given: Given): Float64Array {
  const sums = newSums()
  for (const [name, value] of Object.entries({ resultGroups: 1, ...given })) {
    const at = name === 'spend' ? spendAt : name === 'followersAtPost' ? followersAt : undefined
    sums[at ?? cellSumIndex[name as keyof typeof cellSumIndex]] = value
  }
  return sums
}
const metricsOf = (given: Given, profit: number | null = null, measures = anyMeasure) =>
  computeMetrics(sumsOf(given), measures, profit)
const without = (...names: (keyof typeof measureIndex)[]): number =>
  names.reduce((mask, name) => mask & ~(1 << measureIndex[name]), anyMeasure)

test.each([
  ['cpm', { spend: 5000, impressions: 20_000 }, 250],
  ['cpe', { spend: 5000, engagements: 400 }, 12.5],
  ['cpc', { spend: 5000, clicks: 100 }, 50],
  ['cpa', { spend: 5000, conversions: 4 }, 1250],
  ['ctr', { clicks: 31, impressions: 1000 }, 0.031],
  ['cvr', { conversions: 5, clicks: 100 }, 0.05],
  ['erReach', { engagements: 50, reach: 1000 }, 0.05],
  ['erImpressions', { engagements: 50, impressions: 2000 }, 0.025],
  ['erFollowers', { engagements: 50, followersAtPost: 500 }, 0.1],
  ['costPerPost', { spend: 5000, posts: 3, activePosts: 1 }, 1250],
  ['aov', { revenue: 9000, conversions: 6 }, 1500],
  ['roas', { spend: 5000, revenue: 20_000 }, 4],
] as const)('%s of %o is %d', (metric, given, point) => {
  expect(metricsOf(given)[metric]).toEqual({ kind: 'exact', point })
})

test('ROI is what is left of gross profit over spend', () => {
  expect(metricsOf({ spend: 5000 }, 9000).roi).toEqual({ kind: 'exact', point: 0.8 })
  expect(metricsOf({ spend: 5000 }, 1000).roi).toEqual({ kind: 'exact', point: -0.8 })
})

describe('what cannot be said has a reason', () => {
  test('nothing at all is no data', () => {
    for (const metric of Object.values(computeMetrics(newSums(), 0, 0)))
      expect(metric).toEqual({ kind: 'unavailable', reason: 'no-data' })
  })

  test.each(['cpm', 'cpe', 'cpc', 'cpa', 'costPerPost', 'roas', 'roi'] as const)(
    '%s of a gift is not free: zero-spend',
    (metric) => {
      const gift = { impressions: 9, engagements: 9, clicks: 9, conversions: 9, posts: 1, revenue: 9 }
      expect(metricsOf(gift, 9)[metric]).toEqual({ kind: 'unavailable', reason: 'zero-spend' })
    },
  )

  test.each(['cpm', 'cpe', 'cpc', 'cpa', 'costPerPost', 'ctr', 'cvr', 'erReach', 'erFollowers', 'aov'] as const)(
    '%s over nothing is a zero-denominator',
    (metric) => {
      expect(metricsOf({ spend: 100 })[metric]).toEqual({ kind: 'unavailable', reason: 'zero-denominator' })
    },
  )

  test('ROI without a margin is no-margin', () => {
    expect(metricsOf({ spend: 100, revenue: 50 }, null).roi).toEqual({ kind: 'unavailable', reason: 'no-margin' })
  })

  test.each([
    ['ctr', without('clicks'), { impressions: 100 }],
    ['roas', without('revenue'), { spend: 100 }],
    ['aov', without('revenue'), { conversions: 3 }],
    ['cpa', without('conversions'), { spend: 100 }],
    ['roi', without('revenue', 'grossProfit'), { spend: 100 }],
  ] as const)('%s of files without its measure is no data, not nought', (metric, measures, given) => {
    expect(metricsOf(given, 0, measures)[metric]).toEqual({ kind: 'unavailable', reason: 'no-data' })
  })

  test('more refunds than payments have no ratio', () => {
    const { cpa, roas, roi } = metricsOf({ spend: -100, conversions: 5, revenue: 10 }, 10)
    for (const metric of [cpa, roas, roi]) expect(metric).toEqual({ kind: 'unavailable', reason: 'zero-spend' })
  })
})

const sums = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: -1e6, max: 2 ** 52 })), {
    minLength: sumCount,
    maxLength: sumCount,
  })
  .map((values) => Float64Array.from(values))

test('whatever the sums, a metric is a finite number or a reason', () => {
  const profit = fc.oneof(fc.constant(null), fc.integer({ min: -(2 ** 52), max: 2 ** 52 }))
  fc.assert(
    fc.property(sums, fc.integer({ min: 0, max: anyMeasure }), profit, (of, given, gross) => {
      for (const metric of Object.values(computeMetrics(of, given, gross)))
        expect(metric.kind === 'unavailable' || Number.isFinite(metric.point)).toBe(true)
    }),
    { seed: 1, numRuns: 1000 },
  )
})

test('multiplying all money multiplies cost metrics and leaves ROAS and ROI', () => {
  const counts = fc.integer({ min: 1, max: 1e6 })
  fc.assert(
    fc.property(counts, counts, counts, counts, fc.integer({ min: 2, max: 1000 }), (spend, revenue, profit, n, k) => {
      const of = (by: number) =>
        metricsOf(
          {
            spend: spend * by,
            revenue: revenue * by,
            conversions: n,
            clicks: n,
            impressions: n,
            engagements: n,
            posts: n,
          },
          profit * by,
        )
      const [once, times] = [of(1), of(k)]
      for (const metric of MetricName.options) {
        const [a, b] = [once[metric], times[metric]]
        if (a.kind !== 'exact' || b.kind !== 'exact') continue
        const expected = isMoneyMetric(metric) ? a.point * k : a.point
        expect(Math.abs(b.point - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)))
      }
    }),
    { seed: 2, numRuns: 200 },
  )
})

test('of costs the smaller is better, of rates the larger', () => {
  expect(MetricName.options.filter(lowerIsBetter)).toEqual(['cpm', 'cpe', 'cpc', 'cpa', 'costPerPost'])
})
