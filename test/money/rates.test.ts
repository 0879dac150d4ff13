import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { parseDay } from '../../functions/domain/calendar.ts'
import { currencyExponent } from '../../functions/domain/money/currency.ts'
import { convertAmount, type FxRate, Rates } from '../../functions/domain/money/rates.ts'

const day = (text: string): number => parseDay(text) as number
const aRate = (fields: Partial<Omit<FxRate, 'day'>> & { on?: string } = {}): FxRate => {
  const { on = '2026-03-13', ...rest } = fields
  return { day: day(on), from: 'EUR', to: 'USD', rate: '1.10', ...rest }
}
const convert = (rates: FxRate[], minor: number, from: string, to: string, on = '2026-03-13'): number | undefined => {
  const factor = new Rates(rates).factor(from, to, day(on))
  return factor && convertAmount(minor, factor)
}

test('an amount is converted by the rate of its pair', () => {
  expect(convert([aRate({ rate: '1.0842' })], 10_000, 'EUR', 'USD')).toBe(10_842)
})

test('a pair that is only quoted the other way round is divided', () => {
  expect(convert([aRate({ rate: '1.25' })], 10_000, 'USD', 'EUR')).toBe(8000)
})

test('a pair that is not quoted goes by way of a third currency', () => {
  const rates = [aRate({ rate: '1.20' }), aRate({ from: 'GBP', to: 'EUR', rate: '1.50' })]
  expect(convert(rates, 10_000, 'GBP', 'USD')).toBe(18_000)
})

test('a quoted pair goes before any way round', () => {
  const rates = [
    aRate({ rate: '1.20' }),
    aRate({ from: 'GBP', to: 'EUR', rate: '1.50' }),
    aRate({ from: 'GBP', to: 'USD', rate: '2.00' }),
  ]
  expect(convert(rates, 10_000, 'GBP', 'USD')).toBe(20_000)
})

test('there is no way by two other currencies', () => {
  const rates = [
    aRate({ from: 'GBP', to: 'CHF' }),
    aRate({ from: 'CHF', to: 'SEK' }),
    aRate({ from: 'SEK', to: 'USD' }),
  ]
  expect(convert(rates, 100, 'GBP', 'USD')).toBeUndefined()
})

test('the last rate up to the day counts, not a later one', () => {
  const rates = [
    aRate({ on: '2026-03-10', rate: '1.10' }),
    aRate({ on: '2026-03-12', rate: '1.20' }),
    aRate({ on: '2026-03-14', rate: '1.30' }),
  ]
  expect(convert(rates, 100, 'EUR', 'USD', '2026-03-13')).toBe(120)
})

test(`a rate serves ${limits.fxAgeDaysMax} days after its own and not one more`, () => {
  expect(convert([aRate({ on: '2026-03-06' })], 100, 'EUR', 'USD', '2026-03-13')).toBe(110)
  expect(convert([aRate({ on: '2026-03-05' })], 100, 'EUR', 'USD', '2026-03-13')).toBeUndefined()
})

test('no rate serves the days before it', () => {
  expect(convert([aRate()], 100, 'EUR', 'USD', '2026-03-12')).toBeUndefined()
})

test('of two rates of one pair and day the later in the list counts', () => {
  expect(convert([aRate({ rate: '1.10' }), aRate({ rate: '1.30' })], 100, 'EUR', 'USD')).toBe(130)
})

test('where the rates stand in the list tells nothing of their days', () => {
  const rates = [aRate({ on: '2026-03-12', rate: '1.20' }), aRate({ on: '2026-03-10', rate: '1.10' })]
  expect(convert(rates, 100, 'EUR', 'USD', '2026-03-13')).toBe(120)
})

test.each([
  ['JPY', 'USD', '0.0067', 1000, 670],
  ['USD', 'JPY', '150.25', 1050, 1578],
  ['KWD', 'USD', '3.25', 1000, 325],
  ['USD', 'KWD', '0.3075', 200, 615],
  ['KWD', 'JPY', '480', 12_345, 5926],
])('%s to %s moves the point between their decimals', (from, to, rate, minor, converted) => {
  expect(convert([aRate({ from, to, rate })], minor, from, to)).toBe(converted)
})

test.each([
  [5, 2],
  [15, 8],
  [25, 12],
  [-5, -2],
])('%i cents at 0.5 are %i: half to even', (minor, converted) => {
  expect(convert([aRate({ rate: '0.5' })], minor, 'EUR', 'USD')).toBe(converted)
})

test('a rate that is not positive is a bug of whoever kept it', () => {
  expect(() => new Rates([aRate({ rate: '0' })])).toThrow('not positive')
})

test('a conversion is off by at most half a minor unit, however large the amount', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -limits.amountMinorMax, max: limits.amountMinorMax }),
      fc.integer({ min: 1, max: 99_999 }),
      (minor, hundredThousandths) => {
        const rate = `0.${String(hundredThousandths).padStart(5, '0')}`
        const converted = convert([aRate({ rate })], minor, 'EUR', 'USD') as number
        const away = BigInt(converted) * 100_000n - BigInt(minor) * BigInt(hundredThousandths)
        expect(away <= 50_000n && away >= -50_000n).toBe(true)
      },
    ),
    { seed: 1, numRuns: 500 },
  )
})

test.each([
  ['USD', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['XYZ', undefined],
  ['usd', undefined],
])('%s has %s decimals', (code, exponent) => {
  expect(currencyExponent(code)).toBe(exponent)
})
