import { expect, test } from 'vitest'
import type { UploadFilter } from '../../functions/contract/upload.ts'
import { cancelUpload } from '../../functions/usecases/cancel-upload.ts'
import { createUpload } from '../../functions/usecases/create-upload.ts'
import { listUploads } from '../../functions/usecases/list-uploads.ts'
import { driveBooks } from './drive-books.ts'

const uploads = [
  { filename: 'Meta März.csv', kind: 'spend', by: 'anna@example.com', at: '2026-03-31T23:59:59.000Z' },
  { filename: 'meta april.csv', kind: 'performance', by: 'ben@example.com', at: '2026-04-01T00:00:00.000Z' },
  { filename: 'creators.csv', kind: 'creators', by: 'ANNA@example.com', at: '2026-04-02T08:00:00.000Z' },
  { filename: 'meta may.csv', kind: 'spend', by: 'ben@example.com', at: '2026-05-02T08:00:00.000Z' },
] as const

test('uploads are found among all of them, page by page, by kind, state, name, person and day', async () => {
  const driver = await driveBooks()
  for (const [at, { filename, kind, by, at: instant }] of uploads.entries()) {
    const newId = () => `01${String(at).padStart(24, '0')}` as never
    await createUpload({ books: driver.books, now: () => instant, newId }, { kind, filename, bytes: 10, by })
  }
  const find = async (filter: UploadFilter) => {
    const names: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listUploads>> = await listUploads(driver, {
        ...filter,
        limit: 1,
        ...(cursor === null ? {} : { cursor }),
      })
      names.push(...page.uploads.map(({ filename }) => filename))
      cursor = page.next
    } while (cursor !== null)
    return names
  }
  expect(await find({})).toEqual(['meta may.csv', 'creators.csv', 'meta april.csv', 'Meta März.csv'])
  expect(await find({ kind: 'spend' })).toEqual(['meta may.csv', 'Meta März.csv'])
  expect(await find({ search: 'meta' })).toEqual(['meta may.csv', 'meta april.csv', 'Meta März.csv'])
  expect(await find({ search: 'MÄRZ' })).toEqual(['Meta März.csv'])
  expect(await find({ person: 'anna' })).toEqual(['creators.csv', 'Meta März.csv'])
  expect(await find({ since: '2026-04-01', until: '2026-04-02' })).toEqual(['creators.csv', 'meta april.csv'])
  expect(await find({ kind: 'spend', person: 'ben', state: 'receiving' })).toEqual(['meta may.csv'])
  expect(await find({ state: 'committed' })).toEqual([])
})

test('an upload that waits for answers says how many, and is found by that until it is answered or given up', async () => {
  const driver = await driveBooks()
  const asking = await driver.upload({ file: 'Tag;Aktion;Kosten\n03/04/2026;Spring;12,50\n05/04/2026;Spring;7,25\n' })
  expect(asking).toMatchObject({ state: 'rejected', asks: 2 })
  const broken = await driver.upload({ file: 'date,campaign,creator,amount,currency\nnever,Spring,@anna,1.00,USD\n' })
  expect(broken).toMatchObject({ state: 'rejected', asks: 0 })
  const idsOf = async (state: 'asking' | 'rejected' | 'cancelled') =>
    (await listUploads(driver, { state, limit: 10 })).uploads.map(({ id, asks }) => [id, asks])
  expect(await idsOf('asking')).toEqual([[asking.id, 2]])
  expect(await idsOf('rejected')).toEqual([[broken.id, 0]])

  const answers = { 'order:0': 'dmy' }
  const answered = await driver.check(asking.id, { reading: { answers, constants: { currency: 'EUR' } } })
  expect(answered.asks).toBe(0)
  expect(await driver.check(asking.id)).toMatchObject({ asks: 2 })
  expect(await cancelUpload(driver, asking.id)).toMatchObject({ state: 'cancelled', asks: 0 })
  expect(await idsOf('asking')).toEqual([])
})
