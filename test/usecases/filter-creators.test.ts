import { beforeAll, expect, test } from 'vitest'
import { ReportQuery } from '../../functions/contract/report.ts'
import { listCampaigns } from '../../functions/usecases/list-campaigns.ts'
import { listCreators } from '../../functions/usecases/list-creators.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`
const page = { limit: 10 }

let driver: Driver
beforeAll(async () => {
  driver = await driveBooks()
  await driver.load({
    file: lines(
      'date,campaign,creator,amount,currency',
      '2026-03-01,A,@anna,1.00,USD',
      '2026-03-01,B,Anna Smith Ltd,2.00,USD',
      '2026-03-01,B,@bob,4.00,USD',
      '2026-03-01,B,,8.00,USD',
    ),
  })
  await driver.load({ kind: 'aliases', file: lines('alias,name', 'Anna Smith Ltd,@anna') })
})

const spend = async (...creator: string[]) => (await driver.report({ creator })).reconciliation.ledgerMinor
const anna = async () =>
  (await listCreators({ books: driver.books }, ReportQuery.parse({}), page)).creators.find(
    ({ name }) => name === '@anna',
  )

test('a creator is found by every name, and with all that stands under another', async () => {
  expect(await spend('@anna')).toBe(300)
  expect(await spend(' anna smith LTD')).toBe(300)
  expect(await spend('@anna', '@bob')).toBe(700)
  expect(await spend('@nobody')).toBe(0)
})

test('a creator is found by id', async () => {
  expect(await spend((await anna())?.id ?? '')).toBe(300)
  expect(await spend('000000000000')).toBe(0)
})

test('lists are narrowed down to a creator too', async () => {
  const query = ReportQuery.parse({ creator: ['@anna'] })
  const { campaigns } = await listCampaigns({ books: driver.books }, query, page)
  expect(campaigns.map(({ name, spendMinor, overheadMinor }) => [name, spendMinor, overheadMinor])).toEqual([
    ['B', 200, 0],
    ['A', 100, 0],
  ])
  const { creators } = await listCreators({ books: driver.books }, query, page)
  expect(creators.map(({ name }) => name)).toEqual(['@anna'])
})
