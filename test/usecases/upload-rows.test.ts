import { expect, test } from 'vitest'
import type { RowStatus, UploadRow } from '../../functions/contract/upload-rows.ts'
import { listUploadRows } from '../../functions/usecases/list-upload-rows.ts'
import { sweepStagings } from '../../functions/usecases/sweep-stagings.ts'
import { totalUpload } from '../../functions/usecases/total-upload.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const header = 'date,campaign,creator,platform,line_id,amount,currency,period_start,period_end'
const first = [
  header,
  '2026-03-02,Spring,@anna,instagram,S-1,1000.00,USD,,',
  '2026-03-03,Spring,@ben,instagram,S-2,4000.00,USD,,',
].join('\n')
const second = [
  header,
  '2026-03-02,Spring,@anna,instagram,S-1,1000.00,USD,,',
  '2026-03-03,Spring,@ben,instagram,S-2,4400.00,USD,,',
  '2026-04-09,Summer,@ben,instagram,S-3,70.00,USD,,',
  '2026-04-10,Summer,@ben,instagram,S-4,99.00,USD,,',
  '2026-04-01,Summer,,,S-5,61.00,USD,2026-04-01,2026-05-31',
].join('\n')

/** Page by page, one row each. */
async function all(driver: Driver, id: Parameters<Driver['check']>[0], status: RowStatus): Promise<UploadRow[]> {
  const rows: UploadRow[] = []
  let cursor: string | null | undefined
  do {
    const page = await listUploadRows(driver, { id, status, limit: 1, ...(cursor ? { cursor } : {}) })
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== null)
  return rows
}

test('each line of a checked file stands in one list, corrections with what they replace', async () => {
  const driver = await driveBooks()
  await driver.load({ file: first })
  const id = await driver.send({ file: second })
  const upload = await driver.check(id, { exclude: [5] })
  expect(upload).toMatchObject({ state: 'ready', rows: { new: 2, recorded: 1, corrected: 1, excluded: 1 } })

  const isLine = (rows: UploadRow[]) => rows.map(({ line }) => line)
  expect(isLine(await all(driver, id, 'new'))).toEqual([4, 6])
  expect(isLine(await all(driver, id, 'recorded'))).toEqual([2])
  expect(await all(driver, id, 'excluded')).toEqual([{ line: 5, status: 'excluded', row: null, was: [] }])
  const [corrected] = await all(driver, id, 'corrected')
  expect(corrected).toMatchObject({
    line: 3,
    row: {
      date: '2026-03-03',
      campaign: 'Spring',
      creator: '@ben',
      lineId: 'S-2',
      amountMinor: 440_000,
      currency: 'USD',
    },
    was: [{ amountMinor: 400_000, creator: '@ben', lineId: 'S-2' }],
  })

  // What it changed is told after the commit, too, and the sweep leaves it.
  await driver.commit(upload)
  await sweepStagings({ books: driver.books, now: () => '2026-12-31T00:00:00.000Z' })
  expect((await all(driver, id, 'corrected'))[0]).toEqual(corrected)
})

test('figures that a later file restates are told as they were', async () => {
  const driver = await driveBooks()
  const lines = (clicks: number) =>
    `date,campaign,creator,platform,post,impressions,clicks\n2026-03-02,Spring,@anna,instagram,p1,1000,${clicks}\n`
  await driver.load({ kind: 'results', file: lines(30) })
  const id = await driver.send({ kind: 'results', file: lines(45) })
  await driver.check(id)
  expect(await all(driver, id, 'corrected')).toMatchObject([
    { line: 2, row: { post: 'p1', measures: { clicks: 45 } }, was: [{ measures: { clicks: 30, impressions: 1000 } }] },
  ])
})

test('totals by month and by campaign add up to those of the file', async () => {
  const driver = await driveBooks()
  const id = await driver.send({ file: second })
  await driver.check(id)
  const { months, campaigns, campaignsLeft } = await totalUpload(driver, id)
  expect(months.map(({ month, rows, amountMinor }) => [month, rows, amountMinor])).toEqual([
    ['2026-03', 2, 540_000],
    ['2026-04', 3, 7000 + 9900 + 3000],
    ['2026-05', 1, 3100],
  ])
  expect(campaigns.map(({ campaign, rows, amountMinor }) => [campaign, rows, amountMinor])).toEqual([
    ['Spring', 2, 540_000],
    ['Summer', 3, 7000 + 9900 + 6100],
  ])
  expect(campaignsLeft).toBe(0)
})

test('what was never checked has no rows to list, and says so', async () => {
  const driver = await driveBooks()
  const id = await driver.send({ file: second })
  await expect(listUploadRows(driver, { id, status: 'new', limit: 10 })).rejects.toMatchObject({ code: 'upload-state' })
  await expect(totalUpload(driver, id)).rejects.toMatchObject({ code: 'upload-state' })
})
