import { expect, test } from 'vitest'
import { fullYear, readDateText } from '../../../functions/domain/reading/columns/date-text.ts'

const day = (year: number, month: number, day: number, { timed = false, shortYear = false } = {}) => ({
  form: 'day',
  year,
  month,
  day,
  timed,
  shortYear,
})
const month = (year: number, month: number) => ({ form: 'month', year, month })
const serial = (days: number) => ({ form: 'serial', days })
const timed = true

test.each([
  ['20260314', day(2026, 3, 14)],
  ['202603', month(2026, 3)],
  ['202601', month(2026, 1)],
  ['202612', month(2026, 12)],
  ['202600', undefined],
  ['202613', undefined],
  ['20261332', undefined],
  ['199001', month(1990, 1)],
  ['209912', month(2099, 12)],
  ['198912', undefined],
  ['210001', undefined],
  ['2026031', undefined],
  ['202603141', undefined],
  ['120260314', undefined],
  ['1202603', undefined],
  ['3.2026', month(2026, 3)],
  ['03.2026', month(2026, 3)],
  ['12.2026', month(2026, 12)],
  ['0.2026', undefined],
  ['13.2026', undefined],
  ['112.2026', undefined],
  ['3.20261', undefined],
  ['3.202', undefined],
  ['3.1989', undefined],
  ['202603.5', undefined],
  ['20260314.5', undefined],
  ['2026', undefined],
  ['5', undefined],
])('digits only: %s', (text, expected) => {
  expect(readDateText(text)).toEqual(expected)
})

test.each([
  ['32874', serial(32_874)],
  ['73050', serial(73_050)],
  ['32873', undefined],
  ['73051', undefined],
  ['44577.5', serial(44_577)],
  ['44577.', undefined],
  ['144577', undefined],
  ['4457', undefined],
])("Excel's day numbers are those of 1990 to 2099: %s", (text, expected) => {
  expect(readDateText(text)).toEqual(expected)
})

const numbers = (parts: number[], shape: string, further = {}) => ({
  form: 'numbers',
  parts,
  shape,
  shortYear: false,
  yearFirst: false,
  yearLast: true,
  timed: false,
  ...further,
})
const shortYear = true
const yearFirst = true
const yearLast = false

test.each([
  ['2026-03-14', day(2026, 3, 14)],
  ['2026/3/4', day(2026, 3, 4)],
  ['2026.3.4.', day(2026, 3, 4)],
  ['2026-3-14 10:00', day(2026, 3, 14, { timed })],
  ['3/4/2026', numbers([3, 4, 2026], '/4')],
  ['14.03.2026', numbers([14, 3, 2026], '.4')],
  ['14 - 03 - 2026', numbers([14, 3, 2026], '-4')],
  ['14 03 2026', numbers([14, 3, 2026], ' 4')],
  ['14\u00a003\u00a02026', numbers([14, 3, 2026], ' 4')],
  ['3/4/26', numbers([3, 4, 26], '/2', { shortYear })],
  ['03/04/26', numbers([3, 4, 26], '/2', { shortYear, yearFirst })],
  ['26-03-4', numbers([26, 3, 4], '-2', { shortYear, yearFirst, yearLast })],
  ['3/4/2026 10:00', numbers([3, 4, 2026], '/4', { timed })],
  ['3/4/5', undefined],
  ['3/4/202', undefined],
  ['03/4/202', undefined],
  ['203/4/26', undefined],
  ['203/4/2026', undefined],
  ['2026/3/2026', undefined],
  ['2026-003-14', undefined],
  ['2026-3-141', undefined],
  ['3/4-2026', undefined],
  ['3/4/20261', undefined],
  ['13/4/2026/', undefined],
  ['/3/4/2026', undefined],
  ['3:4:2026', undefined],
  ['3  / 4/2026', undefined],
])('three numbers: %s', (text, expected) => {
  expect(readDateText(text)).toEqual(expected)
})

test.each(['10:00', 'T10:00', '23:30:00'])('a time alone is no date: %s', (text) => {
  expect(readDateText(text)).toBeUndefined()
})

test.each([
  'T23:30',
  'T23:30:00',
  ' 9:30',
  ', 9:30',
  '  09:30:00',
  'T23:30:00Z',
  'T23:30:00CET',
  'T23:30:00.123456789Z',
  ' 23:30:00,5',
  'T23:30:00-08:00',
  'T23:30:00+0100',
  ' 23:30:00 +01',
  ' 23:30 UTC',
  ' 23:30 GMT',
  ' 23:30 GMT+2',
  ' 23:30 GMT +2',
  ' 23:30 UTC+02:00',
  ' 23:30 CET',
  ' 23:30 CEST',
  ' 23:30 +0100 (CET)',
  ' 23:30 UTC (CEST)',
  ' 23:30 UTC(CEST)',
  ' 23:30 +0100 CET',
  ' 23:30 +0100  CET',
  ' 2:05 PM',
  ' 2:05pm',
  ' 2:05 p.m.',
  ' 2:05 a. m.',
  ' 14:05 Uhr',
  ' um 14:05 Uhr',
  ' at 14:05',
  ' at  14:05',
  ' à 14h05',
  ' a las 14:05',
  ' às 14:05',
  ' lúc 14:05',
  ' pukul 14:05',
])('the time of day is dropped: 2026-03-14%s', (time) => {
  expect(readDateText(`2026-03-14${time}`)).toEqual(day(2026, 3, 14, { timed }))
})

test.each([
  '23:30',
  ' 123:30',
  ' 23:3',
  ' 23:30:',
  ' 23:30:00:00',
  ' 23:30:00.1234567890',
  ' bei 23:30',
  ' 23:30 tomorrow',
  ' 23:30 +1:0',
])('what is no time of day stays, and the date is none: 2026-03-14%s', (time) => {
  expect(readDateText(`2026-03-14${time}`)).toBeUndefined()
})

test('a time of day in the middle is not dropped', () => {
  expect(readDateText('17 14:05 - May 2023')).toBeUndefined()
})

test('spaces that do not break, and those around, are spaces', () => {
  expect(readDateText('\u00a05\u202fMay\u20072023\u2009')).toEqual(day(2023, 5, 5))
})

test('sixty characters may be a date, more are none', () => {
  expect(readDateText('2026-03-14'.padEnd(60))).toEqual(day(2026, 3, 14))
  expect(readDateText('2026-03-14'.padEnd(61))).toBeUndefined()
})

test.each(['', ' ', 'soon', '#5', '5.', '.5', '-5', '5e3'])('“%s” is no date', (text) => {
  expect(readDateText(text)).toBeUndefined()
})

test('years of two digits run from 1969 to 2068', () => {
  expect([0, 68, 69, 99].map(fullYear)).toEqual([2000, 2068, 1969, 1999])
})

test('a long gap is no more than a short one', () => {
  expect(readDateText(`5${' '.repeat(40)}May 2023`)).toEqual(day(2023, 5, 5))
  expect(readDateText(`2023-05-05${' '.repeat(40)}10:15`)).toEqual(day(2023, 5, 5, { timed: true }))
  expect(readDateText(`, 1:11${' '.repeat(50)}!`)).toBeUndefined()
})
