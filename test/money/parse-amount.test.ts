import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { parseAmount } from '../../functions/domain/money/parse-amount.ts'

const refused = (reason: string) => ({ ok: false, reason })
const amount = (minor: number, noisy = false) => ({ ok: true, minor, noisy })

test.each([
  ['12.5', 1250],
  ['12.50', 1250],
  ['12', 1200],
  ['12.', 1200],
  ['.5', 50],
  ['-0.01', -1],
  ['+7.10', 710],
  ['+7.1', 710],
  ['+7', 700],
  ['007', 700],
  ['0', 0],
  ['12.5000', 1250],
])('%s dollars are %i cents', (text, minor) => {
  expect(parseAmount(text, 2)).toEqual(amount(minor))
})

test.each(['-0', '-0.00', '-0.0000'])('%s is nothing, without a sign', (text) => {
  const reading = parseAmount(text, 2)
  expect(reading.ok && Object.is(reading.minor, 0)).toBe(true)
})

test.each(['12.500', '1.000', '-12.345', '1234567.891'])(
  '%s dollars may have a thousands separator, so they are no amount',
  (text) => {
    expect(parseAmount(text, 2)).toEqual(refused('too-many-decimals'))
  },
)

test.each([
  ['1.2345', 2],
  ['0.00000001', 2],
  ['1.5', 0],
  ['1.000', 0],
  ['0.00001', 3],
])('%s has more decimals than a currency of %i', (text, exponent) => {
  expect(parseAmount(text, exponent)).toEqual(refused('too-many-decimals'))
})

test.each([
  ['1250', 0, 1250],
  ['1250.0', 0, 1250],
  ['12.5', 3, 12500],
  ['12.500', 3, 12500],
  ['+12.500', 3, 12500],
  ['+12.500', 4, 125000],
  ['1.2345', 4, 12345],
])('%s with %i decimals is %i minor units', (text, exponent, minor) => {
  expect(parseAmount(text, exponent)).toEqual(amount(minor))
})

test.each([
  ['60634.34999999999', 6_063_435],
  ['0.30000000000000004', 30],
  ['-60634.34999999999', -6_063_435],
  ['1234567890123.4500001', 123_456_789_012_345],
])('%s is what a program meant: rounded to 15 significant digits, and said', (text, minor) => {
  const reading = parseAmount(text, 2)
  expect(reading).toEqual(Math.abs(minor) > limits.amountMinorMax ? refused('too-large') : amount(minor, true))
})

test('noise that does not round to whole cents stays a problem', () => {
  expect(parseAmount('1.2345678901234567', 2)).toEqual(refused('too-many-decimals'))
})

test('fifteen significant digits are not yet noise', () => {
  expect(parseAmount('12345678901.2500', 2)).toEqual(amount(1_234_567_890_125))
  expect(parseAmount('-12345678901.2500', 2)).toEqual(amount(-1_234_567_890_125))
  expect(parseAmount('1234567890.12345', 2)).toEqual(refused('too-many-decimals'))
})

test('the largest amount is read and one cent more is not', () => {
  const [whole, cents] = [Math.floor(limits.amountMinorMax / 100), limits.amountMinorMax % 100]
  expect(parseAmount(`${whole}.0${cents}`, 2)).toEqual(amount(limits.amountMinorMax))
  expect(parseAmount(`${whole}.01`, 2)).toEqual(refused('too-large'))
})

test('more characters than any amount has are not looked at as one', () => {
  expect(parseAmount(`1.${'0'.repeat(98)}`, 2)).toEqual(amount(100, true))
  expect(parseAmount(`1.${'0'.repeat(99)}`, 2)).toEqual(refused('not-a-number'))
})

test.each(['', '-', '.', '-.', 'abc', '1,5', '1 000', '1e3', '$5', '(5)', '1.2.3', '--1', '0x10', '१२', 'Infinity'])(
  '“%s” is not a number',
  (text) => {
    expect(parseAmount(text, 2)).toEqual(refused('not-a-number'))
  },
)

/** Moves the point in the digits, as a person would on paper. */
function write(minor: number, exponent: number): string {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const fraction = exponent === 0 ? '' : `.${digits.slice(-exponent)}`
  return `${minor < 0 ? '-' : ''}${whole}${fraction}`
}

test('what is written from minor units is read as the same minor units', () => {
  const minorUnits = fc.integer({ min: -limits.amountMinorMax, max: limits.amountMinorMax })
  fc.assert(
    fc.property(minorUnits, fc.constantFrom(0, 2, 3, 4), (minor, exponent) => {
      expect(parseAmount(write(minor, exponent), exponent)).toEqual(amount(minor))
    }),
    { seed: 1, numRuns: 2000 },
  )
})

test('what a double prints is read as the amount that it stands for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 2, max: 9 }), (minor, parts) => {
      // Adding up floats is how spreadsheets get their noise.
      let sum = 0
      for (let i = 0; i < parts; i++) sum += minor / 100
      const reading = parseAmount(String(sum), 2)
      expect(reading.ok && reading.minor).toBe(minor * parts)
    }),
    { seed: 2, numRuns: 1000 },
  )
})
