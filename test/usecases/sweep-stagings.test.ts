import { beforeEach, expect, test } from 'vitest'
import type { UploadId } from '../../functions/contract/ids.ts'
import type { UploadState } from '../../functions/contract/upload.ts'
import { cancelUpload } from '../../functions/usecases/cancel-upload.ts'
import { sweepStagings } from '../../functions/usecases/sweep-stagings.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const place = 'MONTH#2026-03'
const header = 'date,creator,amount,currency\n'
const good = `${header}2026-03-14,@anna,1.00,USD\n`
const bad = `${good}never,@anna,2.00,USD\n`

let driver: Driver
beforeEach(async () => {
  driver = await driveBooks()
})

const sweep = (now = '2026-06-01T00:00:00.000Z') => sweepStagings({ books: driver.books, now: () => now })
const chunks = async (): Promise<string[]> => driver.books.chunks.list(place, '')

async function setState(id: UploadId, state: UploadState): Promise<void> {
  const record = await driver.books.uploads.get(id)
  if (record) await driver.books.uploads.update({ ...record, state, staged: null, preview: null, previewAction: null })
}

async function previewOf(id: UploadId) {
  const staging = (await driver.books.uploads.get(id))?.problemsStaging
  return driver.books.ledger.preview(id, staging ?? '')
}

test('of a cancelled upload nothing stays but its problems', async () => {
  const { id } = await driver.upload({ file: bad, options: { rowPolicy: 'valid' } })
  expect(await chunks()).not.toEqual([])
  await cancelUpload({ books: driver.books }, id)
  await sweep()
  expect(await chunks()).toEqual([])
  expect(await driver.books.chunks.list(`UPLOAD#${id}`, 'DROPPED#')).toEqual([])
  expect(await previewOf(id)).toBeUndefined()
  expect(await driver.problems({ id })).toHaveLength(1)
})

test('of a rejected upload the problems stay until another check, and can be checked again', async () => {
  const { id, state } = await driver.upload({ file: bad })
  expect(state).toBe('rejected')
  expect(await chunks()).not.toEqual([])
  await sweep()
  await sweep()
  expect(await chunks()).toEqual([])
  expect(await driver.problems({ id })).toHaveLength(1)
  const checked = await driver.check(id, { rowPolicy: 'valid' })
  await sweep()
  expect(await driver.commit(checked)).toMatchObject({ state: 'committed' })
  await sweep()
  expect(await driver.findings()).toEqual([])
  const stagings = await driver.books.stagings.list(id)
  expect(stagings.filter(({ committed }) => !committed)).toEqual([])
})

test.each(['rejected', 'failed', 'expired'] as const)(
  'of an upload that was checked well and is %s nothing stays but its problems',
  async (state) => {
    const { id } = await driver.upload({ file: bad, options: { rowPolicy: 'valid' } })
    await setState(id, state)
    await sweep()
    expect(await chunks()).toEqual([])
    expect(await previewOf(id)).toBeUndefined()
    expect(await driver.problems({ id })).toHaveLength(1)
  },
)

test('a preview that nobody confirmed expires, and all that was written for it goes', async () => {
  const { id } = await driver.upload({ file: good })
  await sweep('2027-06-01T00:00:00.000Z')
  expect((await driver.show(id)).state).toBe('expired')
  expect(await chunks()).toEqual([])
  expect(await previewOf(id)).toBeUndefined()
})

test('what is ready, committed or reverted can be committed after a sweep', async () => {
  const upload = await driver.upload({ file: good })
  await sweep()
  await driver.commit(upload)
  await sweep()
  await driver.revert(upload)
  await sweep()
  await driver.commit(await driver.preview(upload, 'commit'))
  expect(await driver.totals()).toEqual({ spend: 100, revenue: 0 })
  expect(await driver.findings()).toEqual([])
})
