import { beforeAll, expect, test } from 'vitest'
import { ReportQuery } from '../../functions/contract/report.ts'
import { listCreators } from '../../functions/usecases/list-creators.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`
const header = 'date,campaign,creator,platform,post,published,clicks,conversions,revenue,currency'

let driver: Driver
beforeAll(async () => {
  driver = await driveBooks({ objective: 'conversions' })
  await driver.load({
    file: lines(
      'date,campaign,creator,platform,amount,currency',
      '2026-03-01,A,@lucky,tiktok,10.00,USD',
      '2026-03-01,A,@proven,tiktok,1000.00,USD',
      '2026-03-01,A,@usual,tiktok,1000.00,USD',
      '2026-03-01,A,@poor,tiktok,1000.00,USD',
      '2026-03-01,A,@untold,tiktok,1.00,USD',
    ),
  })
  await driver.load({
    kind: 'results',
    file: lines(
      header,
      '2026-03-02,A,@lucky,tiktok,a,2026-03-02,9,2,90,USD',
      '2026-03-02,A,@proven,tiktok,b,2026-03-02,900,100,900,USD',
      '2026-03-02,A,@usual,tiktok,c,2026-03-02,900,50,900,USD',
      '2026-03-02,A,@poor,tiktok,d,2026-03-02,900,20,900,USD',
    ),
  })
})

const list = (query: Partial<ReportQuery>, page: { limit: number; cursor?: string; sort?: string }) =>
  listCreators({ books: driver.books }, ReportQuery.parse(query), page)
const namesOf = ({ creators }: Awaited<ReturnType<typeof list>>) => creators.map(({ name }) => name)

test('creators are ranked by the metric of the workspace’s objective, or by the one asked for', async () => {
  const usual = await list({}, { limit: 10, sort: 'rank' })
  expect(usual.metric).toBe('cpa')
  expect(namesOf(usual)).toEqual(['@proven', '@lucky', '@usual', '@poor', '@untold'])
  expect(usual.creators.map(({ ranking }) => ranking.rank)).toEqual([1, 2, 3, 4, null])
  const byCvr = await list({ metric: 'cvr' }, { limit: 10, sort: 'rank' })
  expect(byCvr.metric).toBe('cvr')
})

test('the own figure of a creator stays beside what is believed of it', async () => {
  const { creators } = await list({ creator: ['@lucky'] }, { limit: 1 })
  expect(creators[0]?.metrics.cpa).toEqual({ kind: 'exact', point: 500 })
  expect(creators[0]?.lastPosted).toBe('2026-03')
})

test('pages of one ranking fit together', async () => {
  const first = await list({}, { limit: 2, sort: 'rank' })
  const second = await list({}, { limit: 2, sort: 'rank', cursor: first.next ?? '' })
  expect([...namesOf(first), ...namesOf(second)]).toEqual(['@proven', '@lucky', '@usual', '@poor'])
})

test('a new commit is ranked anew', async () => {
  const before = await list({}, { limit: 10, sort: 'rank' })
  await driver.load({
    kind: 'results',
    file: lines(header, '2026-03-03,A,@poor,tiktok,e,2026-03-03,900,400,900,USD'),
  })
  const after = await list({}, { limit: 10, sort: 'rank' })
  expect(namesOf(after)[0]).toBe('@poor')
  expect(namesOf(await list({ snapshot: before.snapshot.number }, { limit: 10, sort: 'rank' }))).toEqual(
    namesOf(before),
  )
})

test('a ranking by full cost follows the costs of a deal', async () => {
  const full = async () => (await list({ overhead: 'full', creator: ['@lucky'] }, { limit: 1 })).creators[0]?.spendMinor
  const direct = await full()
  await driver.agree(
    await driver.change({
      kind: 'settings',
      dealCosts: { currency: 'USD', hours: 0, hourlyMinor: 0, otherMinor: 500 },
    }),
  )
  expect(await full()).toBe((direct ?? 0) + 500)
})
