import { beforeAll, expect, test } from 'vitest'
import { type CampaignRow, ReportQuery } from '../../functions/contract/report.ts'
import { listCampaigns } from '../../functions/usecases/list-campaigns.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`

let driver: Driver
beforeAll(async () => {
  driver = await driveBooks()
  await driver.load({
    file: lines(
      'date,campaign,creator,platform,status,amount,currency',
      '2026-03-01,Spring,@anna,instagram,paid,10.01,USD',
      '2026-03-02,Spring,@bob,instagram,invoiced,20.02,USD',
      '2026-03-03,Spring,@cem,instagram,committed,30.03,USD',
      '2026-04-01,Spring,@cem,instagram,,40.04,USD',
      '2026-03-05,Spring,,,paid,5.05,USD',
      '2026-03-05,Alone,@anna,instagram,paid,7.00,USD',
    ),
  })
  await driver.load({
    kind: 'results',
    file: lines(
      'date,campaign,creator,platform,post,published,conversions,brand_fit,content_score',
      '2026-03-02,Spring,@anna,instagram,p1,2026-03-02,4,80,60.5',
      '2026-03-03,Spring,@bob,instagram,p2,2026-03-03,2,70,',
      '2026-03-04,Spring,@cem,instagram,p3,2026-03-04,5,60,',
      '2026-03-05,Alone,@anna,instagram,p4,2026-03-05,3,,',
    ),
  })
  await driver.load({
    kind: 'campaigns',
    file: lines(
      'campaign,objective,start,end,budget,currency,target_cpa',
      'Spring,conversions,2026-03-01,2026-04-30,200.00,USD,12.00',
      'Alone,awareness,2026-03-01,2026-03-31,100.00,EUR,',
    ),
  })
})

async function row(name: string, query: Partial<ReportQuery> = {}): Promise<CampaignRow> {
  const { campaigns } = await listCampaigns({ books: driver.books }, ReportQuery.parse(query), { limit: 10 })
  const found = campaigns.find((campaign) => campaign.name === name)
  if (!found) throw new Error(`no campaign ${name}`)
  return found
}

const sumOf = ({ statuses }: CampaignRow): number => Object.values(statuses).reduce((sum, minor) => sum + minor, 0)

test('spend by status adds up to what was spent, to the cent, overhead among it', async () => {
  const spring = await row('Spring')
  expect(spring.statuses).toEqual({ unstatedMinor: 4004, committedMinor: 3003, invoicedMinor: 2002, paidMinor: 1506 })
  expect(sumOf(spring)).toBe(spring.spendMinor + spring.overheadMinor)
  expect(spring.spentMinor).toBe(10515)
})

test.each([
  { from: '2026-03-02', to: '2026-03-31' },
  { overhead: 'spread' as const },
  { platform: ['instagram'] },
  { basis: 'campaign' as const },
])('statuses add up to the spend of the rows that are asked about: %j', async (query) => {
  const spring = await row('Spring', query)
  expect(sumOf(spring)).toBe(spring.spendMinor + spring.overheadMinor)
})

test('what is spent of the budget, and its pace, do not hang on the range; on the basis they do', async () => {
  const march = await row('Spring', { from: '2026-03-01', to: '2026-03-31' })
  expect([march.spendMinor, march.spentMinor]).toEqual([6006, 10515])
  expect(march.pace).toEqual((await row('Spring')).pace)
  const paid = await row('Spring', { spendBasis: 'paid' })
  expect(paid.spentMinor).toBe(5510)
  expect(sumOf(paid)).toBe(10515)
  expect(march.pace).toMatchObject({ state: 'on-pace', daysGone: 32, days: 61, through: '2026-04-01' })
  expect(paid.pace).toMatchObject({ state: 'behind', spentShare: 0.2755 })
})

test('a budget in another currency is shown and not compared', async () => {
  const alone = await row('Alone')
  expect([alone.budgetMinor, alone.budgetCurrency]).toEqual([10000, 'EUR'])
  expect(alone.pace).toEqual({ kind: 'unknown', reason: 'other-currency' })
})

test('metrics of several creators have the interval that the report of the campaign gives', async () => {
  const { tiers } = await driver.report({ campaign: ['Spring'] })
  const spring = await row('Spring')
  expect(spring.metrics).toEqual(tiers.all.metrics)
  expect(spring.metrics.cpa).toMatchObject({ kind: 'interval', creators: 3 })
  expect(spring.targets).toMatchObject([{ metric: 'cpa', met: true }])
})

test('a campaign of one creator says so', async () => {
  expect((await row('Alone')).metrics.cpa).toEqual({ kind: 'exact', point: 700 / 3, reason: 'one-creator' })
})

test('it is judged by the metric of its own objective until one is asked for', async () => {
  expect((await row('Spring')).metric).toBe('cpa')
  expect((await row('Alone')).metric).toBe('cpm')
  expect((await row('Alone', { metric: 'roas' })).metric).toBe('roas')
})

test('brand fit is the mean over rows that have a score, with its interval over creators', async () => {
  const { brandFit, contentScore, scored } = await row('Spring')
  expect(brandFit).toMatchObject({ kind: 'interval', point: 70, creators: 3 })
  expect(contentScore).toEqual({ kind: 'exact', point: 60.5, reason: 'one-creator' })
  expect(scored).toEqual({ brandFit: 3, contentScore: 1 })
  expect((await row('Alone')).brandFit).toEqual({ kind: 'unavailable', reason: 'no-data' })
})
