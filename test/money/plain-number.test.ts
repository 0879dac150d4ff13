import { expect, test } from 'vitest'
import { PlainNumber } from '../../functions/domain/money/plain-number.ts'

const [point, comma] = [46, 44]

function scan(text: string) {
  const plain = new PlainNumber()
  return plain.scan(text) ? { ...plain, maybeThousands: plain.maybeThousands } : false
}

test.each([
  ['0', { negative: false, units: 0, digits: 1, places: 0, mark: 0, zeroLed: true }],
  ['9', { negative: false, units: 9, digits: 1, places: 0, mark: 0, zeroLed: false }],
  ['-12', { negative: true, units: 12, digits: 2, places: 0, mark: 0, zeroLed: false }],
  ['-012', { negative: true, units: 12, digits: 3, places: 0, mark: 0, zeroLed: true }],
  ['1234.56', { negative: false, units: 123_456, digits: 6, places: 2, mark: point, zeroLed: false }],
  ['-1234,5', { negative: true, units: 12_345, digits: 5, places: 1, mark: comma, zeroLed: false }],
  ['.5', { negative: false, units: 5, digits: 1, places: 1, mark: point, zeroLed: false }],
  [
    '-123456789012.345',
    { negative: true, units: 123_456_789_012_345, digits: 15, places: 3, mark: point, zeroLed: false },
  ],
])('%s is scanned', (text, expected) => {
  expect(scan(text)).toMatchObject(expected)
})

test('before any scan it holds nothing', () => {
  expect({ ...new PlainNumber() }).toEqual({ negative: false, units: 0, digits: 0, places: 0, mark: 0, zeroLed: false })
})

test.each([
  ['12.5', 125],
  ['-12.5', -125],
  ['-0', 0],
  ['0', 0],
])('%s is %i, the mark left out', (text, value) => {
  const plain = new PlainNumber()
  plain.scan(text)
  expect(Object.is(plain.value, value)).toBe(true)
})

test('one scan leaves nothing to the next', () => {
  const plain = new PlainNumber()
  plain.scan('-012.345')
  plain.scan('7')
  expect({ ...plain }).toEqual({ negative: false, units: 7, digits: 1, places: 0, mark: 0, zeroLed: false })
})

test.each([
  '',
  '-',
  '.',
  '-,',
  '5.',
  '-5,',
  '1.2.3',
  '.1.2',
  '1,2.3',
  '1.2,3',
  '+5',
  '5-',
  '1 2',
  '1/2',
  '1:2',
  '5e3',
  '1234567890123456',
])('“%s” is left to the patterns', (text) => {
  expect(scan(text)).toBe(false)
})

test.each([
  ['1.234', true],
  ['12,345', true],
  ['-123.456', true],
  ['1234.567', false],
  ['1.23', false],
  ['1.2345', false],
  ['12345', false],
  ['.123', false],
  ['0.123', false],
])('%s may be thousands: %s', (text, maybeThousands) => {
  expect(scan(text)).toMatchObject({ maybeThousands })
})
