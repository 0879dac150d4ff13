import { expect, test } from 'vitest'
import { parseDay } from '../../../functions/domain/calendar.ts'
import type { DatePlan } from '../../../functions/domain/reading/columns/column-plan.ts'
import { rewriteDate } from '../../../functions/domain/reading/columns/rewrite-date.ts'

const day = (text: string): number => parseDay(text) as number
const plan = (further: Partial<DatePlan> = {}): DatePlan => ({
  as: 'date',
  order: 'dmy',
  serials: 1900,
  serialFirst: day('2021-12-01'),
  serialLast: day('2022-01-31'),
  months: 'period',
  ...further,
})
const expected = 'a date such as 2026-03-14'
const faulty = (code: string, message: string) => ({ fault: { code, expected, message } })

test.each(['', ' ', '-', 'n/a'])('“%s” is missing', (cell) => {
  expect(rewriteDate(plan(), cell)).toEqual({ text: '' })
})

test.each([
  ['2026-03-14', 'dmy', '2026-03-14'],
  ['03/04/2026', 'dmy', '2026-04-03'],
  ['03/04/2026', 'mdy', '2026-03-04'],
  ['03/04/05', 'dmy', '2005-04-03'],
  ['03/04/05', 'ymd', '2003-04-05'],
] as const)('%s is read %s: %s', (cell, order, text) => {
  expect(rewriteDate(plan({ order }), cell)).toEqual({ text })
})

test.each([
  ['#REF!', 'error-cell'],
  ['#DIV/0!', 'error-cell'],
])('%s is a formula that failed', (cell, code) => {
  expect(rewriteDate(plan(), cell)).toMatchObject({ fault: { code } })
})

test.each([
  ['2026-W12', 'date-is-week', '“2026-W12” names a week, which has seven days. Write its first day instead.'],
  ['Q1 2026', 'date-is-quarter', '“Q1 2026” names a quarter. Write its first day instead.'],
  ['5 March', 'date-without-year', '“5 March” has no clear year. Write the year with four digits.'],
  ['soon', 'date-unreadable', '“soon” is not a date. Write it like 2026-03-14 or 14.03.2026.'],
  ['2026-02-30', 'date-impossible', '“2026-02-30”: there is no such day. Correct it.'],
  ['31/02/2026', 'date-impossible', '“31/02/2026”: there is no such day. Correct it.'],
])('%s is refused: %s', (cell, code, message) => {
  expect(rewriteDate(plan(), cell)).toEqual(faulty(code, message))
})

test.each([
  ['04/25/2026', 'dmy', 'day first', 'month first'],
  ['25/04/2026', 'mdy', 'month first', 'day first'],
  ['99/12/31', 'dmy', 'day first', 'year first'],
  ['31/12/2026', 'ymd', 'year first', 'day first'],
] as const)('%s is no day when read %s, and it is said how it would be one', (cell, order, own, other) => {
  expect(rewriteDate(plan({ order }), cell)).toEqual(
    faulty(
      'date-order-other',
      `“${cell}” is no day if the column is read ${own}; it would be one ${other}. Write it like the others.`,
    ),
  )
})

test.each([
  ['44531', '2021-12-01'],
  ['44592', '2022-01-31'],
  ['44577.75', '2022-01-16'],
])("%s is Excel's number of %s, near the other dates", (cell, text) => {
  expect(rewriteDate(plan(), cell)).toEqual({ text })
})

test.each([
  ['44530', '2021-11-30'],
  ['44593', '2022-02-01'],
])('%s lies a day beyond the other dates: a number, unless the workbook says otherwise', (cell, text) => {
  expect(rewriteDate(plan(), cell, 'date')).toEqual(
    faulty(
      'date-is-number',
      `“${cell}” is a number. As Excel counts days it would be ${text}, far from the other dates of the column. Write the date itself.`,
    ),
  )
  expect(rewriteDate(plan(), cell, 'number')).toEqual({ text })
})

test('days of the calendar of 1904 come four years and a day later', () => {
  expect(rewriteDate(plan({ serials: 1904 }), String(44_577 - 1462))).toEqual({ text: '2022-01-16' })
})

test.each([
  ['Feb 2028', 'first', { text: '2028-02-01' }],
  ['Feb 2028', 'last', { text: '2028-02-29' }],
  ['Feb 2028', 'period', { text: '2028-02-01', until: '2028-02-29' }],
  ['01/2026', 'period', { text: '2026-01-01', until: '2026-01-31' }],
  ['12/2026', 'period', { text: '2026-12-01', until: '2026-12-31' }],
] as const)('%s, months for their %s', (cell, months, rewritten) => {
  expect(rewriteDate(plan({ months }), cell)).toEqual(rewritten)
})

const within = { first: day('2025-12-15'), last: day('2026-03-31') }

test.each([
  ['0203', 'dmy', '2026-03-02'],
  ['0203', 'mdy', '2026-02-03'],
  ['0203', 'ymd', '2026-03-02'],
  ['20.12.', 'dmy', '2025-12-20'],
  ['2. März', 'mdy', '2026-03-02'],
  ['2026-01-05', 'dmy', '2026-01-05'],
] as const)('%s without a year, read %s, is the day of the period: %s', (cell, order, text) => {
  expect(rewriteDate(plan({ order, within }), cell)).toEqual({ text })
})

test.each([
  ['02/25', 'dmy', 'day first', 'month first'],
  ['25/02', 'mdy', 'month first', 'day first'],
] as const)(
  '%s without a year is no day when read %s, and it is said how it would be one',
  (cell, order, own, other) => {
    expect(rewriteDate(plan({ order, within }), cell)).toEqual(
      faulty(
        'date-order-other',
        `“${cell}” is no day if the column is read ${own}; it would be one ${other}. Write it like the others.`,
      ),
    )
  },
)

test.each(['01.04.', '14.12.', '29.02.'])('%s without a year lies outside of the period', (cell) => {
  expect(rewriteDate(plan({ within }), cell)).toEqual(
    faulty(
      'date-impossible',
      `“${cell}”: there is no such day from 2025-12-15 to 2026-03-31. Correct it, or write its year.`,
    ),
  )
})
