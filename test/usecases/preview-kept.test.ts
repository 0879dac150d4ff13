import { beforeEach, describe, expect, test } from 'vitest'
import { ReportQuery } from '../../functions/contract/report.ts'
import { answerReport } from '../../functions/usecases/answer-report.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const lines = (...of: string[]): string => `${of.join('\n')}\n`
let driver: Driver
beforeEach(async () => {
  driver = await driveBooks()
})

const codes = (upload: { warnings: readonly { code: string }[] }): string[] => upload.warnings.map(({ code }) => code)
const spend = (...rows: string[]): string => lines('date,campaign,creator,amount,currency,line_id', ...rows)
const results = (...rows: string[]): string => lines('date,campaign,creator,platform,impressions,conversions', ...rows)

describe('a commit whose preview shows something else by now is handed back', () => {
  test('because a rate changed', async () => {
    const rates = (rate: string): string => lines('date,from,to,rate', `2026-03-13,EUR,USD,${rate}`)
    await driver.load({ kind: 'fx', file: rates('1.10') })
    const ready = await driver.upload({ file: spend('2026-03-14,C,@anna,100.00,EUR,L1') })
    await driver.load({ kind: 'fx', file: rates('11.0') })
    const back = await driver.commit(ready)
    expect([back.state, codes(back).includes('preview-changed')]).toEqual(['ready', true])
    expect(await driver.totals()).toEqual({ spend: 0, revenue: 0 })
  })

  test('because a correction would correct another value', async () => {
    await driver.load({ kind: 'results', file: results('2026-03-14,C,@anna,x,10,100') })
    const ready = await driver.upload({ kind: 'results', file: results('2026-03-14,C,@anna,x,10,150') })
    await driver.load({ kind: 'results', file: results('2026-03-14,C,@anna,x,10,200') })
    expect((await driver.commit(ready)).state).toBe('ready')
  })

  test('because corrections add up to the same but are others', async () => {
    const [a, b] = ['2026-03-14,C,@anna', '2026-03-14,C,@bob']
    await driver.load({ file: spend(`${a},10.00,USD,L1`, `${b},40.00,USD,L2`) })
    const ready = await driver.upload({ file: spend(`${a},30.00,USD,L1`, `${b},30.00,USD,L2`) })
    await driver.load({ file: spend(`${a},20.00,USD,L1`, `${b},30.00,USD,L2`) })
    expect((await driver.commit(ready)).state).toBe('ready')
  })

  test('because a revert would take out more than money', async () => {
    const file = results('2026-03-14,C,@anna,x,150,1')
    const first = await driver.load({ kind: 'results', file })
    const second = await driver.load({ kind: 'results', file })
    const seen = await driver.preview(first, 'revert')
    await driver.revert(second)
    const kept = await driver.revert(first, seen.preview ?? '')
    expect([kept.state, codes(kept).includes('preview-changed')]).toEqual(['committed', true])
  })
})

test('a commit elsewhere in the same month leaves a preview as it was agreed to', async () => {
  const ready = await driver.upload({ file: spend('2026-03-14,C,@anna,10.00,USD,L1') })
  await driver.load({ file: spend('2026-03-14,C,@bob,20.00,USD,L2') })
  expect((await driver.commit(ready)).state).toBe('committed')
  expect(await driver.totals()).toEqual({ spend: 3000, revenue: 0 })
})

test('a preview staged twice is the same bytes', async () => {
  const upload = await driver.load({ file: spend('2026-03-14,C,@anna,10.00,USD,L1') })
  const reportOf = async (): Promise<unknown> => {
    const { preview } = await driver.preview(upload, 'revert')
    const report = await answerReport({ books: driver.books }, ReportQuery.parse({ preview }))
    return { ...report, preview: null }
  }
  expect(await reportOf()).toEqual(await reportOf())
})

describe('a comparison', () => {
  test('holds as many covered days of each range against each other', async () => {
    const days = (month: string, count: number, row: (day: string) => string): string[] =>
      Array.from({ length: count }, (_, i) => row(`2026-${month}-${String(i + 1).padStart(2, '0')}`))
    const paid = (day: string): string => `${day},C,@anna,1.00,USD,${day}`
    const brought = (day: string): string => `${day},C,@anna,x,10,1`
    await driver.load({ file: spend(...days('02', 28, paid), ...days('03', 31, paid)) })
    await driver.load({ kind: 'results', file: results(...days('02', 28, brought), ...days('03', 15, brought)) })
    const { tiers, compared } = await driver.report({
      from: '2026-03-01',
      to: '2026-03-31',
      compareFrom: '2026-02-01',
      compareTo: '2026-02-28',
    })
    expect(tiers.all.spendMinor).toBe(3100)
    expect(compared).toMatchObject({ from: '2026-02-01', to: '2026-02-15' })
    expect(compared?.current).toMatchObject({ from: '2026-03-01', to: '2026-03-15' })
    expect(compared?.current.tiers.all.metrics.cpa).toEqual(compared?.tiers.all.metrics.cpa)
  })

  test('of a range that ends before the books begin is answered, not turned round', async () => {
    await driver.load({ file: spend('2026-03-14,C,@anna,1.00,USD,L1') })
    const { query } = await driver.report({ to: '2026-01-31' })
    expect([query.from, query.to]).toEqual(['2026-01-31', '2026-01-31'])
  })
})
