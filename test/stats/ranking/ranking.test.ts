import fc from 'fast-check'
import { expect, test } from 'vitest'
import { consistencyScore, variancePrior } from '../../../functions/domain/stats/ranking/consistency.ts'
import { postSpread } from '../../../functions/domain/stats/ranking/post-spread.ts'
import { priorGroups } from '../../../functions/domain/stats/ranking/prior-groups.ts'
import { rankBetaBinomial } from '../../../functions/domain/stats/ranking/rank-beta-binomial.ts'
import { rankBuhlmannStraub } from '../../../functions/domain/stats/ranking/rank-buhlmann-straub.ts'
import { rankGammaPoisson } from '../../../functions/domain/stats/ranking/rank-gamma-poisson.ts'
import { rankNormal } from '../../../functions/domain/stats/ranking/rank-normal.ts'
import { topGroup } from '../../../functions/domain/stats/ranking/top-group.ts'
import { expectClose } from '../read-oracle.ts'

const rates = fc.array(
  fc.record({ count: fc.integer({ min: 0, max: 400 }), exposure: fc.integer({ min: 1, max: 1_000_000 }) }),
  { minLength: 2, maxLength: 40 },
)
const shares = fc.array(
  fc
    .record({ exposure: fc.integer({ min: 1, max: 10_000 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ exposure, part }) => ({ exposure, count: Math.round(exposure * part) })),
  { minLength: 2, maxLength: 40 },
)
const ratios = fc.array(
  fc.array(
    fc.record({
      amount: fc.integer({ min: 0, max: 1_000_000 }),
      weight: fc.integer({ min: 1, max: 100_000 }),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  { minLength: 2, maxLength: 20 },
)

function expectBetween(value: number, one: number, other: number): void {
  const slack = 1e-9 * Math.max(Math.abs(one), Math.abs(other), 1e-12)
  expect(value).toBeGreaterThanOrEqual(Math.min(one, other) - slack)
  expect(value).toBeLessThanOrEqual(Math.max(one, other) + slack)
}

test('what is believed of a count lies between the creator itself and the average, inside its interval', () => {
  fc.assert(
    fc.property(rates, (given) => {
      const { prior, posteriors } = rankGammaPoisson(given)
      posteriors.forEach((posterior, at) => {
        const { count, exposure } = given[at] ?? { count: 0, exposure: 1 }
        if (!posterior || !prior) return
        expectBetween(posterior.mean, count / exposure, prior.rate)
        expect(posterior.low).toBeLessThanOrEqual(posterior.high)
      })
    }),
    { seed: 1 },
  )
})

test('what is believed of a share lies between the creator itself and the average', () => {
  fc.assert(
    fc.property(shares, (given) => {
      const { prior, posteriors } = rankBetaBinomial(given)
      if (!prior || !('share' in prior)) return
      posteriors.forEach((posterior, at) => {
        const { count, exposure } = given[at] ?? { count: 0, exposure: 1 }
        expectBetween(posterior?.mean ?? Number.NaN, count / exposure, prior.share)
      })
    }),
    { seed: 2 },
  )
})

test('what is believed of a ratio lies between the creator itself and the average', () => {
  fc.assert(
    fc.property(ratios, (given) => {
      const { prior, posteriors } = rankBuhlmannStraub(given)
      posteriors.forEach((posterior, at) => {
        const periods = given[at] ?? []
        const raw = sum(periods.map(({ amount }) => amount)) / sum(periods.map(({ weight }) => weight))
        expectBetween(posterior?.mean ?? Number.NaN, raw, prior?.collective ?? Number.NaN)
      })
    }),
    { seed: 3 },
  )
})

test('what is believed of a mean lies between the creator itself and the average', () => {
  const samples = fc.array(
    fc.record({
      mean: fc.double({ min: -8, max: 0, noNaN: true }),
      variance: fc.double({ min: 0.001, max: 3, noNaN: true }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  fc.assert(
    fc.property(samples, (given) => {
      const { prior, posteriors } = rankNormal(given)
      posteriors.forEach((posterior, at) => {
        expectBetween(posterior?.mean ?? Number.NaN, given[at]?.mean ?? Number.NaN, prior?.mean ?? Number.NaN)
      })
    }),
    { seed: 4 },
  )
})

test('another currency scales costs and changes no chance and no place', () => {
  fc.assert(
    fc.property(rates, fc.integer({ min: 2, max: 200 }), (given, factor) => {
      const before = rankGammaPoisson(given)
      const after = rankGammaPoisson(given.map((one) => ({ ...one, exposure: one.exposure * factor })))
      before.posteriors.forEach((posterior, at) => {
        if (!posterior) return
        expectClose((after.posteriors[at]?.mean ?? 0) * factor, posterior.mean)
        expectBetween((after.posteriors[at]?.low ?? 0) * factor, posterior.low, posterior.low)
        expect(Math.abs((after.posteriors[at]?.aboveAverage ?? 0) - posterior.aboveAverage)).toBeLessThan(1e-9)
      })
    }),
    { seed: 5 },
  )
})

test('another currency changes nothing about a return', () => {
  fc.assert(
    fc.property(ratios, fc.integer({ min: 2, max: 200 }), (given, factor) => {
      const before = rankBuhlmannStraub(given)
      const scaled = given.map((periods) =>
        periods.map(({ amount, weight }) => ({ amount: amount * factor, weight: weight * factor })),
      )
      const after = rankBuhlmannStraub(scaled)
      before.posteriors.forEach((posterior, at) => {
        const slack = 1e-9 * (before.prior?.collective ?? 1)
        expect(Math.abs((after.posteriors[at]?.mean ?? 0) - (posterior?.mean ?? 0))).toBeLessThanOrEqual(slack + 1e-9)
      })
    }),
    { seed: 6 },
  )
})

test('where creators do not differ, how sure their average is still shows', () => {
  const alike = Array.from({ length: 5 }, () => [
    { amount: 100, weight: 100 },
    { amount: 300, weight: 100 },
  ])
  const { prior, posteriors } = rankBuhlmannStraub(alike)
  expect(prior).toMatchObject({ between: 0, collective: 2 })
  for (const posterior of posteriors) {
    expect(posterior?.mean).toBe(2)
    expect(posterior?.low).toBeLessThan(2)
    expect(posterior?.high).toBeGreaterThan(2)
  }
})

test('conversions without a recorded click make shares rates', () => {
  const given = [
    { count: 5, exposure: 3 },
    { count: 1, exposure: 40 },
    { count: 9, exposure: 100 },
  ]
  expect(rankBetaBinomial(given)).toEqual(rankGammaPoisson(given))
})

test('where nothing was counted nobody is ranked', () => {
  expect(rankGammaPoisson([{ count: 0, exposure: 10 }])).toEqual({ prior: null, posteriors: [null] })
  expect(rankBetaBinomial([{ count: 0, exposure: 10 }])).toEqual({ prior: null, posteriors: [null] })
  expect(rankBuhlmannStraub([[], []])).toEqual({ prior: null, posteriors: [null, null] })
  expect(rankNormal([null])).toEqual({ prior: null, posteriors: [null] })
})

test('a creator without exposure has no place, and the others keep theirs', () => {
  const given = [
    { count: 3, exposure: 0 },
    { count: 4, exposure: 100 },
    { count: 9, exposure: 100 },
  ]
  const { posteriors } = rankGammaPoisson(given)
  expect(topGroup(posteriors, 'higher').map(({ rank }) => rank)).toEqual([null, 2, 1])
})

test('the best of three lucky posts does not top the list', () => {
  const usual = Array.from({ length: 40 }, (_, at) => ({ count: 20 + (at % 5), exposure: 100_000 }))
  const proven = { count: 90, exposure: 150_000 }
  const lucky = { count: 3, exposure: 2_000 }
  const { posteriors } = rankGammaPoisson([...usual, proven, lucky])
  const places = topGroup(posteriors, 'higher')
  expect(lucky.count / lucky.exposure).toBeGreaterThan(proven.count / proven.exposure)
  expect(places.at(-2)?.rank).toBe(1)
  expect(places.at(-1)?.rank).toBeGreaterThan(1)
})

const at = (mean: number, low: number, high: number) => ({ mean, low, high, aboveAverage: 0.5 })

test('whose interval contains the mean of the first is in the top group', () => {
  const places = topGroup([at(3, 2, 4), at(5, 4, 6), at(4.5, 3, 5), at(4.2, 3.9, 4.9)], 'higher')
  expect(places.map(({ rank }) => rank)).toEqual([4, 1, 2, 3])
  expect(places.map((place) => place.topGroup)).toEqual([false, true, true, false])
})

test('where lower is better the least leads', () => {
  const places = topGroup([at(3, 2, 4), at(5, 3, 6), at(2.9, 1, 3)], 'lower')
  expect(places.map(({ rank }) => rank)).toEqual([2, 3, 1])
  expect(places.map((place) => place.topGroup)).toEqual([true, false, true])
})

test('ties go to the better worst case, then to the first', () => {
  expect(topGroup([at(1, 0, 2), at(1, 0.5, 3), at(1, 0, 2)], 'higher').map(({ rank }) => rank)).toEqual([2, 1, 3])
  expect(topGroup([at(1, 0, 2), at(1, 0.5, 3), at(1, 0, 1.5)], 'lower').map(({ rank }) => rank)).toEqual([2, 3, 1])
})

test('a creator is held against its platform and tier, then its tier, then all', () => {
  const kinds = [
    ...Array.from({ length: 20 }, () => ({ platform: 'instagram', tier: 'micro' })),
    { platform: 'tiktok', tier: 'micro' },
    { platform: 'tiktok', tier: 'macro' },
  ]
  const groups = priorGroups(kinds)
  expect(groups[0]).toMatchObject({ by: 'platform-and-tier', rough: false })
  expect(groups[20]).toMatchObject({ by: 'tier', rough: false })
  expect(groups[20]?.members.length).toBe(21)
  expect(groups[21]).toMatchObject({ by: 'all', rough: false })
  expect(groups[21]?.members.length).toBe(22)
})

test('with fewer than 20 creators a ranking is rough', () => {
  expect(priorGroups([{ platform: 'tiktok', tier: 'macro' }])).toEqual([{ by: 'all', members: [0], rough: true }])
})

test('posts that swing by a factor of 2 score 50', () => {
  expectClose(consistencyScore(Math.log(2) ** 2), 50)
})

test('the noise of counting does not make a creator erratic', () => {
  const logs = [Math.log(0.04), Math.log(0.05), Math.log(0.06)]
  const of = (engagements: number) =>
    postSpread({
      posts: 3,
      log: sum(logs),
      logSquared: sum(logs.map((log) => log * log)),
      inverse: 3 / engagements,
    })
  expect(of(5)?.variance).toBe(0)
  expect(of(1e9)?.variance).toBeGreaterThan(0.04)
  expect(postSpread({ posts: 1, log: -3, logSquared: 9, inverse: 0.1 })).toBeNull()
})

test('creators who differ no more than chance makes them share one variance', () => {
  const prior = variancePrior([
    { variance: 1, df: 10 },
    { variance: 1.01, df: 10 },
    { variance: 0.99, df: 10 },
  ])
  expect(prior?.df).toBe(Number.POSITIVE_INFINITY)
  expectClose(prior?.variance, 1)
})

test('creators whose posts all do alike are consistent', () => {
  const prior = variancePrior([
    { variance: 0, df: 3 },
    { variance: 0, df: 5 },
    { variance: 0.2, df: 4 },
  ])
  expect(consistencyScore(prior?.variance ?? 1)).toBeGreaterThan(0)
  expect(variancePrior([{ variance: 0.1, df: 3 }])).toBeNull()
  const alike = variancePrior([
    { variance: 0, df: 3 },
    { variance: 0, df: 5 },
  ])
  expect(consistencyScore(alike?.variance ?? 1)).toBeGreaterThan(99)
})

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
