import { beforeEach, describe, expect, test } from 'vitest'
import { commitChange } from '../../functions/usecases/request-change.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const lines = (...of: string[]): string => `${of.join('\n')}\n`
const header = 'date,creator,amount,currency,line_id'
const january = lines(header, '2026-01-14,@anna,10.00,USD,L1', '2026-02-14,@anna,5.00,USD,L2')
const admin = { by: 'admin@example.com', isAdmin: true }
const reason = 'A late invoice'
let driver: Driver
beforeEach(async () => {
  driver = await driveBooks()
})

async function closeJanuary(): Promise<void> {
  await driver.agree(await driver.change({ kind: 'close', months: ['2026-01'] }))
}

const summary = async (number: number) => (await driver.books.ledger.snapshot(number)) ?? expect.fail('no snapshot')
const warningCodes = async () => (await driver.report()).warnings.map(({ code }) => code)

describe('closing a month', () => {
  test('is previewed with what it pins, committed once and told in the snapshot', async () => {
    await driver.load({ file: january })
    const staged = await driver.change({ kind: 'close', months: ['2026-01', '2026-01'] })
    expect(staged).toMatchObject({ state: 'ready', restated: [], needsReason: false })
    expect(staged.pins).toMatchObject([
      { month: '2026-01', totals: { currency: 'USD', tiers: { all: { spendMinor: 1000 } } } },
    ])
    const done = await driver.agree(staged)
    expect(done).toMatchObject({ state: 'committed', snapshot: 2, committedBy: 'admin@example.com' })
    expect(await driver.agree({ id: done.id, preview: staged.preview })).toMatchObject({ snapshot: 2 })
    expect(await summary(2)).toMatchObject({
      action: 'closed',
      committedBy: 'admin@example.com',
      edit: { kind: 'close' },
      body: { closings: [{ month: '2026-01', closed: { snapshot: 2, by: 'admin@example.com' }, reopened: null }] },
    })
    expect(await driver.findings()).toEqual([])
  })

  test('needs an admin', async () => {
    await driver.load({ file: january })
    const staged = await driver.change({ kind: 'close', months: ['2026-01'] })
    await expect(driver.agree(staged, { isAdmin: false })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('twice changes nothing and is refused', async () => {
    await driver.load({ file: january })
    await closeJanuary()
    await expect(driver.change({ kind: 'close', months: ['2026-01'] })).rejects.toMatchObject({
      code: 'nothing-to-change',
    })
  })

  test('is shown again where the month has changed since it was looked at', async () => {
    await driver.load({ file: january })
    const staged = await driver.change({ kind: 'close', months: ['2026-01'] })
    await driver.load({ file: lines(header, '2026-01-15,@anna,1.00,USD,L3') })
    const back = await driver.agree(staged)
    expect(back).toMatchObject({ state: 'ready', warnings: [{ code: 'preview-changed' }] })
    expect(back.pins[0]?.totals.tiers.all.spendMinor).toBe(1100)
    expect(await driver.agree(back)).toMatchObject({ state: 'committed', snapshot: 3 })
  })

  test('goes through where only other months have changed since', async () => {
    await driver.load({ file: january })
    const staged = await driver.change({ kind: 'close', months: ['2026-01'] })
    await driver.load({ file: lines(header, '2026-02-15,@anna,1.00,USD,L3') })
    expect(await driver.agree(staged)).toMatchObject({ state: 'committed', snapshot: 3 })
  })
})

describe('a closed month', () => {
  beforeEach(async () => {
    await driver.load({ file: january })
    await closeJanuary()
  })

  test('refuses new rows in words that name month, totals and what to do', async () => {
    const late = await driver.upload({ file: lines(header, '2026-01-20,@anna,2.50,USD,L9') })
    expect(late).toMatchObject({ state: 'ready', restated: ['2026-01'] })
    expect(late.restates).toMatchObject([
      { before: { tiers: { unknown: { spendMinor: 1000 } } }, after: { tiers: { unknown: { spendMinor: 1250 } } } },
    ])
    await expect(driver.commit(late)).rejects.toMatchObject({
      code: 'month-closed',
      message: expect.stringMatching(/2026-01 \(spend 10\.00 USD to 12\.50 USD\).*admin/),
    })
    await expect(driver.commit(late, { reason })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await driver.totals()).toEqual({ spend: 1500, revenue: 0 })
  })

  test('takes them from an admin with a reason; the snapshot and reports tell', async () => {
    const late = await driver.upload({ file: lines(header, '2026-01-20,@anna,2.50,USD,L9') })
    expect(await driver.commit(late, { ...admin, reason })).toMatchObject({ state: 'committed', snapshot: 3 })
    expect(await summary(3)).toMatchObject({ reason, restated: ['2026-01'] })
    const { warnings } = await driver.report()
    expect(warnings.find(({ code }) => code === 'restated')?.message).toMatch(
      /2026-01 .*admin@example.com: A late invoice/,
    )
    expect((await driver.report({ from: '2026-02-01', to: '2026-02-28' })).warnings).toEqual([])
    expect((await driver.report({ snapshot: 2 })).warnings).toEqual([])
  })

  test('is not changed by rows that only move to another day of it', async () => {
    const moved = await driver.upload({ file: lines(header, '2026-01-15,@anna,10.00,USD,L1') })
    expect(moved.restated).toEqual(['2026-01'])
    await expect(driver.commit(moved)).rejects.toMatchObject({
      code: 'month-closed',
      message: expect.stringContaining('spend stays 10.00 USD'),
    })
  })

  test('takes a file that says only what it holds already', async () => {
    const again = await driver.upload({ file: january })
    expect(again).toMatchObject({ restated: [], rows: { recorded: 2 } })
    expect(await driver.commit(again)).toMatchObject({ state: 'committed' })
  })

  test('takes rows of open months', async () => {
    expect(await driver.load({ file: lines(header, '2026-02-20,@anna,2.50,USD,L9') })).toMatchObject({
      state: 'committed',
    })
    expect(await warningCodes()).toEqual([])
  })

  test('is not changed by a revert, with or without a preview', async () => {
    const [file] = (await driver.books.uploads.list({ limit: 1 })).items
    const upload = file ?? expect.fail('no upload')
    expect(await driver.revert(upload)).toMatchObject({
      state: 'committed',
      warnings: [{}, { code: 'closed-months' }, { code: 'revert-refused' }],
    })
    await expect(driver.revert(upload, undefined, { ...admin, reason })).rejects.toMatchObject({
      code: 'preview-missing',
    })
    const { preview } = await driver.preview(upload, 'revert')
    await expect(driver.revert(upload, preview ?? '')).rejects.toMatchObject({ code: 'month-closed' })
    expect(await driver.revert(upload, preview ?? '', { ...admin, reason })).toMatchObject({ state: 'reverted' })
    expect(await driver.totals()).toEqual({ spend: 0, revenue: 0 })
  })

  test('is not changed by follower counts, aliases or bands that move its tiers, unless for a reason', async () => {
    const counts = await driver.upload({ kind: 'creators', file: lines('creator,followers', '@anna,5000') })
    expect(counts.restates).toMatchObject([
      { before: { tiers: { unknown: { spendMinor: 1000 } } }, after: { tiers: { micro: { spendMinor: 1000 } } } },
    ])
    await expect(driver.commit(counts)).rejects.toMatchObject({ code: 'month-closed' })
    await driver.commit(counts, { ...admin, reason })
    const bands = await driver.change({ kind: 'settings', bands: { microFrom: 1000, microTo: 4000 } })
    expect(bands).toMatchObject({ needsReason: true, restated: ['2026-01'] })
    await expect(driver.agree(bands)).rejects.toMatchObject({ code: 'reason-missing' })
    expect(await driver.agree(bands, { reason: 'New rule' })).toMatchObject({ state: 'committed', reason: 'New rule' })
    expect((await driver.report()).tiers.macro.spendMinor).toBe(1500)
    expect(await warningCodes()).toEqual(['restated'])
  })

  test('is not changed by a margin', async () => {
    const results = 'date,campaign,creator,platform,revenue,currency'
    await driver.load({ kind: 'results', file: lines(results, '2026-03-01,Spring,@anna,ig,20.00,USD') })
    await driver.agree(await driver.change({ kind: 'close', months: ['2026-03'] }))
    const margin = await driver.upload({ kind: 'campaigns', file: lines('campaign,margin', 'Spring,0.5') })
    expect(margin.restates).toMatchObject([
      {
        month: '2026-03',
        before: { tiers: { all: { grossProfitMinor: null } } },
        after: { tiers: { all: { grossProfitMinor: 1000 } } },
      },
    ])
    await expect(driver.commit(margin)).rejects.toMatchObject({ code: 'month-closed' })
  })

  test('that was closed after a file was looked at hands the file back', async () => {
    const file = await driver.upload({ file: lines(header, '2026-02-20,@anna,2.50,USD,L9') })
    await driver.agree(await driver.change({ kind: 'close', months: ['2026-02'] }))
    const back = await driver.commit(file)
    expect(back).toMatchObject({ state: 'ready', restated: ['2026-02'] })
    expect(back.warnings.map(({ code }) => code)).toContain('preview-changed')
  })

  test('is opened again by an admin with a reason, changed, and closed again as restated', async () => {
    const open = await driver.change({ kind: 'reopen', months: ['2026-01'] })
    await expect(driver.agree(open)).rejects.toMatchObject({ code: 'reason-missing' })
    await driver.agree(open, { reason })
    expect(await warningCodes()).toEqual(['reopened'])
    await driver.load({ file: lines(header, '2026-01-20,@anna,2.50,USD,L9') })
    const close = await driver.change({ kind: 'close', months: ['2026-01'] })
    expect(close).toMatchObject({ restated: ['2026-01'], needsReason: false })
    await driver.agree(close)
    const { warnings } = await driver.report()
    expect(warnings).toMatchObject([{ code: 'restated', message: expect.stringContaining(reason) }])
  })

  test('that was opened and closed without a change says nothing of it', async () => {
    await driver.agree(await driver.change({ kind: 'reopen', months: ['2026-01'] }), { reason })
    await closeJanuary()
    expect(await warningCodes()).toEqual([])
  })
})

describe('another reporting currency', () => {
  const rates = lines('date,from,to,rate', '2026-01-12,EUR,USD,1.25', '2026-02-14,EUR,USD,1.25')

  test('folds every month, says which rows took an earlier rate, and shows months before and after', async () => {
    await driver.load({ kind: 'fx', file: rates })
    await driver.load({ file: january })
    const staged = await driver.change({ kind: 'currency', currency: 'EUR' })
    expect(staged).toMatchObject({
      state: 'ready',
      warnings: [{ code: 'earlier-rates', rows: 1 }],
      reported: [
        {
          month: '2026-01',
          before: { currency: 'USD', spendMinor: 1000 },
          after: { currency: 'EUR', spendMinor: 800 },
        },
        { month: '2026-02', before: { currency: 'USD', spendMinor: 500 }, after: { currency: 'EUR', spendMinor: 400 } },
      ],
      progress: { months: 2, monthsTotal: 2 },
    })
    expect((await driver.report({ preview: staged.preview ?? '' })).currency).toBe('EUR')
    expect(await driver.agree(staged)).toMatchObject({ state: 'committed' })
    expect(await driver.report()).toMatchObject({ currency: 'EUR', reconciliation: { ledgerMinor: 1200 } })
    expect(await driver.findings()).toEqual([])
    await driver.load({ file: lines(header, '2026-02-15,@anna,1.00,EUR,L3') })
    expect((await driver.totals()).spend).toBe(1300)
  })

  test('is refused where it is no currency, with how to write one', async () => {
    await expect(driver.change({ kind: 'currency', currency: 'ABC' })).rejects.toMatchObject({
      code: 'invalid-request',
      message: 'ABC is not a currency that ISO 4217 lists. Write the code of one, such as EUR.',
    })
  })

  test('is refused where rows have no rate, never one to one', async () => {
    await driver.load({ file: january })
    const refused = await driver.change({ kind: 'currency', currency: 'EUR' })
    expect(refused).toMatchObject({ state: 'refused', preview: null, problemsTotal: 2 })
    expect(refused.problems[0]).toMatchObject({ code: 'no-rate', found: 'USD on 2026-01-14' })
    await expect(driver.agree(refused)).rejects.toMatchObject({ code: 'change-state' })
  })

  test('changes what closed months say, and needs a reason', async () => {
    await driver.load({ kind: 'fx', file: rates })
    await driver.load({ file: january })
    await closeJanuary()
    const staged = await driver.change({ kind: 'currency', currency: 'EUR' })
    expect(staged).toMatchObject({ restated: ['2026-01'], needsReason: true })
  })
})

test('a corrected rate shows which months it changes, in the reporting currency, before and in its snapshot', async () => {
  const rates = lines('date,from,to,rate', '2026-01-14,EUR,USD,1.10')
  await driver.load({ kind: 'fx', file: rates })
  await driver.load({ file: lines(header, '2026-01-14,@anna,10.00,EUR,L1', '2026-02-14,@anna,5.00,USD,L2') })
  const corrected = await driver.upload({ kind: 'fx', file: rates.replace('1.10', '1.20') })
  const reported = [
    {
      month: '2026-01',
      before: { currency: 'USD', spendMinor: 1100, revenueMinor: 0 },
      after: { currency: 'USD', spendMinor: 1200, revenueMinor: 0 },
    },
  ]
  expect(corrected.reported).toEqual(reported)
  await driver.commit(corrected)
  expect(await summary(3)).toMatchObject({ changes: [], reported })
})

test('rows on a day without a rate say which earlier one they take', async () => {
  await driver.load({ kind: 'fx', file: lines('date,from,to,rate', '2026-01-13,EUR,USD,1.10') })
  const upload = await driver.upload({
    file: lines(header, '2026-01-14,@anna,10.00,EUR,L1', '2026-01-13,@anna,1.00,EUR,L2'),
  })
  expect(upload.warnings.find(({ code }) => code === 'earlier-rates')).toEqual({
    code: 'earlier-rates',
    message:
      '1 row of 1 day without an exchange rate takes the last one before, at most seven days old, e.g. EUR on 2026-01-14 uses 2026-01-13 (1.1 USD).',
    rows: 1,
  })
})

test('many rows on days without a rate are counted, and the first day is named', async () => {
  await driver.load({ kind: 'fx', file: lines('date,from,to,rate', '2026-01-31,EUR,USD,1.2082') })
  const dated = (day: string, at: number): string => `${day},@anna,10.00,EUR,L${at}`
  const upload = await driver.upload({ file: lines(header, ...['2026-02-02', '2026-02-01', '2026-02-01'].map(dated)) })
  expect(upload.warnings.find(({ code }) => code === 'earlier-rates')).toEqual({
    code: 'earlier-rates',
    message:
      '3 rows of 2 days without an exchange rate take the last one before, at most seven days old, e.g. EUR on 2026-02-01 uses 2026-01-31 (1.2082 USD).',
    rows: 3,
  })
})

describe('four eyes', () => {
  const someone = { by: 'ben@example.com', isAdmin: false }
  const two = async () => driver.agree(await driver.change({ kind: 'settings', fourEyes: true }))

  test('whoever uploaded a file does not commit it, another does', async () => {
    await two()
    const file = await driver.upload({ file: january })
    await expect(driver.commit(file)).rejects.toMatchObject({ code: 'four-eyes' })
    expect(await driver.commit(file, someone)).toMatchObject({ state: 'committed', committedBy: someone.by })
  })

  test('nor what they asked to revert or to commit again, and no revert goes unseen', async () => {
    const file = await driver.load({ file: january })
    await two()
    await expect(driver.revert(file)).rejects.toMatchObject({ code: 'four-eyes' })
    const seen = (await driver.preview(file, 'revert')).preview ?? ''
    await expect(driver.revert(file, seen)).rejects.toMatchObject({ code: 'four-eyes' })
    expect(await driver.revert(file, seen, someone)).toMatchObject({ state: 'reverted' })
    const back = await driver.preview(file, 'commit')
    await expect(driver.commit(back)).rejects.toMatchObject({ code: 'four-eyes' })
    expect(await driver.commit(back, someone)).toMatchObject({ state: 'committed' })
  })

  test('nor a change of the books, four eyes themselves included', async () => {
    await two()
    const staged = await driver.change({ kind: 'settings', fourEyes: false }, admin.by)
    await expect(driver.agree(staged)).rejects.toMatchObject({ code: 'four-eyes' })
    expect(await driver.agree(staged, { by: 'another admin' })).toMatchObject({ state: 'committed' })
  })

  test('hold for what was asked for before they were required', async () => {
    const file = await driver.upload({ file: january })
    const record = await driver.books.uploads.get(file.id)
    if (!record) return expect.fail('no record')
    await driver.books.uploads.update({
      ...record,
      state: 'committing',
      agreed: record.preview,
      task: { kind: 'commit', by: record.createdBy, reason: null },
    })
    await two()
    await driver.work(file.id)
    expect(await driver.show(file.id)).toMatchObject({ state: 'ready', warnings: [{}, { code: 'commit-refused' }] })
  })
})

test('a change is given up before it is committed, and not afterwards', async () => {
  await driver.load({ file: january })
  const staged = await driver.change({ kind: 'close', months: ['2026-01'] })
  expect(await driver.cancel(staged.id)).toMatchObject({ state: 'cancelled', preview: null })
  await expect(
    commitChange(driver.deps, { id: staged.id, preview: staged.preview ?? '', ...admin }),
  ).rejects.toMatchObject({
    code: 'change-state',
  })
})
