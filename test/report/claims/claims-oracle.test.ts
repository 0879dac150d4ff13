import { expect, test } from 'vitest'
import type { ClaimTest } from '../../../functions/contract/claims.ts'
import { type OracleRow, readExpected, readOracleRows } from '../../stats/compare/oracle-cells.ts'
import { aFile, foldFiles, type TestFile } from '../fold-files.ts'

type Told = { claim_ratio: number; lower: number; upper: number; p_value: number }
const expected = readExpected('26-claims') as {
  strata: string[]
  claims: Record<string, Told>
  cost_per_1000_followers: { ratio: { value: number; lower: number; upper: number }; p_value: number }
}

/** A campaign of the oracle has several target niches, one of ours only one: it is split by them. */
const campaignOf = (row: OracleRow): string => `${row.campaign_id} ${row.objective} ${row.target_niche}`
const money = (minor: string | undefined): string => (Number(minor) / 100).toFixed(2)

/** What stood in the rows, in files: a row's figures stand in its first post, its followers in all of them. */
function filesOf(rows: readonly OracleRow[]): TestFile[] {
  const creators = new Map(rows.map((row) => [row.creator_id, `${row.creator_id},${row.niche}`]))
  const campaigns = new Map(
    rows.map((row) => [campaignOf(row), `${campaignOf(row)},${row.objective},${row.target_niche}`]),
  )
  const spend = rows.map(
    (row) => `${row.month}-15,${campaignOf(row)},${row.creator_id},${row.platform},${money(row.spend)},USD`,
  )
  return [
    aFile('creators', 'creator,niche', ...creators.values()),
    aFile('campaigns', 'campaign,objective,target_niche', ...campaigns.values()),
    aFile('spend', 'date,campaign,creator,platform,amount,currency', ...spend),
    aFile(
      'results',
      'date,campaign,creator,platform,post,published,followers,impressions,engagements,clicks,conversions',
      ...rows.flatMap(postsOf),
    ),
  ]
}

function postsOf(row: OracleRow): string[] {
  const posts = Number(row.posts)
  const each = Math.floor(Number(row.followers) / posts)
  const day = `${row.month}-15`
  return Array.from({ length: posts }, (_, post) => {
    const followers = post === 0 ? Number(row.followers) - each * (posts - 1) : each
    const figures =
      post === 0 ? [row.impressions, row.engagements, row.clicks, row.conversions].join() : ['', '', '', ''].join()
    const id = `${row.creator_id}-${row.platform}-${campaignOf(row)}-${row.month}-${post}`
    return `${day},${campaignOf(row)},${row.creator_id},${row.platform},${id},${day},${followers},${figures}`
  })
}

/** R said it of micro over macro; the claim is that micro costs less. */
function macroOverMicro({ ratio, p_value }: typeof expected.cost_per_1000_followers): Told {
  return { claim_ratio: 1 / ratio.value, lower: 1 / ratio.upper, upper: 1 / ratio.lower, p_value }
}

/** The metric of the oracle’s niche claim is the conversion rate. */
const claims = foldFiles(filesOf(readOracleRows('26-claims'))).claims('cvr')
const testOf = (name: string, measure: string): ClaimTest =>
  claims.claims.find((claim) => claim.name === name)?.tests.find((of) => of.measure === measure) as ClaimTest

test('the page’s strata are those that R chose', () => {
  expect(claims.strata).toEqual(expected.strata)
  expect(testOf('niche', 'cvr').strata).toEqual(['tier', 'platform', 'objective', 'quarter'])
})

test.each([
  ['engagement', 'erFollowers', expected.claims.engagement_rate],
  ['niche', 'cvr', expected.claims.niche_content],
  ['fees', 'costPerPost', expected.claims.lower_fee_per_post],
  ['fees', 'cpa', expected.claims.cost_effective_cpa],
  ['trust', 'cvr', expected.claims.conversion_rate],
  ['fees', 'costPerThousandFollowers', macroOverMicro(expected.cost_per_1000_followers)],
])('from files to the claim of %s by %s, numbers are those of R', (name, measure, told) => {
  const { ratio, pValue } = testOf(name, measure)
  if (ratio.kind !== 'interval' || !told) throw new Error('no interval')
  for (const [got, wanted] of [
    [ratio.point, told.claim_ratio],
    [ratio.low, told.lower],
    [ratio.high, told.upper],
    [pValue, told.p_value],
  ] as const)
    expect(Math.abs((got as number) / wanted - 1)).toBeLessThan(1e-9)
})
