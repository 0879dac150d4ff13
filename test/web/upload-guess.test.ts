import { expect, test } from 'vitest'
import { UploadKind } from '../../functions/contract/upload.ts'
import { kindFields, templateCsv } from '../../functions/domain/ingest/kinds.ts'
import { guessKind, guessKindOf, readHeader } from '../../web/src/pages/uploads/guess-kind.ts'

test.each(UploadKind.options)('the template of %s is known again', (kind) => {
  expect(guessKind(readHeader(templateCsv(kind)))).toBe(kind)
})

const synonymsOf = (kind: UploadKind, name: string): string[] => {
  const field = kindFields[kind].find((found) => found.name === name)
  return field ? [field.name, ...field.synonyms] : []
}

test.each(synonymsOf('spend', 'amount'))('a file whose cost is called %s is spend', (amount) => {
  expect(guessKind(['Date', 'Creator', amount.toUpperCase(), 'Currency'])).toBe('spend')
  expect(guessKind(['Date', 'Creator', amount, 'Currency', 'Impressions'])).toBe('performance')
})

const measures = [
  'impressions',
  'reach',
  'engagements',
  'comments',
  'saves',
  'shares',
  'clicks',
  'conversions',
  'revenue',
]
test.each(measures.flatMap((name) => synonymsOf('results', name)))('a file with %s is results', (measure) => {
  expect(guessKind(['date', 'creator', measure])).toBe('results')
})

test.each([
  { header: ['a', 'b'], kind: null },
  { header: ['date', 'creator'], kind: null },
  { header: ['campaign', 'budget', 'cost'], kind: null },
  { header: ['Name', 'Subscribers', 'Country'], kind: 'creators' },
  { header: ['Date', 'Base', 'Quote', 'Exchange rate'], kind: 'fx' },
  { header: [], kind: null },
])('$header is $kind', ({ header, kind }) => expect(guessKind(header)).toBe(kind))

test('the header is the first line that is not blank, by its own delimiter, with its quotes off', () => {
  expect(readHeader('\uFEFF\r\n\r\n"Line, ID";"Amount"\tx ;Date\r\n1;2;3')).toEqual(['Line, ID', 'Amount\tx', 'Date'])
  expect(readHeader('')).toEqual([''])
  expect(readHeader('a\tb\rc')).toEqual(['a', 'b'])
})

test('only the beginning of a file is read, whatever it holds', async () => {
  expect(await guessKindOf(new Blob(['date,amount,currency\n', 'x'.repeat(200_000)]))).toBe('spend')
  expect(await guessKindOf(new Blob([new Uint8Array([0xff, 0xfe, 0, 1])]))).toBeNull()
})
