import { expect, test } from 'vitest'
import { readDateText } from '../../../functions/domain/reading/columns/date-text.ts'

const day = (year: number, month: number, day: number, { timed = false, shortYear = false } = {}) => ({
  form: 'day',
  year,
  month,
  day,
  timed,
  shortYear,
})
const month = (year: number, month: number) => ({ form: 'month', year, month })
const week = { form: 'week' }
const quarter = { form: 'quarter' }
const noYear = (month: number, day?: number) => ({ form: 'no-year', month, ...(day !== undefined && { day }) })
const timed = true
const shortYear = true

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
  ['Mar 1989', noYear(3)],
  ['Mar 2100', noYear(3)],
  ['Mar-23', noYear(3)],
  ['5 March', noYear(3, 5)],
  ['123 March', noYear(3)],
  ['Mar 20261', noYear(3)],
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
