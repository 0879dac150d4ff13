import { beforeAll, expect, test } from 'vitest'
import { ReportQuery } from '../../functions/contract/report.ts'
import { answerClaims } from '../../functions/usecases/answer-claims.ts'
import { aTier, claimOf, tierFiles } from '../report/claims/some-claims.ts'
import { foldFiles } from '../report/fold-files.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const big = { followers: 500_000, impressions: 250_000, engagements: 10_000, clicks: 2_000, conversions: 400 }
const files = tierFiles(aTier(), aTier(big), { target: 'food', nicheOf: (creator) => (creator % 2 ? 'food' : 'cars') })

let driver: Driver
beforeAll(async () => {
  driver = await driveBooks({ objective: 'sales' })
  for (const { kind, file } of files) await driver.load({ kind, file })
})

const answer = (query: Partial<ReportQuery> = {}) => answerClaims({ books: driver.books }, ReportQuery.parse(query))

test.each<Partial<ReportQuery>>([
  {},
  { from: '2026-03-02', to: '2026-03-05' },
  { basis: 'campaign', from: '2026-03-07', to: '2026-03-07' },
])('claims from the store are those of the files: %j', async (query) => {
  const stored = await answer(query)
  const folded = foldFiles(files).claims('roas', { from: '2026-03-01', to: '2026-03-31', ...query })
  expect(stored.claims).toEqual(folded.claims)
})

test('the metric is that of the objective, whatever is asked', async () => {
  const claims = await answer({ metric: 'cvr' })
  expect(claims.query.metric).toBe('roas')
  expect(claimOf(claims, 'niche').tests[0]?.measure).toBe('roas')
  expect((await answer({ campaign: ['Spring'] })).query.metric).toBe('cpa')
})

test('an earlier state of the books has its own claims', async () => {
  const { snapshot, claims } = await answer({ snapshot: 3 })
  expect(snapshot.number).toBe(3)
  expect(claims.map(({ status }) => status)).toEqual(Array(6).fill('not_enough_data'))
})

test('two reads are the same bytes', async () => {
  const read = async () => JSON.stringify(await answer({ basis: 'campaign' }))
  expect(await read()).toBe(await read())
})
