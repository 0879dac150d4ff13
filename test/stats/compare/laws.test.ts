import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MetricName } from '../../../functions/contract/report.ts'
import { type Cells, mergeStrata, sortCells } from '../../../functions/domain/stats/cells.ts'
import { chanceBetter } from '../../../functions/domain/stats/compare/chance-better.ts'
import { type Contrast, compareArms } from '../../../functions/domain/stats/compare/compare-arms.ts'
import { decideVerdict } from '../../../functions/domain/stats/compare/decide-verdict.ts'
import { effectiveUnits } from '../../../functions/domain/stats/compare/describe-sample.ts'
import { differenceOf } from '../../../functions/domain/stats/compare/difference.ts'
import type { LeaveOneOut } from '../../../functions/domain/stats/compare/leave-one-out.ts'
import { pValueOf } from '../../../functions/domain/stats/compare/p-value.ts'
import { type MetricRate, metricRates } from '../../../functions/domain/stats/metric-rates.ts'
import { newStatSums, type StatColumn, statColumns } from '../../../functions/domain/stats/stat-columns.ts'

/** Metamorphic laws of the statistics specification, section 8. */
type Row = { unit: number; stratum: number; arm: 0 | 1 } & Partial<Record<StatColumn, number>>

const strata = 3

const row: fc.Arbitrary<Row> = fc.record({
  unit: fc.nat(15),
  stratum: fc.nat(strata - 1),
  arm: fc.constantFrom<0 | 1>(0, 1),
  spend: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900_000 })),
  posts: fc.integer({ min: 1, max: 9 }),
  followers: fc.integer({ min: 1000, max: 900_000 }),
  impressions: fc.integer({ min: 0, max: 900_000 }),
  reach: fc.integer({ min: 0, max: 700_000 }),
  engagements: fc.integer({ min: 0, max: 50_000 }),
  clicks: fc.integer({ min: 0, max: 9000 }),
  conversions: fc.integer({ min: 0, max: 400 }),
  revenue: fc.integer({ min: -1000, max: 900_000 }),
})
/** A creator is in one arm, as nearly all are; where it is not, nothing here changes. */
const rows = fc
  .array(row, { minLength: 24, maxLength: 90 })
  .map((of) => of.map((one) => ({ ...one, arm: (one.unit % 7 === 6 ? one.arm : one.unit % 2) as 0 | 1 })))
const metrics = ['cpm', 'cpa', 'ctr', 'cvr', 'roas', 'costPerPost', 'aov'] as const satisfies readonly MetricName[]
const metric = fc.constantFrom(...metrics)

function cellsOf(of: readonly Row[], units = 16): Cells {
  const sums = newStatSums(of.length)
  for (const name of statColumns)
    of.forEach((one, i) => {
      sums[name][i] = one[name] ?? 0
    })
  return sortCells(
    {
      count: of.length,
      unit: of.map(({ unit }) => unit),
      stratum: of.map(({ stratum }) => stratum),
      arm: of.map(({ arm }) => arm),
      sums,
    },
    units,
    strata,
  )
}

/** Everything that a comparison says. */
function say(contrast: Contrast) {
  const { left, values, sample } = contrast
  const numbers = left && values ? numbersOf(contrast.rate, left, values) : null
  return { values, sample, verdict: decideVerdict(contrast), numbers }
}

function numbersOf(rate: MetricRate, left: LeaveOneOut, values: readonly [number, number]) {
  return {
    ratio: left.ratio,
    arms: left.arms,
    difference: differenceOf(values, left),
    p: pValueOf(left.ratio),
    chance: chanceBetter(left.ratio, rate.lowerIsBetter),
  }
}
const sayRows = (of: readonly Row[], name: MetricName) => say(compareArms(cellsOf(of), metricRates[name]))
const near = (a: number, b: number): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1e-3, Math.abs(a), Math.abs(b)))
const runs = { seed: 5, numRuns: 60 }

describe('the same bits', () => {
  test('however rows are split and ordered', () => {
    fc.assert(
      fc.property(rows, metric, fc.infiniteStream(fc.nat(1000)), (of, name, draws) => {
        const split = of.flatMap((one) => {
          const first: Row = { ...one }
          const second: Row = { unit: one.unit, stratum: one.stratum, arm: one.arm }
          for (const column of statColumns) {
            const part = (draws.next().value as number) % ((Math.abs(one[column] ?? 0) || 0) + 1)
            first[column] = (one[column] ?? 0) - part
            second[column] = part
          }
          return [first, second]
        })
        const shuffled = split
          .map((one) => ({ one, at: draws.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(sayRows(shuffled, name)).toEqual(sayRows(of, name))
      }),
      runs,
    )
  })

  test('with creators who did nothing, and with ids that keep their order', () => {
    fc.assert(
      fc.property(rows, metric, (of, name) => {
        const apart = of.map((one) => ({ ...one, unit: one.unit * 3 + 1 }))
        expect(say(compareArms(cellsOf(apart, 60), metricRates[name]))).toEqual(sayRows(of, name))
      }),
      runs,
    )
  })

  test('with all rows twice under the same creators, but for what is counted', () => {
    fc.assert(
      fc.property(rows, metric, (of, name) => {
        const { sample: _once, verdict: _v, ...once } = sayRows(of, name)
        const { sample: _twice, verdict: _w, ...twice } = sayRows([...of, ...of], name)
        expect(twice).toEqual(once)
      }),
      runs,
    )
  })
})

test('another currency scales costs and differences, and leaves ratios, their error, p and the chance', () => {
  fc.assert(
    fc.property(rows, metric, fc.constantFrom(3, 10, 137), (of, name, factor) => {
      const exchanged = of.map((one) => ({
        ...one,
        spend: (one.spend ?? 0) * factor,
        revenue: (one.revenue ?? 0) * factor,
      }))
      const [before, after] = [sayRows(of, name), sayRows(exchanged, name)]
      expect(after.verdict).toEqual(before.verdict)
      if (!before.numbers || !after.numbers || !before.values || !after.values) return
      const scale = ['cpm', 'cpa', 'costPerPost', 'aov'].includes(name) ? factor : 1
      const [less, more] = [before.numbers, after.numbers]
      near(after.values[0], before.values[0] * scale)
      near(after.values[1], before.values[1] * scale)
      near(more.difference.low, less.difference.low * scale)
      near(more.ratio.low, less.ratio.low)
      near(more.ratio.standardError, less.ratio.standardError)
      near(more.p, less.p)
      near(more.chance, less.chance)
    }),
    runs,
  )
})

test('the reciprocal metric has the reciprocal limits, the same error and the same verdict', () => {
  fc.assert(
    fc.property(rows, metric, (of, name) => {
      const rate = metricRates[name]
      const flipped: MetricRate = { ...rate, inverse: !rate.inverse, lowerIsBetter: !rate.lowerIsBetter }
      const [one, other] = [rate, flipped].map((by) => say(compareArms(cellsOf(of), by)))
      expect(other?.verdict).toEqual(one?.verdict)
      if (!one?.numbers || !other?.numbers) return
      near(other.numbers.ratio.low, 1 / one.numbers.ratio.high)
      near(other.numbers.ratio.standardError, one.numbers.ratio.standardError)
    }),
    runs,
  )
})

test('swapped tiers invert the ratio, swap its limits, negate the difference and turn the chance', () => {
  fc.assert(
    fc.property(rows, metric, (of, name) => {
      const swapped = of.map((one) => ({ ...one, arm: (1 - one.arm) as 0 | 1 }))
      const [{ numbers: one }, { numbers: other }] = [sayRows(of, name), sayRows(swapped, name)]
      expect(other === null).toBe(one === null)
      if (!one || !other) return
      near(other.ratio.low, 1 / one.ratio.high)
      near(other.ratio.high, 1 / one.ratio.low)
      near(other.difference.point, -one.difference.point)
      near(other.difference.low, -one.difference.high)
      near(other.chance, 1 - one.chance)
      near(other.p, one.p)
    }),
    runs,
  )
})

test('in one stratum like for like is the crude comparison; one more with one tier changes coverage only', () => {
  fc.assert(
    fc.property(rows, metric, (of, name) => {
      const one = of.map((each) => ({ ...each, stratum: 0 }))
      const cells = cellsOf(one)
      const rate = metricRates[name]
      const crude = say(compareArms(mergeStrata(cells, new Int32Array(strata), 1), rate))
      expect(say(compareArms(cells, rate))).toEqual(crude)
      const alone: Row = {
        unit: 0,
        stratum: 2,
        arm: 0,
        spend: 100,
        impressions: 9,
        posts: 1,
        followers: 9,
        clicks: 9,
        conversions: 3,
      }
      const { sample, verdict: _, ...more } = sayRows([...one, alone], name)
      const { sample: before, verdict: _was, ...less } = crude
      expect(more).toEqual(less)
      expect({ ...sample, coverage: null }).toEqual({ ...before, coverage: null })
    }),
    runs,
  )
})

test('with an identical mix the like-for-like ratio is the crude one', () => {
  const arm = fc.record({ spend: fc.integer({ min: 1, max: 9000 }), conversions: fc.integer({ min: 1, max: 90 }) })
  fc.assert(
    fc.property(
      fc.array(arm, { minLength: 4, maxLength: 20 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
      (of, weights) => {
        const mixed = of.flatMap((one, unit) =>
          weights.map((weight, stratum) => ({
            unit,
            stratum,
            arm: (unit % 2) as 0 | 1,
            spend: one.spend * weight,
            conversions: one.conversions * weight,
          })),
        )
        const cells = cellsOf(mixed, of.length)
        const [like, crude] = [cells, mergeStrata(cells, new Int32Array(strata), 1)].map((by) =>
          compareArms(by, metricRates.cpa),
        )
        near(Math.log((like?.p as number) / (like?.q as number)), Math.log((crude?.p as number) / (crude?.q as number)))
      },
    ),
    runs,
  )
})

test('the data again under new creators: equal values, twice the effective creators, and less error', () => {
  fc.assert(
    fc.property(rows, metric, (of, name) => {
      const rate = metricRates[name]
      const flat = (by: readonly Row[], units: number) =>
        compareArms(mergeStrata(cellsOf(by, units), new Int32Array(strata), 1), rate)
      const once = flat(of, 16)
      const twice = flat([...of, ...of.map((one) => ({ ...one, unit: one.unit + 16 }))], 32)
      if (!once.left || !twice.left || !once.values || !twice.values) return
      near(twice.values[0], once.values[0])
      for (const arm of [0, 1] as const) near(effectiveUnits(twice.sample, arm), 2 * effectiveUnits(once.sample, arm))
      expect(twice.left.ratio.standardError).toBeLessThanOrEqual(once.left.ratio.standardError / Math.SQRT2 + 1e-12)
    }),
    runs,
  )
})

test('p below 0.05 is a ratio interval without 1, and a chance over 97.5% excludes it too', () => {
  fc.assert(
    fc.property(rows, metric, (of, name) => {
      const { numbers } = sayRows(of, name)
      if (!numbers) return
      const { ratio, p, chance } = numbers
      expect(p < 0.05).toBe(ratio.low > 1 || ratio.high < 1)
      if (chance > 0.975) expect(ratio.low > 1 || ratio.high < 1).toBe(true)
    }),
    runs,
  )
})
