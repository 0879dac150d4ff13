import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  daysIn,
  firstDayOf,
  formatDay,
  formatMonth,
  monthOf,
  parseDay,
  parseMonth,
} from '../../functions/domain/calendar.ts'

const days = fc.integer({ min: parseDay('1900-01-01') as number, max: parseDay('2149-12-31') as number })

test('a day that is written is read as the same day', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(parseDay(formatDay(day))).toBe(day)
    }),
    { seed: 1, numRuns: 1000 },
  )
})

test('a month that is written is read as the same month, and holds its days', () => {
  fc.assert(
    fc.property(days, (day) => {
      const month = monthOf(day)
      expect(parseMonth(formatMonth(month))).toBe(month)
      expect(formatDay(day).startsWith(formatMonth(month))).toBe(true)
      expect(day - firstDayOf(month)).toBeLessThan(daysIn(month))
    }),
    { seed: 2, numRuns: 1000 },
  )
})

test.each([
  ['2024-02', 29],
  ['2026-02', 28],
  ['1900-02', 28],
  ['2000-02', 29],
  ['2100-02', 28],
  ['2026-12', 31],
])('%s has %i days', (month, count) => {
  expect(daysIn(parseMonth(month))).toBe(count)
})

test.each(['2024-02-29', '2000-02-29', '1899-12-31', '2399-01-01'])('%s is a day', (text) => {
  expect(formatDay(parseDay(text) as number)).toBe(text)
})

test.each(['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'])(
  'there is no %s',
  (text) => {
    expect(parseDay(text)).toBeUndefined()
  },
)

test.each(['', '14.03.2026', '03/14/2026', '2026-3-14', '20260314', '2026-03-14x', ' 2026-03-14', '46095'])(
  '“%s” is not how a day is written',
  (text) => {
    expect(parseDay(text)).toBeUndefined()
  },
)

test.each(['2026-03-14T23:59:59Z', '2026-03-14 00:00', '2026-03-14T01:02:03.456+05:30'])(
  'of the time %s the day counts as it is written',
  (text) => {
    expect(parseDay(text)).toBe(parseDay('2026-03-14'))
  },
)

test('a month outside the calendar is a bug of whoever asks', () => {
  expect(() => monthOf(parseDay('1899-12-31') as number)).toThrow(RangeError)
  expect(() => monthOf(parseDay('2399-01-01') as number)).toThrow(RangeError)
})
