import { expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { parseDay } from '../../functions/domain/calendar.ts'
import { CellReader, FaultyCell } from '../../functions/domain/ingest/cells.ts'

const cells = () => new CellReader()
function faultOf(read: () => unknown) {
  try {
    read()
  } catch (error) {
    if (error instanceof FaultyCell) return error.fault
  }
  throw new Error('the cell was read')
}

test('the first and the last day of the books are days, the ones beside them are not', () => {
  expect(cells().day(limits.dateMin)).toBe(parseDay(limits.dateMin))
  expect(cells().day(limits.dateMax)).toBe(parseDay(limits.dateMax))
  expect(faultOf(() => cells().day('1989-12-31'))).toMatchObject({ code: 'date-out-of-range' })
  expect(faultOf(() => cells().day('2100-01-01'))).toMatchObject({ code: 'date-out-of-range' })
})

test.each([
  ['0', 0],
  ['-0', 0],
  ['-0.0', 0],
  ['7', 7],
  ['90', 90],
  ['09', 9],
  ['123456789012345', 123_456_789_012_345],
  ['42.', 42],
  ['42.0', 42],
  ['42.00', 42],
  [' 42 ', 42],
  ['', null],
  ['  ', null],
])('“%s” counts %s', (cell, count) => {
  expect(Object.is(cells().count(cell), count)).toBe(true)
})

test.each(['42.000', '1234567890123456', '1 000', '4/2', '4:2', 'x'])(
  '“%s” is no count, and it is said how to write one',
  (cell) => {
    expect(faultOf(() => cells().count(cell))).toEqual({
      code: 'not-a-whole-number',
      expected: 'a whole number, digits only',
      message: `“${cell}” is not a whole number. Write digits only, without spaces, commas or units.`,
    })
  },
)

test('an amount without a currency says what is missing', () => {
  expect(faultOf(() => cells().amount('5.00', ''))).toEqual({
    code: 'currency-missing',
    expected: 'an ISO 4217 code such as USD',
    message: 'There is an amount (5.00) but no currency. Fill in the currency column.',
  })
})

test('the decimals of a currency are known once a cell has named it', () => {
  const reader = cells()
  expect(reader.exponent('JPY')).toBeUndefined()
  expect(reader.currency(' jpy ')).toBe('JPY')
  expect(reader.exponent('JPY')).toBe(0)
})

test('noise behind the 15th digit is counted, an exact amount is not', () => {
  const reader = cells()
  reader.currency('USD')
  expect(reader.amount('4.89', 'USD')).toBe(489)
  expect(reader.noisy).toBe(0)
  expect(reader.amount('4.8899999999999997', 'USD')).toBe(489)
  expect(reader.noisy).toBe(1)
})

test('a score may stand between blanks, or be none', () => {
  expect(cells().score(' 87.5 ')).toBe(8750)
  expect(cells().score(' ')).toBeNull()
  expect(faultOf(() => cells().score('high'))).toEqual({
    code: 'score-unreadable',
    expected: 'a number from 0 to 100',
    message: '“high” is not a score. Write a number from 0 to 100 with at most two decimals.',
  })
})
