import { beforeEach, expect, test } from 'vitest'
import { trialBalanceCsv } from '../../functions/domain/report/trial-balance-csv.ts'
import { makeTrialBalance } from '../../functions/usecases/make-trial-balance.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const lines = (...of: string[]): string => `${of.join('\n')}\n`
const rates = lines(
  'date,from,to,rate',
  '2026-01-05,EUR,USD,1.1111',
  '2026-01-20,EUR,USD,1.2345',
  '2026-01-30,EUR,USD,1.2',
  '2026-01-05,USD,JPY,150.5',
)
const spend = lines(
  'date,creator,amount,currency,line_id,period_start,period_end',
  '2026-01-05,@anna,10.01,EUR,L1,,',
  '2026-01-20,@anna,-3.33,EUR,L2,,',
  '2026-01-21,@bob,7.77,EUR,L3,,',
  '2026-01-06,@bob,1001,JPY,L4,,',
  '2026-01-05,@bob,100.00,EUR,L5,2026-01-30,2026-02-02',
  '2026-01-09,@bob,5.00,USD,L6,,',
)
let driver: Driver
beforeEach(async () => {
  driver = await driveBooks()
  await driver.load({ kind: 'fx', file: rates })
  await driver.load({ file: spend })
})

const balance = (query = {}) => makeTrialBalance({ books: driver.books }, query)

test('each line is tied from its own currency to the books by an fx and a rounding line', async () => {
  const { lines: found } = await balance({ to: '2026-01' })
  // By hand: at 1.2 of 30 January 64.45 EUR are 77.34. Exactly, 60.01 EUR at 1.1111 and 4.44 at 1.2345 are 72.158291,
  // which rounds to 72.16; row by row 11.12 - 4.11 + 9.59 + 55.56 (half of 111.11, its larger part) are 72.16.
  expect(found[0]).toEqual({
    month: '2026-01',
    measure: 'spend',
    currency: 'EUR',
    rows: 4,
    ownMinor: 6445,
    rate: '1.2',
    rateDay: '2026-01-30',
    atMonthRateMinor: 7734,
    fxMinor: 7216 - 7734,
    roundingMinor: 0,
    reportingMinor: 7216,
  })
  // 1001 / 150.5 is 6.6511…; the rates of yen end on 5 January, so its rows' own rate is the month's.
  expect(found[1]).toMatchObject({
    currency: 'JPY',
    ownMinor: 1001,
    rate: '0.0066445183',
    atMonthRateMinor: 665,
    fxMinor: 0,
  })
  expect(found[2]).toMatchObject({ currency: 'USD', rate: '1', rateDay: null, fxMinor: 0, roundingMinor: 0 })
})

test('the lines add up to the books, month by month', async () => {
  const { months, lines: found } = await balance()
  for (const { month, spendMinor } of months) {
    const own = found.filter((line) => line.month === month)
    expect(own.reduce((sum, line) => sum + line.atMonthRateMinor + line.fxMinor + line.roundingMinor, 0)).toBe(
      spendMinor,
    )
  }
  expect(months.reduce((sum, { spendMinor }) => sum + spendMinor, 0)).toBe((await driver.totals()).spend)
})

test('what was rounded row by row stands in the rounding line', async () => {
  const pennies = Array.from({ length: 9 }, (_, i) => `2026-03-0${i + 1},@anna,0.01,EUR,M${i}`)
  await driver.load({
    kind: 'fx',
    file: lines('date,from,to,rate', '2026-03-01,EUR,USD,1.4', '2026-03-08,EUR,USD,1.4'),
  })
  await driver.load({ file: lines('date,creator,amount,currency,line_id', ...pennies) })
  const { lines: found } = await balance({ from: '2026-03' })
  // Nine times 0.014 is 0.126; nine times a rounded cent is 0.09. The rates end on 8 March, so the last row's is the month's.
  expect(found).toMatchObject([{ ownMinor: 9, atMonthRateMinor: 13, fxMinor: 0, roundingMinor: -4, reportingMinor: 9 }])
})

test('revenue in several currencies of one group is tied too', async () => {
  const header = 'date,campaign,creator,platform,post,revenue,currency'
  const row = '2026-01-20,Spring,@anna,ig,p1'
  await driver.load({ kind: 'results', file: lines(header, `${row},1.01,EUR`, `${row},0.03,EUR`, `${row},0.50,USD`) })
  const { months, lines: found } = await balance({ to: '2026-01' })
  const revenue = found.filter(({ measure }) => measure === 'revenue')
  expect(revenue.map(({ currency, ownMinor }) => [currency, ownMinor])).toEqual([
    ['EUR', 104],
    ['USD', 50],
  ])
  expect(revenue.reduce((sum, { reportingMinor }) => sum + reportingMinor, 0)).toBe(months[0]?.revenueMinor)
})

test('the file has three lines of each, whose amounts are numbers', async () => {
  const csv = trialBalanceCsv(await balance({ to: '2026-01' }))
  expect(csv.split('\r\n').slice(0, 4)).toEqual([
    'month,account,currency,amount,rate,rate_day,reporting_currency,reporting_amount,rows',
    '2026-01,spend,EUR,64.45,1.2,2026-01-30,USD,77.34,4',
    '2026-01,spend-fx,EUR,0.00,,,USD,-5.18,',
    '2026-01,spend-rounding,EUR,0.00,,,USD,0.00,',
  ])
  expect(csv).toContain('2026-01,spend,JPY,1001,0.0066445183,2026-01-05,USD,6.65,1')
})

test('a past state, and a preview, are balanced as they are', async () => {
  expect((await balance({ snapshot: 1 })).lines).toEqual([])
  const { preview } = await driver.change({ kind: 'currency', currency: 'EUR' })
  expect(await balance({ preview: preview ?? '' })).toMatchObject({ currency: 'EUR', preview })
})
