import { expect, test } from 'vitest'
import { sayRatio as sayClaimRatio } from '../../web/src/pages/claims/say-claim.ts'
import { sayDifference, sayRatio } from '../../web/src/pages/overview/say-comparison.ts'

const interval = (point: number, low: number, high: number) =>
  ({ kind: 'interval', point, low, high, creators: 9 }) as const
const side = (low: number, high: number) => ({
  micro: interval(1000, 900, 1100),
  macro: interval(2000, 1500, 2500),
  ratio: interval(0.5, 0.4, 0.6),
  difference: interval(-1000, low, high),
})

test('a difference stands with its range', () =>
  expect(sayDifference('cpa', side(-1500, -200), 'USD')).toBe('−$10.00 (−$15.00 to −$2.00)'))

test('a range of many digits, as of two creators, is not written out', () => {
  const far = sayDifference('cpa', side(-1e80, 1e90), 'USD')
  expect(far).toBe('−$10.00 (range too wide to be of use)')
  expect(sayRatio(interval(0.5, 1e-40, 1e40))).toBe('0.50× (range too wide to be of use)')
  expect(sayClaimRatio(interval(0.5, 1e-40, 1e40)).range).toBe('too few for a range')
})

test('a small ratio is never written as nought', () => {
  expect(sayRatio(interval(0.004, 0.003, 0.02))).toBe('0.004× (0.003× to 0.02×)')
})
