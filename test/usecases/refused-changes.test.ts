import { beforeEach, describe, expect, test } from 'vitest'
import type { Upload } from '../../functions/contract/upload.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const lines = (...of: string[]): string => `${of.join('\n')}\n`
const rates = lines('date,from,to,rate', '2026-03-13,EUR,USD,1.10')
const euros = lines('date,creator,amount,currency,line_id', '2026-03-14,@anna,10.00,EUR,L1')
let driver: Driver
beforeEach(async () => {
  driver = await driveBooks()
})

/** The warning of an upload whose task ended without its result. */
const saidBy = ({ warnings }: Upload): string =>
  warnings
    .filter(({ code }) => code === 'task-failed' || code === 'recommit-conflict')
    .map(({ message }) => message)
    .join()

describe('rates', () => {
  test('let a row in that was a problem without', async () => {
    const upload = await driver.upload({ file: euros })
    expect((await driver.problems(upload)).map(({ code }) => code)).toEqual(['no-rate'])
    await driver.load({ kind: 'fx', file: rates })
    const again = await driver.check(upload.id)
    expect(again).toMatchObject({ state: 'ready', totals: [{ currency: 'EUR', amountMinor: 1000 }] })
    await driver.commit(again)
    expect(await driver.totals()).toEqual({ spend: 1100, revenue: 0 })
  })

  test('that rows need stay: their revert is refused in words, and the books stay as they were', async () => {
    const fx = await driver.load({ kind: 'fx', file: rates })
    await driver.load({ file: euros })
    const before = await driver.report()
    const refused = await driver.revert(fx)
    expect(refused.state).toBe('committed')
    expect(saidBy(refused)).toContain('need a rate to USD')
    expect(await driver.report()).toEqual(before)
    expect(driver.logged).toMatchObject([{ level: 'warn', upload: fx.id }])
  })

  test('that are corrected change what was converted by them', async () => {
    await driver.load({ kind: 'fx', file: rates })
    await driver.load({ file: euros })
    const corrected = await driver.load({ kind: 'fx', file: rates.replace('1.10', '1.20') })
    expect(corrected.rows).toMatchObject({ corrected: 1 })
    expect(await driver.totals()).toEqual({ spend: 1200, revenue: 0 })
    expect(await driver.findings()).toEqual([])
  })

  test('may be taken back where later figures have won over all that needed them', async () => {
    const header = 'date,campaign,creator,platform,post,clicks,revenue,currency'
    const row = '2026-03-14,Spring,@anna,instagram,p1,5'
    const fx = await driver.load({ kind: 'fx', file: rates })
    const results = await driver.load({ kind: 'results', file: lines(header, `${row},10.00,EUR`, `${row},1.00,EUR`) })
    expect(await driver.totals()).toEqual({ spend: 0, revenue: 1210 })
    const later = await driver.load({ kind: 'results', file: lines(header, `${row},20.00,USD`) })
    expect(await driver.revert(fx)).toMatchObject({ state: 'reverted' })
    expect(await driver.totals()).toEqual({ spend: 0, revenue: 2000 })
    expect(await driver.findings()).toEqual([])
    const refused = await driver.revert(later)
    expect([refused.state, saidBy(refused)]).toEqual(['committed', expect.stringContaining('need a rate to USD')])
    expect(await driver.revert(results)).toMatchObject({ state: 'reverted' })
  })

  test('may be taken back once nothing needs them', async () => {
    const fx = await driver.load({ kind: 'fx', file: rates })
    const spend = await driver.load({ file: euros })
    await driver.revert(spend)
    expect(await driver.revert(fx)).toMatchObject({ state: 'reverted' })
  })
})

describe('a file that was taken out', () => {
  test('is put back beside a later one that keeps its line ids in other months', async () => {
    const header = 'date,creator,amount,currency,line_id'
    const first = await driver.load({
      file: lines(header, '2026-03-14,@anna,10.00,USD,L1', '2026-03-15,@bob,5.00,USD,L2'),
    })
    await driver.revert(first)
    await driver.load({ file: lines(header, '2026-04-14,@anna,20.00,USD,L1') })
    const back = await driver.preview(first, 'commit')
    expect(await driver.commit(back)).toMatchObject({ state: 'committed' })
    expect(await driver.totals()).toEqual({ spend: 2500, revenue: 0 })
    expect(await driver.findings()).toEqual([])
  })

  test('is not put back beside rows that would count its costs twice', async () => {
    const file = lines('date,creator,amount,currency', '2026-03-14,@anna,10.00,USD')
    const first = await driver.load({ file })
    await driver.revert(first)
    await driver.load({ file: lines('date,creator,amount,currency,line_id', '2026-03-14,@anna,10.00,USD,L1') })
    const before = await driver.report()
    const refused = await driver.preview(first, 'commit')
    expect(refused).toMatchObject({ state: 'reverted', preview: null })
    expect(saidBy(refused)).toContain('same content')
    expect(await driver.report()).toEqual(before)
  })
})

describe('a file in place of another', () => {
  const file = lines('date,creator,amount,currency', '2026-03-14,@anna,10.00,USD')

  test('takes its place in the order of the files', async () => {
    const header = 'date,creator,amount,currency,line_id'
    const first = await driver.load({ file: lines(header, '2026-03-14,@anna,10.00,USD,L1') })
    await driver.load({ file: lines(header, '2026-03-14,@anna,20.00,USD,L1') })
    await driver.load({ file: lines(header, '2026-03-14,@anna,30.00,USD,L1'), replaces: first.id })
    expect(await driver.totals()).toEqual({ spend: 2000, revenue: 0 })
    expect(await driver.findings()).toEqual([])
  })

  test('is not committed where that one was taken out meanwhile', async () => {
    const first = await driver.load({ file })
    const instead = await driver.upload({ file: file.replace('10.00', '11.00'), replaces: first.id })
    await driver.revert(first)
    const before = await driver.report()
    const refused = await driver.commit(instead)
    expect(refused).toMatchObject({ state: 'rejected', snapshot: null })
    expect(saidBy(refused)).toContain('no longer counts')
    expect(await driver.report()).toEqual(before)
  })
})

describe('a place that files replaced one another in', () => {
  const file = (amount: number) => lines('date,creator,amount,currency', `2026-03-14,@anna,${amount}.00,USD`)
  const again = async (upload: Upload): Promise<Upload> => driver.commit(await driver.preview(upload, 'commit'))
  const spend = async (): Promise<number> => (await driver.totals()).spend

  test('holds the one that was put back last', async () => {
    const first = await driver.load({ file: file(1) })
    const second = await driver.load({ file: file(2), replaces: first.id })
    await driver.revert(second)
    await again(first)
    expect(await spend()).toBe(100)
    await again(second)
    expect(await spend()).toBe(200)
    expect(await driver.show(first.id)).toMatchObject({ state: 'reverted', replacedBy: second.id })
    expect(await driver.findings()).toEqual([])
  })

  test('holds the replaced one again when that is put back beside its replacement', async () => {
    const first = await driver.load({ file: file(1) })
    const second = await driver.load({ file: file(2), replaces: first.id })
    const third = await driver.load({ file: file(4), replaces: second.id })
    expect(await again(first)).toMatchObject({ state: 'committed', replacedBy: null })
    expect(await spend()).toBe(100)
    expect(await driver.show(third.id)).toMatchObject({ state: 'reverted', replacedBy: first.id })
    await again(second)
    expect(await spend()).toBe(200)
    expect(await driver.findings()).toEqual([])
  })

  test('tells of the one that went since when', async () => {
    const first = await driver.load({ file: file(1) })
    const second = await driver.load({ file: file(2), replaces: first.id })
    expect(await driver.show(first.id)).toMatchObject({ state: 'reverted', snapshot: second.snapshot })
  })
})

test('sums beyond what can be kept exactly are refused in words', async () => {
  const rows = Array.from({ length: 50 }, (_, i) => `2026-03-14,@anna,999999999999.${10 + i},USD`)
  const refused = await driver.upload({ file: lines('date,creator,amount,currency', ...rows) })
  expect(refused).toMatchObject({ state: 'rejected', preview: null })
  expect(saidBy(refused)).toContain('more than can be kept exactly')
  expect(await driver.totals()).toEqual({ spend: 0, revenue: 0 })
})

test('a preview shows the books as they would be, and changes nothing', async () => {
  const upload = await driver.upload({ file: lines('date,creator,amount,currency', '2026-03-14,@anna,10.00,USD') })
  expect((await driver.report({ preview: upload.preview as string })).reconciliation.ledgerMinor).toBe(1000)
  expect((await driver.report()).reconciliation.ledgerMinor).toBe(0)
})

test('a past state is shown as it was', async () => {
  await driver.load({ file: lines('date,creator,amount,currency', '2026-03-14,@anna,10.00,USD') })
  const then = await driver.report()
  await driver.load({ file: lines('date,creator,amount,currency', '2026-03-15,@anna,20.00,USD') })
  expect(await driver.report({ snapshot: 1 })).toEqual(then)
})

test('an alias moves cost to whom it means, in the past too, until it is taken back', async () => {
  await driver.load({ kind: 'creators', file: lines('creator,followers', '@anna,5000') })
  await driver.load({ file: lines('date,creator,amount,currency', '2026-03-14,Anna Smith Ltd,10.00,USD') })
  expect((await driver.report()).reconciliation).toMatchObject({ attributedMinor: 0, unmatchedMinor: 1000 })
  const alias = await driver.load({ kind: 'aliases', file: lines('alias,name', 'Anna Smith Ltd,@anna') })
  expect((await driver.report()).reconciliation).toMatchObject({ attributedMinor: 1000, unmatchedMinor: 0 })
  await driver.revert(alias)
  expect((await driver.report()).reconciliation).toMatchObject({ attributedMinor: 0, unmatchedMinor: 1000 })
})
