import { beforeEach, expect, test } from 'vitest'
import { CodedError } from '../../functions/contract/problem.ts'
import type { Books } from '../../functions/store/ports.ts'
import { parseUpload } from '../../functions/usecases/parse-upload.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const lines = (...of: string[]): string => `${of.join('\n')}\n`
let driver: Driver
beforeEach(async () => {
  driver = await driveBooks()
})

test('sums that could not be told exactly are refused in words, and the books stay readable', async () => {
  const row = (i: number): string => `2026-03-14,@c${i},999999999999.00,USD,L${i}`
  const file = lines('date,creator,amount,currency,line_id', ...Array.from({ length: 60 }, (_, i) => row(i)))
  const refused = await driver.upload({ file })
  expect(refused.state).toBe('rejected')
  expect(refused.warnings.map(({ message }) => message).join()).toContain('more than can be kept exactly')
  expect(await driver.totals()).toEqual({ spend: 0, revenue: 0 })
})

test('figures that only add up to too much over months are refused too', async () => {
  const row = (i: number): string => `2026-0${1 + (i % 6)}-14,C,@c${i},x,1000000000000`
  const file = lines('date,campaign,creator,platform,impressions', ...Array.from({ length: 5000 }, (_, i) => row(i)))
  expect((await driver.upload({ kind: 'results', file })).state).toBe('rejected')
})

test('money of a campaign stays its own, however many platforms a month has', async () => {
  const row = (i: number): string => `2026-03-14,C,@anna,p${i},1.00,USD,L${i}`
  const file = lines(
    'date,campaign,creator,platform,amount,currency,line_id',
    ...Array.from({ length: 520 }, (_, i) => row(i)),
    '2026-03-14,D,@anna,p0,1000.00,USD,LD',
  )
  await driver.load({ file })
  expect((await driver.report({ campaign: ['D'] })).reconciliation.ledgerMinor).toBe(100_000)
})

test('a block that cannot be written ends the task with its reason, not the process', async () => {
  const row = (i: number): string => `2026-03-14,C,@anna,${i}.00,USD,L${i},${'reference '.repeat(9)}${i}`
  const file = lines(
    'date,campaign,creator,amount,currency,line_id,reference',
    ...Array.from({ length: 30_000 }, (_, i) => row(i)),
  )
  const id = await driver.send({ file })
  const record = await driver.books.uploads.get(id)
  if (!record) throw new Error('the upload is gone')
  const full = new CodedError('storage-unavailable', 'the disk is full')
  const parsing = parseUpload(
    { books: driver.books as Books },
    { record, nameKey: 'key', plan: null, skip: new Set(), onBlock: async () => Promise.reject(full) },
  )
  await expect(parsing).rejects.toBe(full)
})
