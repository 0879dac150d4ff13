import { describe, expect, test } from 'vitest'
import { UploadKind } from '../../../functions/contract/upload.ts'
import { kindFields } from '../../../functions/domain/ingest/kinds.ts'
import { FileProfiler } from '../../../functions/domain/reading/columns/file-facts.ts'
import { headerNames } from '../../../functions/domain/reading/columns/header-names.ts'
import { presets } from '../../../functions/domain/reading/columns/presets.ts'
import { findPreset, proposeKinds } from '../../../functions/domain/reading/columns/propose-kind.ts'
import { proposeMapping } from '../../../functions/domain/reading/columns/propose-mapping.ts'

function profile(headers: readonly string[], rows: readonly (readonly string[])[]) {
  const profiler = new FileProfiler(headers)
  rows.forEach((cells, at) => {
    profiler.push({ line: at + 2, cells })
  })
  return profiler.facts()
}

const mapped = (kind: UploadKind, headers: readonly string[], rows: readonly (readonly string[])[]) =>
  Object.fromEntries(proposeMapping(profile(headers, rows), kind).fields.map(({ field, header }) => [field, header]))

test('every field of every kind has names in other languages, but for targets', () => {
  const fields = new Set(UploadKind.options.flatMap((kind) => kindFields[kind].map(({ name }) => name)))
  const without = [...fields].filter((field) => !headerNames[field])
  expect(without.filter((field) => !/^target_(cp|ro)/.test(field))).toEqual([])
})

test('the fields of a template are mapped to themselves', () => {
  for (const kind of UploadKind.options) {
    const fields = kindFields[kind].filter(({ example }) => example !== '')
    const file = profile(
      fields.map(({ name }) => name),
      [fields.map(({ example }) => example)],
    )
    const proposal = proposeMapping(file, kind)
    expect(proposal.fields.filter(({ field, header }) => field !== header)).toEqual([])
    expect(proposal.fields).toHaveLength(fields.length)
  }
})

describe('a ledger in another language', () => {
  test.each([
    [
      'German',
      ['Buchungsdatum', 'Lieferant', 'Kampagne', 'Betrag in EUR', 'Belegnummer', 'Zahlungsstatus'],
      ['12.03.2026', 'Anna GmbH', 'Frühling', '1.250,00', '0042', 'bezahlt'],
    ],
    [
      'French',
      ['Date de facturation', 'Fournisseur', 'Campagne', 'Montant TTC', 'Numéro de transaction', 'Statut'],
      ['12/03/2026', 'Anna SARL', 'Printemps', '1 250,00', '0042', 'payé'],
    ],
    [
      'Spanish',
      ['Fecha', 'Proveedor', 'Campaña', 'Importe', 'Asiento', 'Estado'],
      ['12/03/2026', 'Ana', 'Primavera', '1.250,00', '0042', 'pagado'],
    ],
    [
      'Portuguese',
      ['Data', 'Influenciador', 'Campanha', 'Valor pago', 'ID da transação', 'Situação'],
      ['12/03/2026', 'Ana', 'Primavera', '1.250,00', '0042', 'pago'],
    ],
    [
      'Indonesian',
      ['Tanggal', 'Nama Influencer', 'Kampanye', 'Jumlah', 'ID Transaksi', 'Status Pembayaran'],
      ['12/03/2026', 'Ana', 'Lebaran', '1.250.000', '0042', 'lunas'],
    ],
    [
      'Vietnamese',
      ['Ngày', 'Tên KOL', 'Chiến dịch', 'Số tiền', 'Mã giao dịch', 'Trạng thái'],
      ['12/03/2026', 'Anh', 'Tết', '1.250.000', '0042', 'đã thanh toán'],
    ],
  ])('%s', (_, headers, row) => {
    const [date, creator, campaign, amount, line_id, status] = headers
    expect(mapped('spend', headers, [row])).toMatchObject({ date, creator, campaign, amount, line_id, status })
  })
})

test('a price for one, a share or a mean is no sum', () => {
  const headers = ['Date', 'Avg. CPC', 'Cost / conv.', 'CTR', 'Cost per post', 'Budget', 'Spend']
  const row = ['2026-03-12', '0.50', '12.00', '0.02', '300.00', '900.00', '100.00']
  expect(mapped('performance', headers, [row])).toMatchObject({ amount: 'Spend' })
  expect(Object.values(mapped('performance', headers.slice(0, 6), [row]))).toEqual(['Date'])
})

test('what a column is called last says what it is', () => {
  const headers = ['influencer_category', 'cost type', 'influencer']
  expect(mapped('spend', headers, [['Fitness', 'fee', 'Anna']])).toEqual({
    creator: 'influencer',
    category: 'cost type',
  })
})

test('a column of other contents than its name says is not taken', () => {
  expect(mapped('spend', ['date', 'amount'], [['Anna', 'soon']])).toEqual({})
})

test('no two columns fill one field: the better is proposed, the other listed, with samples and a reason', () => {
  const file = profile(
    ['Amount', 'Total cost'],
    [
      ['10.00', '12.00'],
      ['11.00', '13.00'],
    ],
  )
  const { fields } = proposeMapping(file, 'spend')
  expect(fields).toMatchObject([
    {
      field: 'amount',
      header: 'Amount',
      confidence: 1,
      samples: ['10.00', '11.00'],
      alternatives: [{ header: 'Total cost' }],
    },
  ])
  expect(fields[0]?.reason).not.toBe('')
})

test('a column that only counts the lines names none of them', () => {
  const rows = ['1', '2', '3'].map((n) => [n, `${n}.00`])
  expect(mapped('spend', ['Line no', 'Amount'], rows)).toEqual({ amount: 'Amount' })
  expect(mapped('spend', ['Line no', 'Amount'], rows.toReversed())).toEqual({ line_id: 'Line no', amount: 'Amount' })
})

test('net, gross and tax are told apart and stated', () => {
  const file = profile(['Date', 'Net amount', 'VAT', 'Gross amount'], [['2026-03-01', '100.00', '19.00', '119.00']])
  const { fields, notes } = proposeMapping(file, 'spend')
  expect(fields.find(({ field }) => field === 'amount')).toMatchObject({ header: 'Net amount', basis: 'net' })
  expect(notes.find(({ code }) => code === 'amount-basis')?.text).toBe(
    '“Net amount” is taken as what was spent: without tax. “VAT” is the tax itself and not loaded. “Gross amount” is with tax and not loaded.',
  )
})

test('one spend in two currencies is loaded once, with the currency of its own column', () => {
  const headers = ['Converted currency code', 'Cost (Converted currency)', 'Cost', 'Currency code']
  const file = profile(headers, [
    ['EUR', '11.50', '10.00', 'GBP'],
    ['EUR', '23.00', '20.00', 'GBP'],
  ])
  const { fields, notes } = proposeMapping(file, 'spend')
  expect(Object.fromEntries(fields.map(({ field, header }) => [field, header]))).toEqual({
    amount: 'Cost',
    currency: 'Currency code',
  })
  expect(notes.map(({ code }) => code)).toContain('one-spend-two-currencies')
})

test('two amounts in the currencies of their headers are one spend if they keep one rate', () => {
  const rows = [20, 40, 50, 70, 90, 110].map((euros) => [`${euros}.00`, `${(euros * 1.1).toFixed(2)}`])
  const { notes } = proposeMapping(profile(['Fee (EUR)', 'Paid (USD)'], rows), 'spend')
  expect(notes.map(({ code }) => code)).toContain('one-spend-two-currencies')
})

test('the currency of a header is proposed for all lines', () => {
  const file = profile(['Date', 'Amount spent (USD)'], [['2026-03-01', '100.00']])
  expect(proposeMapping(file, 'spend').constants).toEqual({ currency: 'USD' })
})

test.each<[UploadKind, string[], string[]]>([
  ['spend', ['Date', 'Supplier', 'Amount'], ['2026-03-01', 'Anna', '100.00']],
  ['results', ['Date', 'Campaign', 'Impressions', 'Clicks'], ['2026-03-01', 'Spring', '100', '3']],
  ['performance', ['Date', 'Campaign', 'Impressions', 'Cost'], ['2026-03-01', 'Spring', '100', '3.00']],
  ['creators', ['Handle', 'Platform', 'Followers', 'Niche'], ['@anna', 'instagram', '4800', 'fitness']],
  ['campaigns', ['Campaign', 'Start date', 'End date', 'Budget'], ['Spring', '2026-03-01', '2026-04-01', '100.00']],
  ['aliases', ['Alias', 'Name'], ['Anna Ltd', '@anna']],
  ['fx', ['Date', 'From', 'To', 'Rate'], ['2026-03-01', 'EUR', 'USD', '1.08']],
  ['fx', ['Date', 'USD', 'JPY', 'GBP', 'CHF'], ['2026-03-01', '1.1', '160.1', '0.8', '0.9']],
])('a file of %s is known by %s', (kind, headers, row) => {
  const [best] = proposeKinds(profile(headers, [row]))
  expect(best?.kind).toBe(kind)
  expect(best?.confidence).toBeGreaterThan(0.8)
})

test.each(presets.map((preset) => [preset.name, preset] as const))('%s is known by its headers', (_, preset) => {
  const headers = [...new Set([...preset.known, ...Object.values(preset.fields).flat()])].map((header) =>
    header.replace('*', '(USD)'),
  )
  const file = profile(headers, [])
  expect(findPreset(file)?.name).toBe(preset.name)
  expect(proposeKinds(file)[0]?.kind).toBe(preset.kind)
  const fields = kindFields[preset.kind].map(({ name }) => name)
  expect(Object.keys(preset.fields).filter((field) => !fields.includes(field))).toEqual([])
  expect(findPreset(profile(headers.slice(1), []))?.name).not.toBe(preset.name)
})

test('a column that could number the lines is told not to be loaded where a value repeats', () => {
  const notes = (ids: readonly string[]) => {
    const rows = ids.map((id) => [id, '2026-03-01', '5.00'])
    return proposeMapping(profile(['Transaction ID', 'Date', 'Amount'], rows), 'spend').notes.map(({ code }) => code)
  }
  expect(notes(['T-7', 'T-9', 'T-8'])).not.toContain('line-ids-repeat')
  expect(notes(['T-7', 'T-9', 'T-7'])).toContain('line-ids-repeat')
})
