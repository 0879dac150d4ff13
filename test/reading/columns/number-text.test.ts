import { expect, test } from 'vitest'
import { type NumberParts, splitNumber } from '../../../functions/domain/reading/columns/number-text.ts'

const parts = (body: string, further: Partial<NumberParts> = {}): NumberParts => ({
  body,
  negative: false,
  power: 0,
  percent: false,
  mark: '',
  side: '',
  scientific: false,
  noCents: '',
  ...further,
})
const negative = true
const percent = true

test.each([
  ['5', parts('5')],
  ['1.234,56', parts('1.234,56')],
  ['1 234.50', parts('1 234.50')],
  ['.50', parts('.50')],
  [',5', parts(',5')],
])('“%s” is digits and marks only', (text, expected) => {
  expect(splitNumber(text)).toEqual(expected)
})

test.each([
  ['-5.25', parts('5.25', { negative })],
  ['- 5.25', parts('5.25', { negative })],
  ['5.25-', parts('5.25', { negative })],
  ['5.25 -', parts('5.25', { negative })],
  ['(5.25)', parts('5.25', { negative })],
  ['( 5.25 )', parts('5.25', { negative })],
  ['(5', undefined],
  ['(55', undefined],
  ['5)', undefined],
  ['+5.25', parts('5.25')],
  ['+ 5.25', parts('5.25')],
  ['--5', undefined],
  ['++5', undefined],
  ['+-5', undefined],
  ['5+', undefined],
])('of signs one is read: %s', (text, expected) => {
  expect(splitNumber(text)).toEqual(expected)
})

test.each([
  ['9,03%', parts('9,03', { percent })],
  ['9,03 %', parts('9,03', { percent })],
  ['%5', parts('5', { percent })],
  ['% 5', parts('5', { percent })],
  ['-5%', parts('5', { percent, negative })],
  ['5%%', undefined],
  ['5%5', undefined],
])('of marks of percent one is read: %s', (text, expected) => {
  expect(splitNumber(text)).toEqual(expected)
})

test.each([
  ['5,-', parts('5', { noCents: ',' })],
  ['5.-', parts('5', { noCents: '.' })],
  ['5,--', parts('5', { noCents: ',' })],
  ['1.234,-', parts('1.234', { noCents: ',' })],
  ['-5,-', parts('5', { noCents: ',', negative })],
  ['CHF 5.-', parts('5', { noCents: '.', mark: 'chf' })],
  ['5,-- €', parts('5', { noCents: ',', mark: '€' })],
  ['5,---', parts('5', { noCents: ',', negative })],
  ['5,-,-', undefined],
])('a dash for no cents names the decimal mark: %s', (text, expected) => {
  expect(splitNumber(text)).toEqual(expected)
})

test.each([
  ['$5', parts('5', { mark: '$' })],
  ['US$ 5', parts('5', { mark: 'us$' })],
  ['5€', parts('5', { mark: '€' })],
  ['5 EUR', parts('5', { mark: 'eur' })],
  ['$.50', parts('.50', { mark: '$' })],
  ['R$.50', parts('.50', { mark: 'r$' })],
  ['$  5', parts('5', { mark: '$' })],
  ['Rs 5.00', parts('5.00', { mark: 'rs' })],
  ['Rs.500', parts('500', { mark: 'rs' })],
  ['Rs. 500', parts('500', { mark: 'rs' })],
  ['S/.50', parts('50', { mark: 's/' })],
  ['12 kr.', parts('12', { mark: 'kr' })],
  ['$-5', parts('5', { mark: '$', negative })],
  ['($5)', parts('5', { mark: '$', negative })],
  ['$5$', undefined],
  ['$5 EUR', undefined],
  ['5 days', undefined],
  ['days 5', undefined],
  ['day5', undefined],
  ['5 kr..', undefined],
])('of currency marks one is read: %s', (text, expected) => {
  expect(splitNumber(text)).toEqual(expected)
})

test.each([
  ['784.8K', parts('784.8', { power: 3 })],
  ['1,1 Mio.', parts('1,1', { power: 6 })],
  ['2 M', parts('2', { power: 6 })],
  ['$1.1M', parts('1.1', { power: 6, mark: '$' })],
  ['5K€', parts('5', { power: 3, mark: '€' })],
  ['5€K', parts('5', { power: 3, mark: '€' })],
  ['5 Mio€', parts('5', { power: 6, mark: '€' })],
  ['$K 5', parts('5', { power: 3, mark: '$' })],
  ['5kEUR', parts('5', { power: 3, mark: 'eur' })],
  ['5 MUSD', parts('5', { power: 6, mark: 'usd' })],
  ['5K K', undefined],
  ['K5K', undefined],
  ['5 K€ K', undefined],
  ['$5K€', undefined],
  ['5 days€', undefined],
  ['5 EUR€', undefined],
  ['5 €Mio', parts('5', { power: 6, mark: '€' })],
  ['5 K€x', undefined],
  ['5 €K€', undefined],
  ['5 K€K', undefined],
  ['5 kEURO', undefined],
  ['5 akEUR', undefined],
  ['5 K☺', undefined],
])('of powers of ten one is read, also beside a mark: %s', (text, expected) => {
  expect(splitNumber(text)).toEqual(expected)
})

test.each([
  ['2E+11', parts('2', { scientific: true, power: 11 })],
  ['2e11', parts('2', { scientific: true, power: 11 })],
  ['2,5e-07', parts('2,5', { scientific: true, power: -7 })],
  ['-2E+1', parts('2', { scientific: true, power: 1, negative })],
  ['2E+011', undefined],
  ['E5', undefined],
  ['2E', undefined],
  ['2E5E5', undefined],
  ['2e3K', undefined],
])('powers of ten as programs write them: %s', (text, expected) => {
  expect(splitNumber(text)).toEqual(expected)
})

test.each([
  ['5 CR', parts('5', { side: 'credit' })],
  ['5 Dr.', parts('5', { side: 'debit' })],
  ['CR 5', parts('5', { side: 'credit' })],
  ['€5 CR', parts('5', { side: 'credit', mark: '€' })],
  ['-5 CR', undefined],
  ['+5 CR', undefined],
  ['CR 5 DR', undefined],
])('a side of the books stands without a sign: %s', (text, expected) => {
  expect(splitNumber(text)).toEqual(expected)
})

test.each([
  ['₹5 Cr', undefined],
  ['INR 5 Cr', undefined],
  ['Rs 5 Cr', undefined],
  ['₹5', parts('5', { mark: '₹' })],
  ['Rp 5 M', undefined],
  ['IDR 5 M', undefined],
  ['Rp 5 m', parts('5', { mark: 'rp', power: 6 })],
  ['Rp 5 jt', parts('5', { mark: 'rp', power: 6 })],
  ['Rp 5', parts('5', { mark: 'rp' })],
  ['$5 M', parts('5', { mark: '$', power: 6 })],
])('beside rupees and rupiah some words mean two things: %s', (text, expected) => {
  expect(splitNumber(text)).toEqual(expected)
})

test.each([
  ['1\u20192\u20183\u02bc4\u00b45\u20326\uff077`8', parts("1'2'3'4'5'6'7'8")],
  ['1\u00a0234\u202f567\t8', parts('1 234 567 8')],
  ['\u200b\ufeff5\u200e', parts('5')],
  ['\u22125', parts('5', { negative })],
  ['\u20135', parts('5', { negative })],
  ['１２３．５０', parts('123.50')],
  ["'5", parts('5')],
  ["''5", undefined],
  [' 5 ', parts('5')],
  // What turns text round is not read: it would show another number.
  ['\u202e5', undefined],
])('letters of one look are one letter: %j', (text, expected) => {
  expect(splitNumber(text)).toEqual(expected)
})

test('sixty characters may be a number, more are none', () => {
  expect(splitNumber('1'.repeat(60))).toEqual(parts('1'.repeat(60)))
  expect(splitNumber('1'.repeat(61))).toBeUndefined()
})

test.each(['', 'abc', '-', '%', '$', '1/2', '5 5x5', "5'", '5.', "5'", '.', 'x5', '5-5', '1:2'])(
  '“%s” is no number',
  (text) => {
    expect(splitNumber(text)).toBeUndefined()
  },
)
