import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { UploadKind } from '../../functions/contract/upload.ts'
import { kindFields, templateCsv } from '../../functions/domain/ingest/kinds.ts'
import { headerNames } from '../../functions/domain/reading/columns/header-names.ts'
import { guessKind, guessKindOf, guessKindOfText, splitCells } from '../../web/src/pages/uploads/guess-kind.ts'

test.each(UploadKind.options)('the template of %s is known again', (kind) => {
  expect(guessKindOfText(templateCsv(kind))).toBe(kind)
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
  { header: ['Name', 'Subtotal', 'Created at', 'Lineitem quantity'], kind: 'results' },
  { header: ['Umsatz (ohne Soll/Haben-Kz)', 'Konto', 'Belegdatum'], kind: 'spend' },
  { header: ['Rechnungsdatum', 'Betrag netto'], kind: 'spend' },
  { header: [], kind: null },
])('$header is $kind', ({ header, kind }) => expect(guessKind(header)).toBe(kind))

test('cells are split by the delimiter that a line has most of, with their quotes off', () => {
  expect(splitCells('"Line, ID";"Amount"\tx ;Date')).toEqual(['Line, ID', 'Amount\tx', 'Date'])
  expect(splitCells('a\tb')).toEqual(['a', 'b'])
  expect(splitCells('')).toEqual([''])
})

test('titles, remarks and blank lines above the header tell nothing', () => {
  expect(
    guessKindOfText('\uFEFF\r\n# Report, all spend\r\nAusgaben im März;;\r\n\r\nDatum;Influencer;Betrag\r\n1;2;3'),
  ).toBe('spend')
  expect(guessKindOfText('a,b\n1,2\n')).toBeNull()
})

/** Each word of another language with the field that the service takes it for. */
const foreign = {
  amount: ['Betrag', 'Nettobetrag', 'Kosten', 'Montant', 'Importe', 'Custo', 'Biaya', 'Chi phí', 'Số tiền'],
  impressions: ['Impressionen', 'Vues', 'Impresiones', 'Impressões', 'Tayangan', 'Lượt xem'],
  reach: ['Reichweite', 'Portée', 'Alcance', 'Jangkauan'],
  clicks: ['Klicks', 'Clics', 'Cliques', 'Klik', 'Lượt nhấp'],
  conversions: ['Bestellungen', 'Commandes', 'Pedidos', 'Pesanan', 'Đơn hàng'],
  revenue: ['Umsatz', 'Ingresos', 'Receita', 'Pendapatan', 'Doanh thu'],
}
test.each(Object.entries(foreign).flatMap(([field, headers]) => headers.map((header) => ({ field, header }))))(
  '$header is told in its language, as the service reads it',
  ({ field, header }) => {
    expect(guessKind(['Datum', header])).toBe(field === 'amount' ? 'spend' : 'results')
    expect(headerNames[field]?.split(',').map((name) => name.trim().replace(/\s+/g, ' '))).toContain(
      header.toLowerCase(),
    )
  },
)

test('a currency in brackets belongs to the name of an amount', () => {
  expect(guessKind(['Day', 'Amount spent (USD)'])).toBe('spend')
})

test.each([
  ['UTF-16', Buffer.from('\uFEFFday\tcreator\tcost\n', 'utf16le')],
  ['Windows-1252', Buffer.from('Datum;Frühling;Kosten\n', 'latin1')],
])('a header in %s is read', async (_, bytes) => {
  expect(await guessKindOf(new Blob([bytes]))).toBe('spend')
})

test.each([
  { rows: [['Spend of March'], [], ['Date', 'Creator', 'Amount', 'Currency'], ['x', '@a', 1, 'EUR']], kind: 'spend' },
  { rows: [['Date', 'Post', 'Impressions']], kind: 'results' },
  { rows: [['a', 'b']], kind: null },
])('the texts of a workbook tell its kind: $kind', async ({ rows, kind }) => {
  const bytes = await writeXlsx({ sheets: [{ name: 'Data', rows }] })
  expect(await guessKindOf(new Blob([new Uint8Array(bytes)]))).toBe(kind)
})

test('a damaged workbook tells nothing', async () => {
  const bytes = new Uint8Array(await writeXlsx({ sheets: [{ name: 'Data', rows: [['Date', 'Amount']] }] }))
  expect(await guessKindOf(new Blob([bytes.slice(0, 300)]))).toBeNull()
})

test('only the beginning of a file is read, whatever it holds', async () => {
  expect(await guessKindOf(new Blob(['date,amount,currency\n', 'x'.repeat(200_000)]))).toBe('spend')
  expect(await guessKindOf(new Blob([new Uint8Array([0xff, 0xfe, 0, 1])]))).toBeNull()
})
