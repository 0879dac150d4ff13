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
const week = { form: 'week' }
const quarter = { form: 'quarter' }
const noYear = { form: 'no-year' }
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

test.each([
  ['2024年3月5日', day(2024, 3, 5)],
  ['2024 年 3 月 5 日', day(2024, 3, 5)],
  ['2024年12月15日', day(2024, 12, 15)],
  ['2024년 3월 5일', day(2024, 3, 5)],
  ['2024年3月', month(2024, 3)],
  ['2024년 12월', month(2024, 12)],
  ['2024年13月', undefined],
  ['24年3月5日', undefined],
  ['于2024年3月5日', undefined],
  ['2024年3月5日前', undefined],
])('numbers with a sign behind each: %s', (text, expected) => {
  expect(readDateText(text)).toEqual(expected)
})

test.each([
  ['2026-W12', week],
  ['2026W12', week],
  ['2026 W12', week],
  ['2026/W1', week],
  ['W12', week],
  ['w-12', week],
  ['KW 12/2026', week],
  ['KW12-26', week],
  ['KW 12 2026', week],
  ['wk.5', week],
  ['Week 5', week],
  ['sem 5', week],
  ['semaine 12', week],
  ['semana 12', week],
  ['minggu 12', week],
  ['tuần 12', week],
  ['soon W12', undefined],
  ['W12 soon', undefined],
  ['W123', undefined],
  ['W 12 20261', undefined],
  ['W  12', undefined],
])('a week is known by its word: %s', (text, expected) => {
  expect(readDateText(text)).toEqual(expected)
})

test.each([
  ['2026-Q1', quarter],
  ['2026Q4', quarter],
  ['2026 Q1', quarter],
  ['2026/Q1', quarter],
  ['Q1', quarter],
  ['q-1', quarter],
  ['Q 3', quarter],
  ['Q1 2026', quarter],
  ['Q1/26', quarter],
  ['Q1-2026', quarter],
  ["Q1 '26", quarter],
  ['T2 2026', quarter],
  ['quarter 4', quarter],
  ['quý 3', quarter],
  ['Q5', undefined],
  ['Q0', undefined],
  ['soon Q1', undefined],
  ['Q1 soon', undefined],
  ['Q1 2', undefined],
  ['Q1 20261', undefined],
])('a quarter is known by its word: %s', (text, expected) => {
  expect(readDateText(text)).toEqual(expected)
})

test.each([
  ['2026-03', month(2026, 3)],
  ['2026/3', month(2026, 3)],
  ['03/2026', month(2026, 3)],
  ['3-2026', month(2026, 3)],
  ['2026-13', undefined],
  ['2026-123', undefined],
  ['12026-12', undefined],
  ['13/2026', undefined],
  ['123/2026', undefined],
  ['3/20261', undefined],
  ['3/1989', undefined],
  ['1989-03', undefined],
  ['2026:03', undefined],
  ['3:2026', undefined],
])('a month and a year: %s', (text, expected) => {
  expect(readDateText(text)).toEqual(expected)
})

test.each([
  ['17.May.2023', day(2023, 5, 17)],
  ['2023 May 17', day(2023, 5, 17)],
  ['May 17, 2023', day(2023, 5, 17)],
  ['May 2023, 17', day(2023, 5, 17)],
  ['Wednesday, May 17th, 2023', day(2023, 5, 17)],
  ['5-Jan-23', day(2023, 1, 5, { shortYear })],
  ['17 May 2023 10:00', day(2023, 5, 17, { timed })],
  ['May 17 ’23', day(2023, 5, 17, { shortYear })],
  ["May 17 '23", day(2023, 5, 17, { shortYear })],
  ['17–May–2023', day(2023, 5, 17)],
  ['17/May/2023 (Wed)', day(2023, 5, 17)],
  ['12 de marzo de 2024', day(2024, 3, 12)],
  ['1er janv. 2024', day(2024, 1, 1)],
  ['2º de maio de 2024', day(2024, 5, 2)],
  ['5 tháng 3, 2024', day(2024, 3, 5)],
  ['5 thg 12 2024', day(2024, 12, 5)],
  ['5 Th.3 2024', day(2024, 3, 5)],
  ['ngày 5 tháng 3 năm 2024', day(2024, 3, 5)],
  ['5 tháng 13, 2024', undefined],
  ['5 tháng 13 mars 2024', undefined],
  ['5 tháng 123, 2024', undefined],
  ['mar. 5 mars 2024', day(2024, 3, 5)],
  ['Mar 2026', month(2026, 3)],
  ['2026 March', month(2026, 3)],
  ['Mar 1989', noYear],
  ['Mar 2100', noYear],
  ['Mar-23', noYear],
  ['5 March', noYear],
  ['Mar 20261', noYear],
  ['soon 5', undefined],
  ['May 17 2023 soon', undefined],
  ['5 2024', undefined],
  ['March 14:05', undefined],
  ['2024 5 Mar', undefined],
  ['5 Mar 202', undefined],
  ['5 Mar 20245', undefined],
  ['123 Mar 2024', undefined],
  ['2024 Mar 123', undefined],
  ['5 6 Mar 2024', undefined],
  ['5 24 Mar 2024', undefined],
  ['5 Mar 2024 = 7', undefined],
  ['5 Mar; 2024', undefined],
])('the name of a month: %s', (text, expected) => {
  expect(readDateText(text)).toEqual(expected)
})

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('tháng %i is a month', (at) => {
  expect(readDateText(`5 tháng ${at}, 2024`)).toEqual(day(2024, at, 5))
})

test.each(['Jan-Feb 2024', 'Jan - Mar 2024', '5 May March 2024', 'mar. 5 mars avril 2024', 'Tue mars avril mai 2024'])(
  'two months are no date: %s',
  (text) => {
    expect(readDateText(text)).toBeUndefined()
  },
)

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
