import { describe, expect, test } from 'vitest'
import type { CellType } from '../../../functions/domain/reading/columns/column-facts.ts'
import type { NumberPlan } from '../../../functions/domain/reading/columns/column-plan.ts'
import { NumberRewriter } from '../../../functions/domain/reading/columns/rewrite-number.ts'

const plan = (further: Partial<NumberPlan> = {}): NumberPlan => ({
  as: 'number',
  expects: 'amount',
  decimal: '.',
  currency: '',
  marks: {},
  negativeSide: 'credit',
  flipped: false,
  power: 0,
  rounding: false,
  ...further,
})

type Cell = { type?: CellType; rowCurrency?: string }
const rewrite = (further: Partial<NumberPlan>, cell: string, { type, rowCurrency = '' }: Cell = {}) =>
  new NumberRewriter(plan(further)).rewrite(cell, type, rowCurrency)
const faulty = (code: string, expected: string, message: string) => ({ fault: { code, expected, message } })

describe('the usual cell stays as it is, or loses its mark of thousands', () => {
  test.each([
    ['.', '1234', '1234'],
    ['.', '-5.50', '-5.50'],
    ['.', '007', '007'],
    ['.', '1,234', '1234'],
    ['.', '1.234', '1.234'],
    ['.', '2.0150', '2.015'],
    [',', '5,50', '5.50'],
    [',', '1.234', '1234'],
    [',', '1,234', '1.234'],
    [',', '1234', '1234'],
  ] as const)('decimal mark %s: %s is %s', (decimal, cell, text) => {
    expect(rewrite({ decimal }, cell)).toEqual({ text })
  })

  test('a number cell of a workbook has a point, whatever its column writes', () => {
    expect(rewrite({ decimal: ',' }, '1.20', { type: 'number' })).toEqual({ text: '1.20' })
    expect(rewrite({ decimal: ',' }, '1.234', { type: 'number' })).toEqual({ text: '1.234' })
    expect(rewrite({ decimal: ',' }, '1e-7', { type: 'number' })).toEqual({ text: '0.0000001' })
    expect(rewrite({ decimal: ',' }, '2.5e-1', { type: 'number' })).toEqual({ text: '0.25' })
  })
})

test.each(['', ' ', '-', 'n/a'])('“%s” is missing', (cell) => {
  expect(rewrite({ currency: 'USD' }, cell)).toEqual({ text: '' })
})

describe('the currency of an amount', () => {
  test.each([
    ['5', {}, '', { text: '5' }],
    ['5', { currency: 'USD' }, '', { text: '5', currency: 'USD' }],
    ['5', { currency: 'USD' }, 'CAD', { text: '5' }],
    ['+5', {}, '', { text: '5' }],
    ['+5', { currency: 'USD' }, '', { text: '5', currency: 'USD' }],
    ['+5', { currency: 'USD' }, 'CAD', { text: '5' }],
    ['$5', { currency: 'EUR' }, '', { text: '5', currency: 'USD' }],
    ['$5', { marks: { $: 'AUD' } }, '', { text: '5', currency: 'AUD' }],
    ['$5', { marks: { $: 'AUD' } }, 'CAD', { text: '5' }],
  ] as const)('%s in %j, its line in “%s”', (cell, further, rowCurrency, rewritten) => {
    expect(rewrite(further, cell, { rowCurrency })).toEqual(rewritten)
  })

  test('a mark may not contradict the line', () => {
    expect(rewrite({}, '€5', { rowCurrency: 'CAD' })).toEqual(
      faulty(
        'currency-conflict',
        'an amount in CAD',
        '“€5” shows another currency than CAD, which its line names. Correct the one or the other.',
      ),
    )
  })

  test('what is no money has none, whatever is written beside it', () => {
    expect(rewrite({ expects: 'count', currency: '' }, '€5', { rowCurrency: 'CAD' })).toEqual({ text: '5' })
    expect(rewrite({ expects: 'count', currency: 'USD' }, '+5')).toEqual({ text: '5' })
  })
})

describe('signs', () => {
  test.each([
    ['5 CR', {}, '-5'],
    ['5 DR', {}, '5'],
    ['5 CR', { negativeSide: 'debit' }, '5'],
    ['5 DR', { negativeSide: 'debit' }, '-5'],
    ['-5', { flipped: true }, '5'],
    ['5', { flipped: true }, '-5'],
    ['(5)', {}, '-5'],
    ['5 CR', { flipped: true }, '5'],
  ] as const)('%s in %j is %s', (cell, further, text) => {
    expect(rewrite(further, cell)).toEqual({ text })
  })
})

describe('powers and shares', () => {
  test.each([
    ['1.5', { power: 3 }, '1500'],
    ['1250', { power: -2 }, '12.5'],
    ['1.5K', {}, '1500'],
    ['1.5K', { power: 3 }, '1500000'],
    ['45%', { expects: 'fraction' }, '0.45'],
    ['45', { expects: 'fraction' }, '45'],
    ['82%', { expects: 'score' }, '82'],
  ] as const)('%s in %j is %s', (cell, further, text) => {
    expect(rewrite(further, cell)).toEqual({ text })
  })

  test.each([
    ['amount', 'amounts of money'],
    ['count', 'plain numbers'],
    ['rate', 'plain numbers'],
  ] as const)('no percentage is an %s', (expects, wanted) => {
    expect(rewrite({ expects }, '9%')).toEqual(
      faulty(
        'percent-unexpected',
        'a number, not a share',
        `“9%” is a percentage, but this column should hold ${wanted}. Map another column, or write the number itself.`,
      ),
    )
  })
})

describe('where rounding is allowed, amounts have the decimals of their currency', () => {
  test.each([
    ['1.005', 'USD', '1'],
    ['1.015', 'USD', '1.02'],
    ['-1.0151', 'USD', '-1.02'],
    ['1.5', 'USD', '1.5'],
    ['2.5', 'JPY', '2'],
    ['1.2345', 'KWD', '1.234'],
    ['4.8899999999999997', 'USD', '4.89'],
    ['1.005', '', '1'],
  ])('%s %s is %s', (cell, currency, text) => {
    expect(rewrite({ rounding: true, currency }, cell)).toMatchObject({ text })
  })

  test('also by the currency that the line names, or that a mark shows', () => {
    expect(rewrite({ rounding: true }, '2.5', { rowCurrency: 'JPY' })).toEqual({ text: '2' })
    expect(rewrite({ rounding: true, currency: 'USD' }, '¥2.5')).toEqual({ text: '2', currency: 'JPY' })
  })

  test('a rate is never rounded', () => {
    expect(rewrite({ rounding: true, expects: 'rate' }, '1.08412')).toEqual({ text: '1.08412' })
  })
})

describe('what cannot be read says what stood there and how to write it', () => {
  test.each([
    ['.', 'amount', 'abc', 'amount-unreadable', 'a number such as 1234.56', 'Write it like 1234.56.'],
    [',', 'rate', 'abc', 'amount-unreadable', 'a number such as 1234,56', 'Write it like 1234,56.'],
    [
      '.',
      'count',
      'abc',
      'not-a-whole-number',
      'a whole number',
      'Write digits, or leave the cell empty if the figure is not known.',
    ],
  ] as const)('decimal mark %s, %s: %s', (decimal, expects, cell, code, expected, mend) => {
    expect(rewrite({ decimal, expects }, cell)).toEqual(faulty(code, expected, `“${cell}” is not a number. ${mend}`))
  })

  test('a date among amounts is no number', () => {
    expect(rewrite({}, '(5)', { type: 'date' })).toMatchObject({ fault: { code: 'amount-unreadable' } })
  })

  test('a formula that failed is mended in the spreadsheet', () => {
    expect(rewrite({}, '#REF!')).toEqual(
      faulty(
        'error-cell',
        'a value',
        '“#REF!” is a formula that failed in the spreadsheet. Mend it there, or write the value into the cell.',
      ),
    )
  })

  test.each([
    ['.', '12,34', 'comma', 'point', '1,234.56'],
    [',', '12.34', 'point', 'comma', '1.234,56'],
  ] as const)('decimal mark %s: %s is written the other way', (decimal, cell, foreign, own, example) => {
    expect(rewrite({ decimal }, cell)).toEqual(
      faulty(
        'decimal-mark-other',
        `a number such as ${example}`,
        `“${cell}” has a ${foreign} before its decimals, but the column is read with a ${own}, as in ${example}. Write this cell like the others.`,
      ),
    )
  })

  test.each([
    ['.', '1,2,3', '1,234.56'],
    [',', '1.2.3', '1.234,56'],
  ] as const)('decimal mark %s: %s is grouped like no number', (decimal, cell, example) => {
    expect(rewrite({ decimal }, cell)).toEqual(
      faulty(
        'number-garbled',
        `a number such as ${example}`,
        `The digits of “${cell}” are not grouped like a number. Write it like ${example}.`,
      ),
    )
  })
})
