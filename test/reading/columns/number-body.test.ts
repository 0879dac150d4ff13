import { expect, test } from 'vitest'
import {
  type DecimalMark,
  movePoint,
  readBody,
  readParts,
} from '../../../functions/domain/reading/columns/number-body.ts'
import { type NumberParts, splitNumber } from '../../../functions/domain/reading/columns/number-text.ts'

const digits = (digits: string, places: number) => ({ digits, places })

test.each([
  ['1234', digits('1234', 0)],
  ['1234.5', digits('12345', 1)],
  ['.50', digits('50', 2)],
  ['0.123', digits('0123', 3)],
  ['1,234', digits('1234', 0)],
  ['12,345.67', digits('1234567', 2)],
  ['123,456,789', digits('123456789', 0)],
  ["1'234'567.5", digits('12345675', 1)],
  ['1 234 567', digits('1234567', 0)],
  // Lakhs and crores.
  ['1,23,456', digits('123456', 0)],
  ['12,34,567.00', digits('123456700', 2)],
  ['1,23,45,678', digits('12345678', 0)],
])('with a decimal point %s reads', (body, expected) => {
  expect(readBody(body, '.')).toEqual(expected)
})

test.each([
  '1.234.5',
  '1,23',
  '1,2345',
  '1234,567',
  '0,123',
  '01,234',
  '0,12,345',
  '1,234 567',
  "1'234,567",
  '1,,234',
  '123,45,678',
  '1,2,345',
  '1,23,45',
  '1.',
  ',234',
  '1.5 ',
  ' 1.5',
])('with a decimal point “%s” is no number', (body) => {
  expect(readBody(body, '.')).toBeUndefined()
})

test.each([
  ['1234', digits('1234', 0)],
  ['1234,5', digits('12345', 1)],
  [',50', digits('50', 2)],
  ['0,123', digits('0123', 3)],
  ['1.234', digits('1234', 0)],
  ['12.345,67', digits('1234567', 2)],
  ["123'456'789", digits('123456789', 0)],
  ['1 234 567,5', digits('12345675', 1)],
])('with a decimal comma %s reads', (body, expected) => {
  expect(readBody(body, ',')).toEqual(expected)
})

test.each([
  '1,234,5',
  '1.23',
  '1.2345',
  '1234.567',
  '0.123',
  '1.234 567',
  '12.34.567',
  '1..234',
  '1,',
  '.234',
  '1,5 ',
  ' 1,5',
])('with a decimal comma “%s” is no number', (body) => {
  expect(readBody(body, ',')).toBeUndefined()
})

test.each([
  ['5,-', ',', digits('5', 0)],
  ['5,-', '.', undefined],
  ['5.-', '.', digits('5', 0)],
  ['5.-', ',', undefined],
  ['2,5E+05', ',', digits('250000', 0)],
  ['2,500E+05', '.', undefined],
  ['2.500E+05', '.', digits('250000', 0)],
  ['2.500E+05', ',', undefined],
  // Programs other than spreadsheets may well write more digits before the mark.
  ['12.500E+01', ',', digits('125000', 0)],
  ['12,500E+01', '.', digits('125000', 0)],
  ['2.500K', ',', digits('2500000', 0)],
  ['1.5', '.', digits('15', 1)],
  ['1.25K', '.', digits('1250', 0)],
  ['1.2345K', '.', digits('12345', 1)],
  ['1e-07', '.', digits('1', 7)],
  ['1,2,3', '.', undefined],
] as [string, DecimalMark, unknown][])('%s with the decimal mark %s', (text, mark, expected) => {
  expect(readParts(splitNumber(text) as NumberParts, mark)).toEqual(expected)
})

test.each([
  [2, digits('12345', 1)],
  [3, digits('12345', 0)],
  [4, digits('123450', 0)],
  [0, digits('12345', 3)],
  [-2, digits('12345', 5)],
])('12.345 times ten to the power of %i', (power, expected) => {
  expect(movePoint(digits('12345', 3), power)).toEqual(expected)
})
