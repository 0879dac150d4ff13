import { beforeEach, describe, expect, test } from 'vitest'
import { type Driver, driveBooks } from './drive-books.ts'

const lines = (...of: string[]): string => `${of.join('\n')}\n`
let driver: Driver
beforeEach(async () => {
  driver = await driveBooks()
})

const spendOf = async (): Promise<number> => (await driver.totals()).spend
const counts = { read: 3, valid: 3, new: 0, recorded: 0, corrected: 0, excluded: 0, problems: 0 }
/** All that a report says but for the number and instant of its snapshot. */
const bookState = async (): Promise<unknown> => ({ ...(await driver.report()), snapshot: null })

describe('a file with line ids', () => {
  const header = 'date,campaign,creator,amount,currency,line_id'
  const march = lines(
    header,
    '2026-03-01,Spring,@anna,10.00,USD,L1',
    '2026-03-02,Spring,@bob,20.00,USD,L2',
    '2026-03-02,Spring,@bob,20.00,USD,L3',
  )
  const changed = march.replace('20.00,USD,L2', '25.00,USD,L2')
  const overlapping = lines(
    header,
    '2026-03-02,Spring,@bob,20.00,USD,L3',
    '2026-03-03,Spring,@carl,40.00,USD,L4',
    '2026-03-04,Spring,@carl,80.00,USD,L5',
  )

  test('once: every row is new', async () => {
    const upload = await driver.load({ file: march })
    expect(upload.rows).toEqual({ ...counts, new: 3 })
    expect(upload.totals).toEqual([{ measure: 'spend', currency: 'USD', amountMinor: 5000, rows: 3 }])
    expect(await spendOf()).toBe(5000)
  })

  test('twice: every row is recorded and nothing is added', async () => {
    await driver.load({ file: march })
    const before = await bookState()
    const again = await driver.load({ file: march })
    expect(again.rows).toEqual({ ...counts, recorded: 3 })
    expect(again.totals).toEqual([{ measure: 'spend', currency: 'USD', amountMinor: 5000, rows: 3 }])
    expect(await bookState()).toEqual(before)
  })

  test('with one amount changed: one correction, and the books have the new amount', async () => {
    await driver.load({ file: march })
    const corrected = await driver.load({ file: changed })
    expect(corrected.rows).toEqual({ ...counts, recorded: 2, corrected: 1 })
    expect(await spendOf()).toBe(5500)
  })

  test('overlapping with another: what both hold counts once', async () => {
    await driver.load({ file: march })
    const upload = await driver.load({ file: overlapping })
    expect(upload.rows).toEqual({ ...counts, recorded: 1, new: 2 })
    expect(await spendOf()).toBe(17_000)
  })

  test('reverted: the report is that of the same history without it', async () => {
    await driver.load({ file: march })
    const before = await bookState()
    const corrected = await driver.load({ file: changed })
    await driver.revert(corrected)
    expect(await bookState()).toEqual(before)
  })

  test('the first reverted: what the second holds stays', async () => {
    const first = await driver.load({ file: march })
    await driver.load({ file: overlapping })
    await driver.revert(first)
    expect(await spendOf()).toBe(14_000)
    expect(await driver.findings()).toEqual([])
  })

  test('re-committed: it takes its former place, so that the later correction still wins', async () => {
    const first = await driver.load({ file: march })
    await driver.load({ file: changed })
    const before = await bookState()
    await driver.revert(first)
    await driver.commit(await driver.preview(first, 'commit'))
    expect(await bookState()).toEqual(before)
    expect(await spendOf()).toBe(5500)
  })

  test('a line that moves to another month is a problem until it is said to be a move', async () => {
    await driver.load({ file: march })
    const file = lines(header, '2026-04-02,Spring,@bob,20.00,USD,L2')
    expect(await driver.upload({ file })).toMatchObject({ state: 'rejected' })
    const moved = await driver.load({ file, options: { moves: 'move' } })
    expect(moved.rows).toMatchObject({ corrected: 1 })
    expect(await spendOf()).toBe(5000)
    expect((await driver.totals({ from: '2026-04-01', to: '2026-04-30' })).spend).toBe(2000)
    expect(await driver.findings()).toEqual([])
  })
})

describe('a file without line ids', () => {
  const header = 'date,campaign,creator,amount,currency'
  const march = lines(
    header,
    '2026-03-01,Spring,@anna,10.00,USD',
    '2026-03-02,Spring,@bob,20.00,USD',
    '2026-03-02,Spring,@bob,20.00,USD',
  )

  test('once: two equal lines are two costs', async () => {
    expect((await driver.load({ file: march })).rows).toEqual({ ...counts, new: 3 })
    expect(await spendOf()).toBe(5000)
  })

  test('twice: nothing is added', async () => {
    await driver.load({ file: march })
    const before = await bookState()
    expect((await driver.load({ file: march })).rows).toEqual({ ...counts, recorded: 3 })
    expect(await bookState()).toEqual(before)
  })

  test('with one amount changed: the changed row is another one, until the file is replaced', async () => {
    const first = await driver.load({ file: march })
    const file = march.replace('@anna,10.00', '@anna,15.00')
    const beside = await driver.load({ file })
    expect(beside.rows).toEqual({ ...counts, recorded: 2, new: 1 })
    expect(await spendOf()).toBe(6500)
    await driver.revert(beside)
    const instead = await driver.load({ file, replaces: first.id })
    expect(instead.rows.new + instead.rows.corrected + instead.rows.recorded).toBe(3)
    expect(await spendOf()).toBe(5500)
    expect(await driver.show(first.id)).toMatchObject({ state: 'reverted', replacedBy: instead.id })
    expect(await driver.findings()).toEqual([])
  })

  test('overlapping with another: the largest count in one file counts', async () => {
    await driver.load({ file: march })
    const upload = await driver.load({
      file: lines(
        header,
        '2026-03-02,Spring,@bob,20.00,USD',
        '2026-03-02,Spring,@bob,20.00,USD',
        '2026-03-02,Spring,@bob,20.00,USD',
      ),
    })
    expect(upload.rows).toEqual({ ...counts, recorded: 2, new: 1 })
    expect(await spendOf()).toBe(7000)
  })

  test('reverted: the report is that of the same history without it', async () => {
    await driver.load({ file: march })
    const before = await bookState()
    const again = await driver.load({ file: march })
    await driver.revert(again)
    expect(await bookState()).toEqual(before)
  })

  test('a later status of the same row is news of its status, not another cost', async () => {
    await driver.load({ file: lines(`${header},status`, '2026-03-01,Spring,@anna,10.00,USD,committed') })
    expect((await driver.totals({ spendBasis: 'paid' })).spend).toBe(0)
    const paid = await driver.load({ file: lines(`${header},status`, '2026-03-01,Spring,@anna,10.00,USD,paid') })
    expect(paid.rows).toMatchObject({ new: 0, recorded: 1 })
    expect(paid.warnings.map(({ code }) => code)).toContain('statuses-updated')
    expect(await driver.totals({ spendBasis: 'paid' })).toEqual({ spend: 1000, revenue: 0 })
    expect(await spendOf()).toBe(1000)
  })

  test('beside the same rows with line ids it is a problem until they are said to differ', async () => {
    await driver.load({ file: lines(`${header},line_id`, '2026-03-01,Spring,@anna,10.00,USD,L1') })
    const file = lines(header, '2026-03-01,Spring,@anna,10.00,USD')
    const rejected = await driver.upload({ file })
    expect((await driver.problems(rejected)).map(({ code }) => code)).toEqual(['twin-with-and-without-id'])
    await driver.load({ file, options: { twins: 'differ' } })
    expect(await spendOf()).toBe(2000)
  })
})

describe('a results file', () => {
  const header = 'date,campaign,creator,platform,post,published'
  const aPost = '2026-03-02,Spring,@anna,instagram,p1,2026-03-01'

  test('twice: nothing is added', async () => {
    const file = lines(`${header},clicks`, `${aPost},100`)
    await driver.load({ kind: 'results', file })
    const before = await bookState()
    expect((await driver.load({ kind: 'results', file })).rows).toMatchObject({ read: 1, recorded: 1, new: 0 })
    expect(await bookState()).toEqual(before)
  })

  test('with one figure changed: the later figure counts', async () => {
    await driver.load({ kind: 'results', file: lines(`${header},clicks`, `${aPost},100`) })
    const corrected = await driver.load({ kind: 'results', file: lines(`${header},clicks`, `${aPost},130`) })
    expect(corrected.rows).toMatchObject({ corrected: 1 })
    expect((await driver.report()).tiers.all).toMatchObject({ clicks: 130, posts: 1 })
  })

  test('of a platform and one of a shop complete each other', async () => {
    await driver.load({ kind: 'results', file: lines(`${header},clicks`, `${aPost},100`) })
    await driver.load({
      kind: 'results',
      file: lines(`${header},conversions,revenue,currency`, `${aPost},7,70.00,USD`),
    })
    expect((await driver.report()).tiers.all).toMatchObject({
      clicks: 100,
      conversions: 7,
      revenueMinor: 7000,
      posts: 1,
    })
  })

  test('equal lines of one file add up', async () => {
    await driver.load({ kind: 'results', file: lines(`${header},clicks`, `${aPost},100`, `${aPost},100`) })
    expect((await driver.report()).tiers.all).toMatchObject({ clicks: 200, posts: 1 })
  })
})

describe('posts of a results file', () => {
  const header = 'date,campaign,creator,platform,post,published,clicks'
  const codesOf = async (...rows: string[]): Promise<[number, string][]> => {
    const upload = await driver.upload({ kind: 'results', file: lines(header, ...rows) })
    return (await driver.problems(upload)).map(({ line, code }) => [line, code])
  }

  test.each([
    ['creator', '2026-04-02,Spring,@bob,instagram,p1,2026-03-01,5'],
    ['campaign', '2026-04-02,Autumn,@anna,instagram,p1,2026-03-01,5'],
    ['publication', '2026-04-02,Spring,@anna,instagram,p1,2026-03-02,5'],
  ])('have one %s in all months', async (_, row) => {
    const first = '2026-03-02,Spring,@anna,instagram,p1,2026-03-01,5'
    expect(await codesOf(first, row)).toEqual([[3, 'post-contradicted']])
  })

  test('may say in a later month what they left out', async () => {
    const rows = ['2026-03-02,,@anna,instagram,p1,,5', '2026-04-02,Spring,,instagram,p1,2026-03-01,5']
    expect(await codesOf(...rows)).toEqual([])
    expect(await codesOf(...rows, '2026-05-02,Autumn,@anna,instagram,p1,,5')).toEqual([[4, 'post-contradicted']])
  })
})

describe('a directory file', () => {
  test.each([
    ['creators', lines('creator,followers,niche', '@anna,5000,Food', '@bob,900,Food'), '900', '950'],
    ['campaigns', lines('campaign,brand', 'Spring,Northwind', 'Autumn,Contoso'), 'Contoso', 'Fabrikam'],
    ['aliases', lines('alias,name', 'Anna Smith,@anna', 'Bob Smith,@bob'), '@bob', '@carl'],
    ['fx', lines('date,from,to,rate', '2026-03-13,EUR,USD,1.10', '2026-03-14,EUR,USD,1.11'), '1.11', '1.12'],
  ] as const)('of %s that takes the place of itself is recorded', async (kind, file, old, changed) => {
    const of = { ...counts, read: 2, valid: 2 }
    const first = await driver.load({ kind, file })
    expect(first.rows).toEqual({ ...of, new: 2 })
    const again = await driver.load({ kind, file, replaces: first.id })
    expect(again.rows).toEqual({ ...of, recorded: 2 })
    const corrected = await driver.load({ kind, file: file.replace(old, changed), replaces: again.id })
    expect(corrected.rows).toEqual({ ...of, recorded: 1, corrected: 1 })
    expect(await driver.findings()).toEqual([])
  })
})

describe('a period of days', () => {
  const file = lines(
    'date,campaign,creator,amount,currency,period_start,period_end,line_id',
    '2026-03-14,Spring,@anna,100.00,USD,2026-03-30,2026-04-01,L1',
  )

  test('is spread to the cent: the first days take what is left over', async () => {
    await driver.load({ file })
    const spend = async (date: string): Promise<number> => (await driver.totals({ from: date, to: date })).spend
    expect([await spend('2026-03-30'), await spend('2026-03-31'), await spend('2026-04-01')]).toEqual([
      3334, 3333, 3333,
    ])
    expect(await spendOf()).toBe(10_000)
  })

  test('counts as one line', async () => {
    const upload = await driver.load({ file })
    expect(upload.rows).toMatchObject({ read: 1, valid: 1, new: 1 })
    expect(upload.months).toEqual(['2026-03', '2026-04'])
    expect((await driver.upload({ file })).rows).toMatchObject({ recorded: 1, new: 0 })
  })
})
