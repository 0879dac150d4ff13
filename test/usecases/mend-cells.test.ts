import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { CheckOptions } from '../../functions/contract/upload.ts'
import { listPatches } from '../../functions/usecases/list-patches.ts'
import { requestCheck } from '../../functions/usecases/request-check.ts'
import { showCheckOptions } from '../../functions/usecases/show-check-options.ts'
import { showLines } from '../../functions/usecases/show-lines.ts'
import { verifyBooks } from '../../functions/usecases/verify-books.ts'
import { driveBooks } from './drive-books.ts'

const german = [
  'Datum;Kampagne;Creator;Kosten;Währung;Notiz',
  '14.03.2026;Frühling;@anna;1.200,50;EUR;',
  '15.03.2026;Frühling;@bo;zwölf;EUR;bar',
  '16.13.2026;Frühling;@cy;99,00;EUR;',
  'Summe;;;1.299,50;;',
].join('\n')
const amount = { line: 3, cell: 4, old: 'zwölf', new: '12,00' }
const date = { line: 4, cell: 1, old: '16.13.2026', new: '16.03.2026' }

test('cells of a file that is not written as the templates are mended, one by one, and each can be taken back', async () => {
  const driver = await driveBooks({ reportingCurrency: 'EUR' })
  const upload = await driver.upload({ file: german, options: { reading: {} } })
  expect(upload.state).toBe('rejected')
  expect((await driver.problems(upload)).map(({ line }) => line)).toEqual([3, 4])

  const shown = await showLines(driver, { id: upload.id, lines: [3, 4, 99] })
  expect(shown.lines).toEqual([
    { line: 3, cells: ['15.03.2026', 'Frühling', '@bo', 'zwölf', 'EUR', 'bar'] },
    { line: 4, cells: ['16.13.2026', 'Frühling', '@cy', '99,00', 'EUR', ''] },
  ])
  expect(shown.columns[3]).toEqual({ cell: 4, column: 'Kosten', field: 'amount' })
  expect(shown.columns[5]).toEqual({ cell: 6, column: 'Notiz', field: null })

  const options = await showCheckOptions(driver, upload.id)
  const one = await driver.check(upload.id, { ...options, patches: [amount] })
  expect(one).toMatchObject({ state: 'rejected', mended: 1 })
  const both = await driver.check(upload.id, { ...options, patches: [date, amount] })
  expect(both).toMatchObject({ state: 'ready', mended: 2, rows: { valid: 3 } })
  expect(both.totals).toMatchObject([{ amountMinor: 131_150, currency: 'EUR' }])
  expect(await showCheckOptions(driver, upload.id)).toEqual({ ...options, patches: [amount, date] })

  const back = await driver.check(upload.id, { ...options, patches: [date] })
  expect(back).toMatchObject({ state: 'rejected', mended: 1 })
  expect((await driver.problems(back)).map(({ line }) => line)).toEqual([3])
})

test('who mended a cell first, and when, stays with it, under the name of its column; books rebuilt have it', async () => {
  const driver = await driveBooks({ reportingCurrency: 'EUR' })
  const { id } = await driver.upload({ file: german, options: { reading: {} } })
  await driver.check(id, { reading: {}, patches: [amount] })
  const [first] = (await listPatches(driver, id)).patches
  expect(first).toMatchObject({ ...amount, column: 'Kosten', by: 'finance@example.com' })
  const other = { id, options: { reading: {}, patches: [amount, date] }, by: 'other@example.com' }
  await requestCheck(driver.deps, other)
  expect((await listPatches(driver, id)).patches).toMatchObject([
    { ...first },
    { ...date, column: 'Datum', by: 'other@example.com' },
  ])
  await driver.commit(await driver.show(id))
  expect(await driver.totals()).toMatchObject({ spend: 131_150 })
  expect((await verifyBooks(driver)).findings).toEqual([])
})

test('a file written as the templates are is mended too, also where its books object', async () => {
  const driver = await driveBooks({ reportingCurrency: 'EUR' })
  const file = ['date,campaign,creator,amount,currency', '2026-03-14,Spring,@anna,12.50,USD'].join('\n')
  const upload = await driver.upload({ file })
  expect((await driver.problems(upload)).map(({ line, code }) => `${line} ${code}`)).toEqual(['2 no-rate'])
  const { columns, lines } = await showLines(driver, { id: upload.id, lines: [2] })
  expect(lines).toEqual([{ line: 2, cells: ['2026-03-14', 'Spring', '@anna', '12.50', 'USD'] }])
  expect(columns[4]).toEqual({ cell: 5, column: 'currency', field: 'currency' })
  const mended = await driver.check(upload.id, { patches: [{ line: 2, cell: 5, old: 'USD', new: 'EUR' }] })
  expect(mended).toMatchObject({ state: 'ready', totals: [{ currency: 'EUR', amountMinor: 1250 }] })
})

test('a change that does not fit what stands there stops the file, also where only valid rows are wanted', async () => {
  const driver = await driveBooks({ reportingCurrency: 'EUR' })
  const upload = await driver.upload({ file: german, options: { reading: {}, rowPolicy: 'valid' } })
  expect(upload.state).toBe('ready')
  const wrong = { ...amount, old: 'zwei' }
  const stale = await driver.check(upload.id, { reading: {}, rowPolicy: 'valid', patches: [wrong] })
  expect(stale.state).toBe('rejected')
  expect(await driver.problems(stale)).toContainEqual(
    expect.objectContaining({ code: 'patch-mismatch', column: 'Kosten', found: 'zwölf', expected: 'zwei' }),
  )
})

test('what is not known yet how to read has no lines to mend', async () => {
  const driver = await driveBooks({ reportingCurrency: 'EUR' })
  const { id } = await driver.upload({ file: 'Day;Cost\n01/02/2026;5', options: { reading: {} } })
  await expect(showLines(driver, { id, lines: [2] })).rejects.toMatchObject({ code: 'upload-state' })
})

test('a change that was made in one sheet of a workbook holds in no other', async () => {
  const driver = await driveBooks({ reportingCurrency: 'EUR' })
  const head = ['date', 'campaign', 'creator', 'amount', 'currency']
  const sheet = (name: string, month: string) => ({
    name,
    rows: [head, [`2026-${month}-10`, 'Spring', '@anna', '', 'EUR'], [`2026-${month}-11`, 'Spring', '@bo', 20, 'EUR']],
  })
  const file = await writeXlsx({ sheets: [sheet('Jan', '01'), sheet('Feb', '02')] })
  const { id } = await driver.upload({ file, options: { reading: { sheet: 'Jan' } } })
  const patches = [{ line: 2, cell: 4, old: '', new: '100' }]
  const mended = await driver.check(id, { reading: { sheet: 'Jan' }, patches })
  expect(mended).toMatchObject({ state: 'ready', months: ['2026-01'], totals: [{ amountMinor: 12_000 }] })
  const other = await driver.check(id, { reading: { sheet: 'Feb' }, patches })
  expect(other.state).toBe('rejected')
  expect(await driver.problems(other)).toContainEqual(
    expect.objectContaining({ code: 'patch-mismatch', found: 'Feb', expected: 'Jan' }),
  )
  const again = await driver.check(id, { reading: { sheet: 'Jan' }, patches })
  expect(again).toMatchObject({ state: 'ready', months: ['2026-01'], totals: [{ amountMinor: 12_000 }] })
})

test('a file that is none has no lines to mend', async () => {
  const driver = await driveBooks()
  const { id } = await driver.upload({ file: Buffer.from('%PDF-1.4\n\xff\xfe', 'latin1') })
  await expect(showLines(driver, { id, lines: [2] })).rejects.toMatchObject({ code: 'upload-state' })
})

test('as many changes and lines left out as there may be find room, also under long names of columns', async () => {
  const driver = await driveBooks({ reportingCurrency: 'EUR' })
  const header = `date,campaign,creator,amount,currency,${'注'.repeat(300)}`
  const rows = Array.from({ length: 10_600 }, (_, i) => `2026-03-14,Spring,@anna,${i + 1}.50,EUR,x`)
  const { id } = await driver.upload({ file: [header, ...rows].join('\n') })
  const patches = Array.from({ length: 500 }, (_, i) => ({ line: i + 2, cell: 6, old: 'x', new: '注'.repeat(59) }))
  const exclude = Array.from({ length: 10_000 }, (_, i) => i + 602)
  const mended = await driver.check(id, { reading: {}, patches, exclude })
  expect(mended).toMatchObject({ state: 'ready', mended: 500, rows: { valid: 600, excluded: 10_000 } })
})

test('what no file may hold is not written in its place', () => {
  const patches = [{ line: 2, cell: 1, old: '', new: 'a\u0000b' }]
  expect(CheckOptions.safeParse({ patches }).success).toBe(false)
})

test('a line id that is mended into another one is a repeated one, and no reason to do without ids', async () => {
  const driver = await driveBooks({ reportingCurrency: 'EUR' })
  const rows = ['2026-03-14,Spring,@anna,5,EUR,A1', '2026-03-15,Spring,@bo,1,EUR,A2', '2026-03-16,Spring,@bo,2,EUR,A3']
  const { id, state } = await driver.upload({
    file: ['date,campaign,creator,amount,currency,line_id', ...rows].join('\n'),
  })
  expect(state).toBe('ready')
  const mended = await driver.check(id, { patches: [{ line: 3, cell: 6, old: 'A2', new: 'A1' }] })
  expect(mended.state).toBe('rejected')
  expect(await driver.problems(mended)).toMatchObject([{ line: 3, code: 'line-id-repeated' }])
})

test("a cell of a central bank's table is mended as any other", async () => {
  const driver = await driveBooks({ reportingCurrency: 'EUR' })
  const file = ['Date,USD,JPY,', '2026-03-13,1.0842,160.1,', '2026-03-12,1.0x,159.9,'].join('\n')
  const upload = await driver.upload({ kind: 'fx', file })
  expect(upload).toMatchObject({ state: 'rejected', asks: 0 })
  expect((await driver.problems(upload)).map(({ line, column }) => `${line} ${column}`)).toEqual(['3 USD'])
  const { lines } = await showLines(driver, { id: upload.id, lines: [3] })
  expect(lines).toEqual([{ line: 3, cells: ['2026-03-12', '1.0x', '159.9', ''] }])
  const mended = await driver.check(upload.id, { patches: [{ line: 3, cell: 2, old: '1.0x', new: '1.09' }] })
  expect(mended).toMatchObject({ state: 'ready', mended: 1, rows: { read: 2, problems: 0 } })
})
