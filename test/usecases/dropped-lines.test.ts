import { expect, test } from 'vitest'
import { sweepStagings } from '../../functions/usecases/sweep-stagings.ts'
import { anInstant } from '../support/builders.ts'
import { driveBooks } from './drive-books.ts'

const file = 'date,creator,amount,currency\n2026-03-14,@anna,1.00,USD\nnever,@anna,2.00,USD\n'
const options = { rowPolicy: 'valid' } as const

test('lines that a file was loaded without are kept with it, and left out when the books are rebuilt', async () => {
  const driver = await driveBooks()
  await driver.load({ file, options })
  await sweepStagings({ books: driver.books, now: () => anInstant })
  expect(await driver.findings()).toEqual([])
  expect(await driver.totals()).toEqual({ spend: 100, revenue: 0 })
})

test('those of an earlier check are swept with what else it wrote', async () => {
  const driver = await driveBooks()
  const upload = await driver.upload({ file, options })
  const kept = (): Promise<string[]> => driver.books.chunks.list(`UPLOAD#${upload.id}`, 'DROPPED#')
  const first = await kept()
  await driver.check(upload.id, options)
  expect(await kept()).toHaveLength(2)
  await sweepStagings({ books: driver.books, now: () => anInstant })
  expect(await kept()).toHaveLength(1)
  expect(await kept()).not.toEqual(first)
})
