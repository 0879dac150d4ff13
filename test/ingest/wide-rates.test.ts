import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatDay, parseDay } from '../../functions/domain/calendar.ts'
import { convertAmount, Rates } from '../../functions/domain/money/rates.ts'
import { lines, readFile } from './read-file.ts'

/** In the shape of the European Central Bank's history, with figures of our own. */
const table = lines('Date,USD,JPY,CYP,GBP,', '2026-03-13,1.0842,160.5,N/A,0.85,', '2026-03-12,1.09,N/A,N/A,,')
const day = (text: string): number => parseDay(text) as number

function ratesOf(file: string | Uint8Array) {
  const read = readFile({ kind: 'fx', file })
  const rows = read.directory.flatMap((row) => (row.row === 'fx' ? [row] : []))
  return { ...read, rows, rates: new Rates(rows) }
}

test('a table with a currency a column becomes one rate from the euro for each cell', () => {
  const { rows, codes, counts, warnings } = ratesOf(table)
  expect(codes).toEqual([])
  expect(counts).toMatchObject({ read: 2, valid: 2 })
  expect(rows.map(({ day, from, to, rate }) => `${formatDay(day)} ${from}${to} ${rate}`)).toEqual([
    '2026-03-13 EURUSD 1.0842',
    '2026-03-13 EURJPY 160.5',
    '2026-03-13 EURGBP 0.85',
    '2026-03-12 EURUSD 1.09',
  ])
  expect(warnings.map(({ code, message }) => [code, message])).toEqual([
    ['columns-ignored', 'Not read: CYP.'],
    ['rates-per-euro', expect.stringContaining('one euro')],
  ])
})

test('dollars become pounds by way of the euro, as an exact quotient', () => {
  const factor = ratesOf(table).rates.factor('USD', 'GBP', day('2026-03-13')) ?? expect.fail('no factor')
  // 0.85 / 1.0842 x 1,000,000.00 = 783,988.1940 (bc -l)
  expect(convertAmount(1_000_000_00, factor)).toBe(783_988_19)
})

test('a faulty cell is named by its line and column; a day stands once', () => {
  const { codes, problems } = ratesOf(
    lines(
      'Date,USD,JPY',
      '2026-03-13,1.1,oops',
      '2026-03-12,0,150',
      '2026-03-11,1.1,150',
      '2026-03-11,1.2,150',
      '13.3.2026,1,1',
    ),
  )
  expect(codes).toEqual(['2 number-unreadable', '3 rate-not-positive', '5 row-repeated', '6 date-unreadable'])
  expect(problems[0]).toMatchObject({ column: 'JPY', found: 'oops' })
})

test('a simple list of rates, and a table that is mapped, are read as ever', () => {
  expect(ratesOf(lines('date,from,to,rate', '2026-03-13,EUR,USD,1.1')).rows).toHaveLength(1)
  expect(readFile({ kind: 'fx', file: table, options: { mapping: { rate: 'USD' } } }).codes).toContain(
    '0 column-missing',
  )
})

const real = '../shared/data/h0tbird_eurofxref__eurofxref-hist.csv'
const missing = !existsSync(real)
const why = missing ? ` (skipped: there is no file ${real})` : ''

test.skipIf(missing)(`the bank's own file is read whole${why}`, () => {
  const { counts, codes, rates } = ratesOf(readFileSync(real))
  expect(codes).toEqual([])
  expect(counts).toMatchObject({ read: 6747, valid: 6747 })
  const rate = (to: string, on: string) => {
    const factor = rates.factor('EUR', to, day(on))
    return factor && [formatDay(factor.day), Number(factor.numerator) / Number(factor.denominator)]
  }
  expect(rate('GBP', '2012-08-23')).toEqual(['2012-08-23', 0.7911])
  expect(rate('USD', '2021-04-30')).toEqual(['2021-04-30', 1.2082])
  expect(rate('USD', '2021-05-01')).toEqual(['2021-04-30', 1.2082])
  expect(rate('IDR', '2025-05-09')).toEqual(['2025-05-09', 18606.59])
})
