import { expect, test } from 'vitest'
import { CellRewriter } from '../../../functions/domain/reading/columns/cell-rewriter.ts'
import type { DatePlan, NumberPlan } from '../../../functions/domain/reading/columns/column-plan.ts'

const dates: DatePlan = { as: 'date', order: 'dmy', serials: 1900, serialFirst: 0, serialLast: 0, months: 'first' }
const numbers: NumberPlan = {
  as: 'number',
  expects: 'amount',
  decimal: '.',
  currency: 'USD',
  marks: {},
  negativeSide: 'credit',
  flipped: false,
  power: 0,
  rounding: false,
}

test('each column goes by its own plan, one without a plan stays', () => {
  const rewriter = new CellRewriter([{ as: 'text' }, dates, numbers])
  expect(rewriter.rewrite(0, '03/04/2026')).toEqual({ text: '03/04/2026' })
  expect(rewriter.rewrite(1, '03/04/2026')).toEqual({ text: '2026-04-03' })
  expect(rewriter.rewrite(2, '1,234')).toEqual({ text: '1234', currency: 'USD' })
  expect(rewriter.rewrite(2, '1,234', undefined, 'EUR')).toEqual({ text: '1234' })
  expect(rewriter.rewrite(3, '#REF!')).toEqual({ text: '#REF!' })
})

test('a number among dates is a day where the workbook formats it so, and nothing else is remembered of it', () => {
  const rewriter = new CellRewriter([dates])
  expect(rewriter.rewrite(0, '44577')).toMatchObject({ fault: { code: 'date-is-number' } })
  expect(rewriter.rewrite(0, '44577', 'number')).toEqual({ text: '2022-01-16' })
  expect(rewriter.rewrite(0, '44577', 'date')).toMatchObject({ fault: { code: 'date-is-number' } })
})

test.each([
  ['-', ''],
  ['—', ''],
  ['(blank)', ''],
  ['N/A', ''],
  ['null', ''],
  ['\u3000', ''],
  ['#N/A', ''],
  ['NA', 'NA'],
  ['nil', 'nil'],
  ['None', 'None'],
  ['NaN', 'NaN'],
  ['nan ', 'nan '],
  // Beside digits these are nothing; a name may be so short.
  ['?', '?'],
  ['k.a.', 'k.a.'],
  [' -', ' -'],
  ['a-', 'a-'],
  ['Nana', 'Nana'],
  ['naN/A', 'naN/A'],
  ['Anna', 'Anna'],
  ['#ABCDEFGHIJK!', '#ABCDEFGHIJK!'],
])('the text “%s” is “%s”', (cell, text) => {
  expect(new CellRewriter([{ as: 'text' }]).rewrite(0, cell)).toEqual({ text })
})

test.each([
  [{ as: 'text' }, '#REF!'],
  [{ as: 'text' }, '#ABCDEFGHIJ!'],
  [{ as: 'status' }, '#REF!'],
  [{ as: 'currency', marks: {} }, '#REF!'],
] as const)('%j: %s is a formula that failed', (plan, cell) => {
  expect(new CellRewriter([plan]).rewrite(0, cell)).toMatchObject({ fault: { code: 'error-cell' } })
})

test.each([
  ['Bezahlt', 'paid'],
  ['lost', 'lost'],
  ['n/a', ''],
])('the status “%s” is “%s”', (cell, text) => {
  expect(new CellRewriter([{ as: 'status' }]).rewrite(0, cell)).toEqual({ text })
})

test.each([
  ['usd', 'USD'],
  [' EUR. ', 'EUR'],
  ['US Dollar', 'USD'],
  ['euro', 'EUR'],
  ['zł', 'PLN'],
  ['$', 'AUD'],
  ['n/a', ''],
])('the currency “%s” is “%s”', (cell, text) => {
  expect(new CellRewriter([{ as: 'currency', marks: { $: 'AUD' } }]).rewrite(0, cell)).toEqual({ text })
})

test.each([
  ['$', '“$” may be USD, CAD, AUD, NZD. Write its three letters, such as USD, EUR or JPY.'],
  ['¥', '“¥” may be JPY, CNY. Write its three letters, such as USD, EUR or JPY.'],
  ['xyz', '“xyz” is not a currency. Write its three letters, such as USD, EUR or JPY.'],
  ['E.UR', '“E.UR” is not a currency. Write its three letters, such as USD, EUR or JPY.'],
])('“%s” is no currency: %s', (cell, message) => {
  expect(new CellRewriter([{ as: 'currency', marks: {} }]).rewrite(0, cell)).toEqual({
    fault: { code: 'currency-unknown', expected: 'an ISO 4217 code such as USD', message },
  })
})
