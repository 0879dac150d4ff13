import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equalPart, splitAmount } from '../../functions/domain/money/split-amount.ts'

const totals = fc.integer({ min: -1e14, max: 1e14 })
const weights = fc.array(fc.integer({ min: -5, max: 1e12 }), { minLength: 1, maxLength: 20 })
const add = (parts: readonly number[]): number => parts.reduce((a, b) => a + b, 0)

test('parts add up to the total, whatever the weights', () => {
  fc.assert(
    fc.property(
      totals,
      weights.filter((list) => list.some((weight) => weight > 0)),
      (total, of) => {
        expect(add(splitAmount(total, of))).toBe(total)
      },
    ),
    { seed: 1, numRuns: 500 },
  )
})

test('no part is a whole unit away from its share', () => {
  fc.assert(
    fc.property(
      totals,
      weights.filter((list) => list.some((weight) => weight > 0)),
      (total, of) => {
        const sum = of.reduce((a, weight) => a + (weight > 0 ? BigInt(weight) : 0n), 0n)
        splitAmount(total, of).forEach((part, i) => {
          const share = BigInt(total) * BigInt(Math.max(of[i] ?? 0, 0))
          const away = BigInt(part) * sum - share
          expect(away < sum && away > -sum).toBe(true)
        })
      },
    ),
    { seed: 2, numRuns: 500 },
  )
})

test('the largest remainder takes what is left', () => {
  expect(splitAmount(100, [1, 1, 4])).toEqual([17, 17, 66])
  expect(splitAmount(10, [1, 2, 4])).toEqual([1, 3, 6])
})

test('of equal remainders the earlier part takes what is left', () => {
  expect(splitAmount(5, [1, 1, 1])).toEqual([2, 2, 1])
})

test('a refund is split as its payment was', () => {
  expect(splitAmount(-5, [1, 1, 1])).toEqual([-2, -2, -1])
})

test('weights of nothing or less get nothing', () => {
  expect(splitAmount(9, [0, 3, -2])).toEqual([0, 9, 0])
})

test('there must be something to split by', () => {
  expect(() => splitAmount(9, [0, -1])).toThrow('no weight is positive')
})

test('nothing is split into nothing, without a sign', () => {
  expect(splitAmount(0, [1, 2]).every((part) => Object.is(part, 0))).toBe(true)
  expect(Object.is(equalPart(-1, 3, 2), 0)).toBe(true)
})

test('equal parts add up to the total', () => {
  fc.assert(
    fc.property(totals, fc.integer({ min: 1, max: 1100 }), (total, count) => {
      expect(add(Array.from({ length: count }, (_, i) => equalPart(total, count, i)))).toBe(total)
    }),
    { seed: 3, numRuns: 200 },
  )
})

test('equal parts are the largest remainder split by equal weights', () => {
  fc.assert(
    fc.property(totals, fc.integer({ min: 1, max: 40 }), (total, count) => {
      const parts = Array.from({ length: count }, (_, i) => equalPart(total, count, i))
      expect(parts).toEqual(splitAmount(total, new Array<number>(count).fill(1)))
    }),
    { seed: 4, numRuns: 200 },
  )
})
