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

describe('days without a year', () => {
  const march = { first: parseDay('2026-03-01') as number, last: parseDay('2026-03-31') as number }
  const winter = { first: parseDay('2025-12-01') as number, last: parseDay('2026-02-28') as number }

  test.each([
    ['side by side', ['0203', '203', '3103']],
    ['with points', ['02.03.', '2.3.', '31.03']],
    ['with strokes', ['02/03', '2/3', '31/3']],
    ['with the month by its name', ['2. März', '2 March', '31-Mar']],
  ])('%s have that of the file’s own period', (_, cells) => {
    expect(dates(cells, { period: march })).toMatchObject({
      texts: ['2026-03-02', '2026-03-02', '2026-03-31'],
      asked: [],
      noted: ['year-from-period'],
    })
  })

  test('of a period over the turn of a year have the one that lies in it', () => {
    expect(dates(['3112', '0201'], { period: winter }).texts).toEqual(['2025-12-31', '2026-01-02'])
  })

  test('outside the period, or in one of more than a year, are asked about', () => {
    expect(dates(['0203', '3112'], { period: march }).asked).toEqual(['year-missing'])
    const long = { first: parseDay('2024-03-01') as number, last: parseDay('2026-03-31') as number }
    expect(dates(['0203', '3103'], { period: long }).asked).toEqual(['year-missing'])
  })

  test('that stand in the period twice are asked about', () => {
    const twice = { first: parseDay('2025-01-01') as number, last: parseDay('2026-01-01') as number }
    expect(dates(['0101', '0102'], { period: twice }).asked).toContain('year-missing')
    expect(dates(['0201', '3112'], { period: twice })).toMatchObject({ texts: ['2025-01-02', '2025-12-31'], asked: [] })
  })

  test('of a file without a period are asked about, and the last year is proposed that has passed', () => {
    const { questions } = dates(['3103', '1406'])
    expect(questions).toMatchObject([{ code: 'year-missing', proposed: '2026' }])
    expect(dates(['3103', '1606']).questions).toMatchObject([{ proposed: '2025' }])
    expect(questions[0]?.options.map(({ value }) => value)).toEqual([
      '2026',
      '2025',
      '2024',
      '2023',
      '2022',
      '2021',
      'to-2026-06-15',
    ])
    expect(questions[0]?.options.at(-1)).toEqual({
      value: 'to-2026-06-15',
      label: 'The twelve months up to 15 June 2026',
      effect: 'The dates run from 31 March 2026 to 14 June 2026.',
    })
    expect(dates(['3112', '1406'], { answer: () => 'to-2026-06-15' }).texts).toEqual(['2025-12-31', '2026-06-14'])
    expect(dates(['3112', '1406'], { answer: () => '2024' }).texts).toEqual(['2024-12-31', '2024-06-14'])
  })

  test('29 February is a day of leap years only', () => {
    const { questions } = dates(['2902', '0103'])
    expect(questions[0]?.options[0]?.effect).toContain('29 February')
    expect(dates(['2902', '0103'], { answer: () => '2026' }).texts).toEqual(['!date-impossible', '2026-03-01'])
    expect(dates(['2902', '0103'], { answer: () => '2024' }).texts[0]).toBe('2024-02-29')
  })

  test('one that fits one order only decides for all', () => {
    const answer = (): string => '2026'
    expect(dates(['0203', '1303'], { answer }).texts).toEqual(['2026-03-02', '2026-03-13'])
    expect(dates(['0203', '0313'], { answer }).texts).toEqual(['2026-02-03', '2026-03-13'])
    expect(dates(['0203', '1303', '0313'], { answer: ({ id }) => (id === 'year:0' ? '2026' : 'dmy') })).toMatchObject({
      asked: ['date-order-mixed', 'year-missing'],
      texts: ['2026-03-02', '2026-03-13', '!date-order-other'],
    })
  })

  test('that fit both orders are settled by the period, by points or by the user', () => {
    expect(dates(['0203', '0503'], { period: march })).toMatchObject({ texts: ['2026-03-02', '2026-03-05'], asked: [] })
    expect(dates(['02.03.', '05.03.']).asked).toEqual(['year-missing'])
    const both = dates(['02/03', '05/03'], { answer: ({ id }) => (id === 'year:0' ? '2026' : 'mdy') })
    expect(both).toMatchObject({ asked: ['date-order-unclear', 'year-missing'], texts: ['2026-02-03', '2026-05-03'] })
    expect(both.questions[0]?.options.map(({ label }) => label)).toEqual([
      'day, month: 02/03 is 2 March',
      'month, day: 02/03 is 3 February',
    ])
  })

  test('another column of the file, written alike, settles the order', () => {
    const read = readTable(['start', 'end'], [['02/03', '25/04/2026']], {
      kind: 'campaigns',
      mapping: { start: 0, end: 1 },
    })
    expect(read.questions.map(({ code }) => code)).toEqual(['year-missing'])
  })

  test('among dates with a year are problems, and so are numbers that may be years', () => {
    expect(dates(['02.03.2026', '03.03.2026', '04.03.'])).toMatchObject({ asked: [] })
    expect(dates(['2011', '2012'])).toMatchObject({ asked: [], texts: ['!date-unreadable', '!date-unreadable'] })
    expect(dates(['0203', 'soon', '3103', '3003'], { period: march }).texts[1]).toBe('!date-unreadable')
  })
})
