import { expect, test } from 'vitest'
import { hashName } from '../../functions/domain/ingest/name-hasher.ts'
import { driveBooks } from './drive-books.ts'

const file = 'date,creator,amount,currency\n2026-03-14,@anna,1.00,USD\n'
const hash = hashName('key', 'creator', 'anna')
const other = { id: hash.slice(0, 12), kind: 'creator' as const, text: '@other', hash: '0'.repeat(64) }

test('a name whose first 48 bits another one has takes its next ones, in every file', async () => {
  const driver = await driveBooks()
  await driver.books.names.put([other])
  await driver.load({ file })
  await driver.load({ kind: 'creators', file: 'creator,followers\nANNA,5000\n' })
  expect(await driver.books.names.get([hash.slice(0, 12), hash.slice(12, 24)])).toEqual(
    new Map([
      [other.id, other],
      [hash.slice(12, 24), { id: hash.slice(12, 24), kind: 'creator', text: '@anna', hash }],
    ]),
  )
  expect((await driver.report()).tiers.micro).toMatchObject({ creators: 1, spendMinor: 100 })
  expect(await driver.findings()).toEqual([])
})
