import { expect, test } from 'vitest'
import { compareRange, countDays, presetRange } from '../../web/src/state/date-range.ts'

test.each([
  ['days30', '2026-06-01'],
  ['days90', '2026-04-02'],
  ['month', '2026-06-01'],
  ['quarter', '2026-04-01'],
  ['halfYear', '2026-01-01'],
  ['year', '2026-01-01'],
] as const)('%s of data until 30 June begins on %s', (preset, from) => {
  expect(presetRange(preset, '2026-06-30')).toEqual({ from, to: '2026-06-30' })
})

test('six months reach over the turn of the year', () => {
  expect(presetRange('halfYear', '2026-02-10').from).toBe('2025-09-01')
})

test('the time before has as many days', () => {
  const range = { from: '2026-03-10', to: '2026-03-31' }
  const before = compareRange('before', range)
  expect(before).toEqual({ from: '2026-02-16', to: '2026-03-09' })
  expect(countDays(before)).toBe(countDays(range))
})

test('whole months are compared with as many whole months', () => {
  expect(compareRange('before', { from: '2026-03-01', to: '2026-03-31' })).toEqual({
    from: '2026-02-01',
    to: '2026-02-28',
  })
  expect(compareRange('before', { from: '2026-01-01', to: '2026-06-30' })).toEqual({
    from: '2025-07-01',
    to: '2025-12-31',
  })
})

test('a year earlier keeps the days, but for a leap day', () => {
  expect(compareRange('yearBefore', { from: '2028-02-29', to: '2028-03-31' })).toEqual({
    from: '2027-02-28',
    to: '2027-03-31',
  })
})
