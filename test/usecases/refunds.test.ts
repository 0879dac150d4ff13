import { expect, test } from 'vitest'
import type { CheckOptions } from '../../functions/contract/upload.ts'
import { driveBooks } from './drive-books.ts'

const header =
  'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Created at,Lineitem quantity,Lineitem name,Refunded Amount,Vendor,Id,Tags'
const order = (n: number, total: string, refund: string): string =>
  `#${n},a@b.c,paid,2026-03-1${n} 10:00:00 +0100,EUR,100.00,5.00,19.00,${total},ANNA,2026-03-1${n} 10:00:00 +0100,1,Shirt,${refund},V,10${n},`
const constants = { campaign: 'Spring', platform: 'instagram', creator: '@anna' }

async function load(orders: string[], options: CheckOptions = {}) {
  const driver = await driveBooks({ reportingCurrency: 'EUR' })
  const file = [header, ...orders].join('\n')
  const upload = await driver.upload({ kind: 'results', file, options: { reading: { constants }, ...options } })
  return { driver, upload, problems: await driver.problems(upload) }
}

test('of a line whose refund has a problem the order does not count either', async () => {
  const orders = [order(1, '100.00', '0.00'), order(2, '100.00', '62.005'), order(3, '100.00', '12.00')]
  const { driver, upload, problems } = await load(orders, { rowPolicy: 'valid' })
  expect(problems).toMatchObject([{ line: 3, code: 'too-many-decimals' }])
  expect(upload).toMatchObject({ state: 'ready', rows: { valid: 2, new: 2 }, totals: [{ amountMinor: 18_800 }] })
  await driver.commit(upload)
  expect(await driver.totals()).toMatchObject({ revenue: 18_800 })
  expect(await driver.findings()).toEqual([])
})

test('a refund that is no amount is a problem of its line, however few there are, and takes no others with it', async () => {
  const { problems, upload } = await load([order(1, '124.00', '12.40'), order(2, '124.00', 'abc')])
  expect(upload.state).toBe('rejected')
  expect(problems).toMatchObject([{ line: 3, column: 'Refunded Amount', found: 'abc', code: 'amount-unreadable' }])
})

test('a refund with another sign than the others adds nothing to the revenue: it is a problem', async () => {
  const { problems } = await load([
    order(1, '124.00', '12.40'),
    order(2, '124.00', '12.40'),
    order(3, '124.00', '-62.00'),
  ])
  expect(problems).toMatchObject([{ line: 4, column: 'Refunded Amount', found: '-62.00', code: 'out-of-range' }])
})

test('without what was paid in all, a refund takes off no more than was earned, and a warning names the line', async () => {
  const { upload } = await load([order(1, '', '124.00'), order(2, '0.00', '62.00'), order(3, '124.00', '0.00')])
  expect(upload).toMatchObject({ state: 'ready', totals: [{ amountMinor: 13_800 }] })
  expect(upload.warnings).toContainEqual(expect.objectContaining({ code: 'refunds-shared', rows: 2, lines: [2, 3] }))
})

test('a total that is no amount is a problem of a line with a refund', async () => {
  const { problems } = await load([order(1, 'abc', '62.00'), order(2, '124.00', '0.00')])
  expect(problems).toMatchObject([{ line: 2, column: 'Total', found: 'abc', code: 'amount-unreadable' }])
})
