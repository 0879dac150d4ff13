import { describe, expect, test } from 'vitest'
import { parseDay } from '../../../functions/domain/calendar.ts'
import { readColumn, readTable } from './read-column.ts'

const dates = (cells: string[], options: Parameters<typeof readColumn>[2] = {}) =>
  readColumn(cells, 'published', options)

test.each([
  ['2026-03-14', '2026-03-14'],
  ['2026/3/4', '2026-03-04'],
  ['2026.03.14', '2026-03-14'],
  ['20260314', '2026-03-14'],
  ['2026-03-14T23:30:00-08:00', '2026-03-14'],
  ['2026-03-14 23:30:00 UTC', '2026-03-14'],
  ['2026-03-14 10:00:00 +0100', '2026-03-14'],
  ['14/03/2026 14:05', '2026-03-14'],
  ['3/14/2026 2:05 PM', '2026-03-14'],
  ['17.May.2023', '2023-05-17'],
  ['5-Jan-23', '2023-01-05'],
  ['May 17, 2023', '2023-05-17'],
  ['Wednesday, May 17th, 2023', '2023-05-17'],
  ['12. März 2024', '2024-03-12'],
  ['Mittwoch, 12. Mrz. 2024', '2024-03-12'],
  ['12 de marzo de 2024', '2024-03-12'],
  ['3 de março de 2024', '2024-03-03'],
  ['1er janv. 2024', '2024-01-01'],
  ['mar. 5 mars 2024', '2024-03-05'],
  ['8 août 2024', '2024-08-08'],
  ['17 Agustus 2024', '2024-08-17'],
  ['5 tháng 3, 2024', '2024-03-05'],
  ['ngày 5 tháng 3 năm 2024', '2024-03-05'],
  ['2024年3月5日', '2024-03-05'],
  ['5-Jan-69', '1969-01-05'],
  ['5-Jan-68', '2068-01-05'],
])('%s is %s', (cell, text) => {
  expect(dates([cell])).toMatchObject({ texts: [text], asked: [] })
})

test.each([
  ['31.02.2026', '!date-impossible'],
  ['2026-02-30', '!date-impossible'],
  ['2026-W12', '!date-is-week'],
  ['KW 12/2026', '!date-is-week'],
  ['Q1 2026', '!date-is-quarter'],
  ['Mar-23', '!date-without-year'],
  ['5 March', '!date-without-year'],
  ['soon', '!date-unreadable'],
  ['14032026', '!date-unreadable'],
  ['01/03/2026 - 31/03/2026', '!date-unreadable'],
])('%s is refused as %s', (cell, text) => {
  expect(dates([cell]).texts).toEqual([text])
})

describe('day or month first', () => {
  test('one date that fits one order only decides for all', () => {
    expect(dates(['03/04/2026', '25/04/2026'])).toMatchObject({ texts: ['2026-04-03', '2026-04-25'], asked: [] })
    expect(dates(['03/04/2026', '04/25/2026'])).toMatchObject({ texts: ['2026-03-04', '2026-04-25'], asked: [] })
  })

  test('where nothing tells, the question shows the days each way', () => {
    const { questions } = dates(['03/04/2026', '05/06/2026'])
    expect(questions).toMatchObject([
      {
        code: 'date-order-unclear',
        options: [
          {
            label: 'day, month, year: 03/04/2026 is 3 April 2026',
            effect: 'The dates run from 3 April 2026 to 5 June 2026.',
          },
          { label: 'month, day, year: 03/04/2026 is 4 March 2026' },
        ],
      },
    ])
    expect(dates(['03/04/2026'], { answer: () => 'mdy' }).texts).toEqual(['2026-03-04'])
  })

  test('dates that are the same day in both orders ask nothing', () => {
    expect(dates(['03/03/2026', '05/05/2026']).asked).toEqual([])
  })

  test('a column that mixes both orders is asked about', () => {
    expect(dates(['13/05/2026', '05/13/2026', '03/04/2026']).asked).toEqual(['date-order-mixed'])
  })

  test('years of two digits may stand first', () => {
    expect(dates(['26-03-04']).asked).toEqual(['date-order-unclear'])
    expect(dates(['99/12/31']).texts).toEqual(['1999-12-31'])
    const may = Array.from({ length: 31 }, (_, n) => `${String(n + 1).padStart(2, '0')}/05/12`)
    expect(dates(may)).toMatchObject({ asked: [] })
    expect(dates(may).texts[30]).toBe('2012-05-31')
  })

  test('another column of the file, written alike, settles it', () => {
    const rows = [
      ['03/04/2026', '25/04/2026'],
      ['01/02/2026', '26/02/2026'],
    ]
    const read = readTable(['start', 'end'], rows, { kind: 'campaigns', mapping: { start: 0, end: 1 } })
    expect(read).toMatchObject({ questions: [], columns: [['2026-04-03', '2026-02-01'], expect.anything()] })
  })
})

test("a bare number among dates is Excel's, if it lies near the others", () => {
  expect(dates(['01-Jan-22', '44577', '44577.5'])).toMatchObject({
    texts: ['2022-01-01', '2022-01-16', '2022-01-16'],
    noted: expect.arrayContaining(['excel-serials']),
  })
  expect(dates(['01-Jan-22', '34577']).texts[1]).toBe('!date-is-number')
})

test('days of the calendar of 1904 are known by the period of the file', () => {
  const period = { first: parseDay('2026-03-01') as number, last: parseDay('2026-03-31') as number }
  expect(dates([String(period.first + 25_569 - 1462 + 4)], { period }).texts).toEqual(['2026-03-05'])
})

test('a month alone is a period in spend, and asked about', () => {
  const read = readColumn(['Mar 2026', '2026-02', '202601', '03/2026'], 'date', { kind: 'spend' })
  expect(read).toMatchObject({
    texts: ['2026-03-01', '2026-02-01', '2026-01-01', '2026-03-01'],
    until: ['2026-03-31', '2026-02-28', '2026-01-31', '2026-03-31'],
    asked: ['month-without-day'],
  })
  expect(readColumn(['Feb 2028'], 'period_end', { kind: 'spend' })).toMatchObject({
    texts: ['2028-02-29'],
    noted: ['months-as-days'],
  })
  const last = readColumn(['Mar 2026'], 'date', { kind: 'results', answer: () => 'last' })
  expect(last).toMatchObject({ texts: ['2026-03-31'], until: [''] })
})
