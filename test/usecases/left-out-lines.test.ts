import { expect, test } from 'vitest'
import { listUploadRows } from '../../functions/usecases/list-upload-rows.ts'
import { showCheckOptions } from '../../functions/usecases/show-check-options.ts'
import { driveBooks } from './drive-books.ts'

const day = (n: number) => String(n + 1).padStart(2, '0')
const usual = Array.from({ length: 14 }, (_, n) => `2026-03-${day(n)};Spring;@c${n};1${n + 10},00;USD`)
const file = ['Day;Campaign;Creator;Cost;Currency', ...usual, '2026-03-15;Spring;@odd;99000,00;USD'].join('\n')

test('the lines of a warning are left out, counted, and taken back in; the rest of the options stays', async () => {
  const driver = await driveBooks()
  const upload = await driver.upload({ file, options: { reading: {}, moves: 'move' } })
  const [flagged] = upload.warnings.filter(({ lines }) => lines)
  expect(flagged).toMatchObject({ code: 'amount-far-from-norm', rows: 1, lines: [16] })

  const options = await showCheckOptions(driver, upload.id)
  const without = await driver.check(upload.id, { ...options, exclude: flagged?.lines ?? [] })
  expect(without).toMatchObject({ state: 'ready', rows: { read: 15, valid: 14, excluded: 1 } })
  expect(without.warnings.filter(({ lines }) => lines)).toEqual([])
  expect(await showCheckOptions(driver, upload.id)).toEqual({ reading: {}, moves: 'move', exclude: [16] })

  const again = await driver.check(upload.id, options)
  expect(again).toMatchObject({ state: 'ready', rows: { valid: 15, excluded: 0 }, totals: upload.totals })
})

test('a warning names two hundred lines and counts them all', async () => {
  const driver = await driveBooks()
  const many = Array.from(
    { length: 900 },
    (_, n) => `2026-03-01;Spring;@c${n};${n % 3 === 0 ? 99_000 + n : 100},00;USD`,
  )
  const { warnings } = await driver.upload({ file: ['Day;Campaign;Creator;Cost;Currency', ...many].join('\n') })
  const flagged = warnings.find(({ code }) => code === 'amount-far-from-norm')
  expect(flagged?.lines).toHaveLength(200)
  expect(flagged?.rows).toBe(300)
})

test('further items of an order are listed with the lines left out; what was paid back is a row beside its order', async () => {
  const driver = await driveBooks()
  const orders = [
    'Name,Financial Status,Currency,Subtotal,Total,Discount Code,Created at,Lineitem name,Refunded Amount',
    '#1001,partially_refunded,USD,50.00,50.00,ANNA10,2026-03-01 09:59:00 +0100,Hat,12.50',
    '#1001,,,,,,2026-03-01 09:59:00 +0100,Sock,',
    '#1002,refunded,USD,20.00,26.00,BOB5,2026-03-02 09:59:00 +0100,Hat,26.00',
    '#1002,,,,,,2026-03-02 09:59:00 +0100,Sock,',
    'never,paid,USD,1.00,1.00,BOB5,never,Hat,0.00',
  ].join('\n')
  const input = { kind: 'results', file: orders, options: { rowPolicy: 'valid' } } as const
  const upload = await driver.upload(input)
  expect(upload).toMatchObject({
    state: 'ready',
    rows: { read: 5, valid: 2, excluded: 2, new: 2, problems: 1 },
    totals: [{ measure: 'revenue', currency: 'USD', amountMinor: 3750, rows: 4 }],
  })
  const listed = (status: 'new' | 'excluded') => listUploadRows(driver, { id: upload.id, status, limit: 10 })
  expect((await listed('excluded')).rows.map(({ line }) => line)).toEqual([3, 5, 6])
  expect((await listed('new')).rows.map(({ line, row }) => [line, row?.measures.revenue])).toEqual([
    [2, 5000],
    [2, -1250],
    [4, 2000],
    [4, -2000],
  ])
  await driver.commit(upload)
  expect(await driver.totals()).toEqual({ spend: 0, revenue: 3750 })
  expect(await driver.findings()).toEqual([])
  expect((await driver.upload(input)).rows).toMatchObject({ recorded: 2, new: 0, corrected: 0 })
})
