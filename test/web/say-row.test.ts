import { expect, test } from 'vitest'
import type { RowValues, UploadRow } from '../../functions/contract/upload-rows.ts'
import { sayRow, toRowsCsv } from '../../web/src/pages/uploads/say-row.ts'

const nothing: RowValues = {
  date: '2026-03-02',
  campaign: 'Spring',
  creator: '@anna',
  platform: null,
  post: null,
  lineId: null,
  category: null,
  reference: null,
  status: null,
  amountMinor: null,
  currency: null,
  measures: {},
}
const aRow = (values: Partial<RowValues>, was: RowValues[] = []): UploadRow => ({
  line: 2,
  status: 'new',
  row: { ...nothing, ...values },
  was,
})

/** Cells of the first row by the names of their columns. */
function cellsOf(row: UploadRow): Record<string, string> {
  const [header = '', line = ''] = toRowsCsv([row]).replace('\uFEFF', '').split('\r\n')
  const cells = line.split(',')
  return Object.fromEntries(header.split(',').map((name, at) => [name, cells[at] ?? '']))
}

test.each([
  ['USD', 5, '0.05'],
  ['USD', -123_456, '-1234.56'],
  ['JPY', 1300, '1300'],
  ['KWD', 1234, '1.234'],
  // Where what a browser shows by default differs from ISO 4217.
  ['IQD', 1234, '1.234'],
  ['AFN', 1234, '12.34'],
])('in %s, %s minor units are %s in a download', (currency, amountMinor, text) => {
  expect(cellsOf(aRow({ currency, amountMinor })).amount).toBe(text)
})

test('money of results is decimal, counts are whole, scores are out of their hundredths', () => {
  const row = aRow({ currency: 'USD', measures: { clicks: 30, revenue: 1050, contentScore: 8750 } })
  expect(cellsOf(row)).toMatchObject({ clicks: '30', revenue: '10.50', contentScore: '87.5', amount: '' })
  expect(sayRow(row.row as RowValues)).toBe('clicks 30 · revenue $10.50 · content score 87.5')
})

test('of what a correction replaces only what differs is said, and all of it is downloaded', () => {
  const before = { ...nothing, currency: 'USD', amountMinor: 400, lineId: 'S-1' }
  const row = aRow({ currency: 'USD', amountMinor: 440, lineId: 'S-1' }, [before])
  expect(sayRow(before, row.row ?? undefined)).toBe('$4.00')
  expect(cellsOf(row)).toMatchObject({ amount: '4.40', 'amount before': '4.00', 'lineId before': 'S-1' })
})
