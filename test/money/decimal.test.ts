import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divideHalfEven, parseDecimal } from '../../functions/domain/money/decimal.ts'

test.each([
  [5n, 2n, 2n],
  [7n, 2n, 4n],
  [-5n, 2n, -2n],
  [-7n, 2n, -4n],
  [1n, 3n, 0n],
  [2n, 3n, 1n],
  [-1n, 2n, 0n],
  [3n, 2n, 2n],
  [0n, 9n, 0n],
])('%d / %d is %d: the nearest, ties to the even one', (numerator, denominator, quotient) => {
  expect(divideHalfEven(numerator, denominator)).toBe(quotient)
})

test('a quotient is never more than half away', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 12n), (numerator, denominator) => {
      const twice = 2n * (numerator - divideHalfEven(numerator, denominator) * denominator)
      expect(twice <= denominator && twice >= -denominator).toBe(true)
    }),
    { seed: 1 },
  )
})

test('the other sign gives the other quotient', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 20n), fc.bigInt(1n, 10n ** 6n), (numerator, denominator) => {
      expect(divideHalfEven(-numerator, denominator)).toBe(-divideHalfEven(numerator, denominator))
    }),
    { seed: 2 },
  )
})

test.each([
  ['1.0842', { units: 10842n, exponent: 4 }],
  ['-0.5', { units: -5n, exponent: 1 }],
  ['12', { units: 12n, exponent: 0 }],
  ['123456789012345678901234567890.1', { units: 1234567890123456789012345678901n, exponent: 1 }],
])('%s keeps every digit', (text, decimal) => {
  expect(parseDecimal(text)).toEqual(decimal)
})

test.each(['', '.', '-', '1e5', '1,5', 'NaN', ' 1'])('“%s” is no decimal', (text) => {
  expect(parseDecimal(text)).toBeUndefined()
})
