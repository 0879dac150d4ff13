import { describe, expect, test } from 'vitest'
import { readColumn, readTable } from './read-column.ts'

const amount = (cells: string[], options: Parameters<typeof readColumn>[2] = {}) => readColumn(cells, 'amount', options)

describe('one cell that can be read in one way decides for all', () => {
  test.each([
    { cells: ['1,234', '1,234.56'], texts: ['1234', '1234.56'] },
    { cells: ['1.234', '1.234,56'], texts: ['1234', '1234.56'] },
    { cells: ['1.234', '1,5'], texts: ['1234', '1.5'] },
    { cells: ['1,234', '1,234,567'], texts: ['1234', '1234567'] },
    { cells: ['1.234', '1.234.567'], texts: ['1234', '1234567'] },
    { cells: ['1,234', '12,34,567.00'], texts: ['1234', '1234567'] },
    { cells: ['1,234', '12,34,567'], texts: ['1234', '1234567'] },
    { cells: ['1.234', '0,123'], texts: ['1234', '0.123'] },
    { cells: ['2.500', '10 000,00'], texts: ['2500', '10000'] },
    { cells: ['2,500', '1’234.50'], texts: ['2500', '1234.5'] },
    { cells: ['2.500', '5,-'], texts: ['2500', '5'] },
    { cells: ['1.234', '2,02313E+05'], texts: ['1234', '202313'] },
  ])('$cells', ({ cells, texts }) => {
    expect(amount(cells)).toMatchObject({ texts, asked: [] })
  })
})

test('where both readings fit every amount, the question shows both sums, exactly', () => {
  const read = amount(['1.234', '2,500', '12.345'])
  expect(read.asked).toEqual(['decimal-unclear'])
  expect(read.questions[0]?.options.map(({ effect }) => effect)).toEqual([
    'The column adds up to 2,513.579.',
    'The column adds up to 13,581.5.',
  ])
})

test('a count is whole: the only reading without fractions is taken', () => {
  expect(readColumn(['1.234', '22.500'], 'impressions')).toMatchObject({ texts: ['1234', '22500'], asked: [] })
  expect(readColumn(['1.000', '2.000'], 'impressions')).toMatchObject({ asked: ['decimal-unclear'] })
})

test('a rating and a fraction have no thousands; a rate rarely has', () => {
  expect(readColumn(['82,125'], 'content_score')).toMatchObject({ texts: ['82.125'], asked: [] })
  const rate = readColumn(['1.084'], 'rate', { kind: 'fx' })
  expect(rate.questions).toMatchObject([{ code: 'decimal-unclear', proposed: '.' }])
})

test('an odd cell among many of the other convention is refused, not read', () => {
  const cells = [...Array.from({ length: 40 }, (_, n) => `${n}.50`), '12,50', '1,234']
  const read = amount(cells)
  expect(read.asked).toEqual([])
  expect(read.texts.slice(40)).toEqual(['!decimal-mark-other', '1234'])
})

test('a column that mixes both conventions is asked about', () => {
  const read = amount(['1.234,56', '1,234.56', '1,234'])
  expect(read.asked).toEqual(['decimal-mixed'])
  expect(read.texts.filter((text) => text.startsWith('!'))).toHaveLength(1)
})

test.each([
  ['-5.25', '-5.25'],
  ['5.25-', '-5.25'],
  ['−5.25', '-5.25'],
  ['(5.25)', '-5.25'],
  ['$ (5.25)', '-5.25'],
  ['-$5.25', '-5.25'],
  ['$-5.25', '-5.25'],
  ['+5.25', '5.25'],
  ["'5.25", '5.25'],
  ['US$ 1,027.50', '1027.5'],
  ['Rs.500.25', '500.25'],
  ['$.50', '0.5'],
  ['kr. 12.50', '12.5'],
  ['12.50 kr.', '12.5'],
  ['CHF 1\u2019234.50', '1234.5'],
  ['1\u00a0234.50', '1234.5'],
  ['１２３.５０', '123.5'],
  ['1.2B', '1200000000'],
  ['784.8K', '784800'],
  ['2.3 Mio', '2300000'],
  ['2.5 lakh', '250000'],
  ['12.5k€', '12500'],
  ['$1.1M', '1100000'],
  ['3.5万', '35000'],
  ['4.5 jt', '4500000'],
])('%s is %s', (cell, text) => {
  expect(amount([cell, '0.01'], { answer: (question) => question.options[0]?.value }).texts[0]).toBe(text)
})

test.each(['', '-', '--', '—', 'n/a', 'N/A', 'null', '#N/A', ' ', '\u00a0'])('“%s” is missing, not 0', (cell) => {
  expect(amount([cell, '1.50']).texts[0]).toBe('')
})

test.each([
  ['#DIV/0!', '!error-cell'],
  ['#REF!', '!error-cell'],
  ['#BEZUG!', '!error-cell'],
  ['#######', '!error-cell'],
  ['abc', '!amount-unreadable'],
  ['12 days', '!amount-unreadable'],
  ['5-10', '!amount-unreadable'],
  ['(-5.00)', '!amount-unreadable'],
  ['-5.00 CR', '!amount-unreadable'],
  ['12,34', '!decimal-mark-other'],
  ['1,2,3', '!number-garbled'],
  ['12 34.50', '!number-garbled'],
  ['9.03%', '!percent-unexpected'],
  // English: a million; Spanish: a thousand.
  ['7.5 mil', '!amount-unreadable'],
  ['Rp 1.5 M', '!amount-unreadable'],
  ['₹ 1.2 Cr', '!amount-unreadable'],
])('%s is refused as %s', (cell, text) => {
  const others = Array.from({ length: 30 }, () => '1.50')
  expect(amount([cell, ...others]).texts[0]).toBe(text)
})

test('every fault says what stood there and how to mend it', () => {
  const { faults } = amount(['abc', '#REF!', '9%', '1,2,3', ...Array.from({ length: 30 }, () => '1.50')])
  expect(faults).toHaveLength(4)
  for (const fault of faults) expect(fault).toMatch(/“.+”.+\. ?(Write|Mend|Map)|Write|Mend|Map/)
})

test('a mark of several currencies is asked about, one of a single currency is taken', () => {
  const read = amount(['$10.00', '€ 5.50', '£3.20'], { currency: '' })
  expect(read).toMatchObject({ currencies: ['USD', 'EUR', 'GBP'], asked: ['currency-mark'] })
  expect(amount(['$10.00'], { currency: '', answer: () => 'CAD' }).currencies).toEqual(['CAD'])
})

test('unmarked amounts beside marked ones keep their own currency, and are asked about', () => {
  const read = amount(['10.00', '€5.50'], {
    currency: '',
    answer: ({ code }) => (code === 'currency-missing' ? 'EUR' : undefined),
  })
  expect(read).toMatchObject({ currencies: ['EUR', 'EUR'], asked: ['currency-missing'] })
  expect(amount(['10.00', '€5.50'], { currency: '' }).currencies).toEqual(['', 'EUR'])
})

test.each([
  ['Amount spent (USD)', 'USD'],
  ['Betrag in EUR', 'EUR'],
  ['Cost £', 'GBP'],
  ['Total (€)', 'EUR'],
  ['Spend_AUD', 'AUD'],
  ['Chi phí (VNĐ)', 'VND'],
])('%s says %s', (header, currency) => {
  expect(amount(['10.00'], { header, currency: '' })).toMatchObject({ currencies: [currency], asked: [] })
})

test('a header that contradicts the currency of the file is asked about', () => {
  const read = amount(['10.00'], { header: 'Sales (USD)', currency: 'EUR' })
  expect(read).toMatchObject({ asked: ['currency-missing'], currencies: ['USD'] })
})

test('thousands in a header are asked about', () => {
  const read = amount(['12.5'], { header: 'Kosten in TEUR', answer: ({ proposed }) => proposed })
  expect(read).toMatchObject({ asked: expect.arrayContaining(['header-scale']), texts: ['12500'] })
})

test.each([
  ['Cost (micros)', '12500000', '12.5'],
  ['cost_micros', '1', '0.000001'],
  ['Fee in cents', '1250', '12.5'],
  ['Budget (millions)', '1.5', '1500000'],
])('%s is asked about: %s is %s', (header, cell, text) => {
  expect(amount([cell], { header })).toMatchObject({ asked: ['header-scale'], texts: [text] })
})

test('credits are asked about, and proposed as refunds in a column of spend, debits in one of revenue', () => {
  expect(amount(['5.00 CR', '7.00 DR'])).toMatchObject({ texts: ['-5', '7'], asked: ['credit-debit'] })
  expect(readColumn(['5.00 CR', '7.00 DR'], 'revenue')).toMatchObject({ texts: ['5', '-7'], asked: ['credit-debit'] })
  expect(amount(['7.00 DR', '1.00 DR'])).toMatchObject({ texts: ['7', '1'], asked: [] })
})

test('a bank writes what was spent with a minus: asked', () => {
  expect(amount(['-5.00', '-7.00', '1.00'])).toMatchObject({ texts: ['5', '7', '-1'], asked: ['mostly-negative'] })
})

test('decimals beyond those of the currency stay, unless rounding is allowed: then half to even', () => {
  expect(amount(['1.005', '2.0150', '1,234.5']).texts).toEqual(['1.005', '2.015', '1234.5'])
  const options = { rounding: true }
  expect(amount(['1.005', '2.0150', '1,234.5'], options).texts).toEqual(['1', '2.02', '1234.5'])
  expect(amount(['1.5', '2.5', '100'], { ...options, header: 'Cost (JPY)', currency: '' }).texts).toEqual([
    '2',
    '2',
    '100',
  ])
  expect(amount(['1.2345', '1'], { ...options, header: 'Cost (KWD)', currency: '' }).texts).toEqual(['1.234', '1'])
  expect(amount(['4.8899999999999997', '0.28499999999999998'], options).texts).toEqual(['4.89', '0.28'])
})

test('noise of floats does not reach a sum that is shown', () => {
  const { questions } = amount(['60634.34999999999', '0.1'], { currency: '' })
  expect(questions[0]?.options[0]?.effect).toBe('2 cells, together 60,634.45 in USD')
})

test('a share is a fraction in a margin, and stays a number in a score', () => {
  expect(readColumn(['45%', '0.5', '12.5%'], 'margin', { kind: 'campaigns' }).texts).toEqual(['0.45', '0.5', '0.125'])
  expect(readColumn(['82%', '75'], 'content_score').texts).toEqual(['82', '75'])
})

test('a number cell of a workbook is never ambiguous', () => {
  expect(amount(['1.234', '2.5', '1e-7'], { type: 'number' })).toMatchObject({
    texts: ['1.234', '2.5', '0.0000001'],
    asked: [],
  })
})

test('a count that shows a currency is read and pointed out', () => {
  expect(readColumn(['$100019', '5'], 'reach')).toMatchObject({
    texts: ['100019', '5'],
    noted: ['currency-mark-unexpected'],
  })
})

test('the other columns of a file propose, but money still asks', () => {
  const rows = [
    ['1.234', '3,5'],
    ['2.500', '4,25'],
  ]
  const read = readTable(['amount', 'revenue'], rows, {
    kind: 'performance',
    mapping: { amount: 0, revenue: 1 },
    constants: { currency: 'EUR' },
  })
  expect(read.questions).toMatchObject([
    { id: 'decimal:0', proposed: ',', reason: expect.stringContaining('other columns') },
  ])
})

test('the currency of a line decides what a mark beside its amount means, and may not contradict it', () => {
  const rows = [
    ['$5.00', 'CAD'],
    ['€5.00', 'CAD'],
    ['5.00', '€'],
    ['5.00', 'US Dollar'],
  ]
  const read = readTable(['amount', 'currency'], rows, { kind: 'spend', mapping: { amount: 0, currency: 1 } })
  expect(read).toMatchObject({
    columns: [
      ['5', '!currency-conflict', '5.00', '5.00'],
      ['CAD', 'CAD', 'EUR', 'USD'],
    ],
    questions: [],
  })
})
