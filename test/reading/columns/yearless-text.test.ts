import { expect, test } from 'vitest'
import { dayIn, readYearless } from '../../../functions/domain/reading/columns/yearless-text.ts'

const numbers = (first: number, second: number, separator = '') => ({
  form: 'numbers',
  parts: [first, second],
  separator,
})
const named = (month: number, day: number) => ({ form: 'named', month, day })

test.each([
  ['0203', numbers(2, 3)],
  ['203', numbers(2, 3)],
  [' 0203 ', numbers(2, 3)],
  ['3112', numbers(31, 12)],
  ['1231', numbers(12, 31)],
  ['02.03.', numbers(2, 3, '.')],
  ['2.3', numbers(2, 3, '.')],
  ['2/3', numbers(2, 3, '/')],
  ['25 - 02', numbers(25, 2, '-')],
  ['2. März', named(3, 2)],
  ['29 Feb', named(2, 29)],
  ['ngày 5 tháng 3', named(3, 5)],
])('%s is a day without a year', (text, found) => {
  expect(readYearless(text)).toEqual(found)
})

test.each([
  '',
  '23',
  '10203',
  '3202',
  '1331',
  '0012',
  '2x/3',
  '2/x3',
  '2,3',
  '32.1.',
  'x02.03.',
  '02.03.x',
  '30 Feb',
  '31 April',
  'March',
  'Mar-23',
  '02.03.2026',
  '2026-03-02',
  'soon',
])('“%s” is none', (text) => {
  expect(readYearless(text)).toBeUndefined()
})

test.each([
  ['0203', 'dmy', 302],
  ['0203', 'mdy', 203],
  ['2902', 'dmy', 229],
  ['2902', 'mdy', undefined],
  ['3004', 'dmy', 430],
  ['0430', 'dmy', undefined],
  ['5. Mai', 'mdy', 505],
] as const)('%s, read %s', (text, order, day) => {
  const found = readYearless(text)
  expect(found && dayIn(found, order)).toBe(day)
})
