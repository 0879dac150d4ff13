import { codes } from 'currency-codes'
import { expect, test } from 'vitest'
import { currencyExponent as isoExponent } from '../../functions/domain/money/currency.ts'
import { currencyExponent } from '../../web/src/format/currency-exponents.ts'
import {
  formatBytes,
  formatCount,
  formatDay,
  formatEstimate,
  formatMetric,
  formatMoney,
  formatRange,
  formatRatio,
  formatShare,
} from '../../web/src/format/format.ts'

test('every currency of ISO 4217 has its own exponent', () => {
  const traded = codes().filter((code) => !/^X(A[GU]|B[ABCD]|D[RT]|P[DT]|SU|TS|UA|XX)$/.test(code))
  expect(traded.length).toBeGreaterThan(150)
  expect(traded.filter((code) => currencyExponent(code) !== isoExponent(code))).toEqual([])
})

test.each([
  [1240.33, 'USD', '$12.40'],
  [124033, 'JPY', '¥124,033'],
  [1234567, 'KWD', 'KWD 1,234.567'],
  [-500, 'EUR', '−€5.00'],
])('%d minor units of %s are %s', (minor, currency, text) => {
  expect(formatMoney(minor, currency).replace(/\u00a0/g, ' ')).toBe(text)
})

test('whole money and axes leave the minor units out', () => {
  expect(formatMoney(48_231_044, 'USD', 'whole')).toBe('$482,310')
  expect(formatMoney(4_000_000, 'USD', 'compact')).toBe('$40K')
})

test('rates are fractions and read as percent', () => {
  expect(formatShare(0.62)).toBe('62%')
  expect(formatShare(0.0823, { digits: 1, signed: true })).toBe('+8.2%')
  expect(formatShare(-0.4, { digits: 1, signed: true })).toBe('−40.0%')
  expect(formatShare(0, { signed: true })).toBe('0%')
  expect(formatShare(-0.001)).toBe('0%')
})

test('each metric has its unit', () => {
  expect(formatMetric('cpa', 1240.33, 'USD')).toBe('$12.40')
  expect(formatMetric('roas', 3.4, 'USD')).toBe('3.40')
  expect(formatMetric('roi', 0.361, 'USD')).toBe('+36.1%')
  expect(formatMetric('ctr', 0.0312, 'USD')).toBe('3.12%')
})

test('a missing estimate has no text', () => {
  expect(formatEstimate('cpa', { kind: 'unavailable', reason: 'no-data' }, 'USD')).toBeNull()
})

test('days are days in every time zone', () => {
  expect(formatDay('2026-03-01')).toBe('1 Mar 2026')
  expect(formatDay('2026-03-01', 'short')).toBe('1 Mar')
  expect(formatDay('2026-03')).toBe('Mar 2026')
  expect(formatRange('2026-01-01', '2026-06-30')).toMatch(/^1 Jan.–.30 Jun 2026$/)
})

test('counts, ratios and sizes', () => {
  expect(formatCount(30_412)).toBe('30,412')
  expect(formatRatio(1.005)).toBe('1.01')
  expect(formatBytes(262_144)).toBe('262 kB')
  expect(formatBytes(0)).toBe('0 byte')
})
