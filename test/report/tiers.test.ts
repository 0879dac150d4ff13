import { describe, expect, test } from 'vitest'
import type { TierName } from '../../functions/contract/report.ts'
import { tierNames, tierOf } from '../../functions/domain/report/books-view.ts'
import { aFile, foldFiles, followerFile, resultFile, spendFile, type TestFile } from './fold-files.ts'

const bands = { microFrom: 1000, microTo: 100_000 }

test.each([
  [0, 'nano'],
  [999, 'nano'],
  [1000, 'micro'],
  [100_000, 'micro'],
  [100_001, 'macro'],
  [5_000_000, 'macro'],
  [undefined, 'unknown'],
] as const)('%s followers are %s', (followers, tier) => {
  expect(tierNames[tierOf(followers, bands)]).toBe(tier)
})

/** Tier in which the spend of the files stands. */
function tierOfSpend(...files: TestFile[]): TierName | undefined {
  const { tiers } = foldFiles(files).report()
  return tierNames.find((name) => tiers[name].spendMinor !== 0)
}
const spend = (date = '2026-03-20', campaign = 'Spring'): TestFile => spendFile(`${date},${campaign},@anna,,10.00,USD`)
const aPost = (date: string, platform = 'instagram', campaign = 'Spring'): TestFile =>
  resultFile(`${date},${campaign},@anna,${platform},p-${date}-${platform},${date},1,1,,`)

describe('the tier of a creator in a campaign', () => {
  const grown = followerFile('@anna,instagram,5000,2026-01-01', '@anna,instagram,200000,2026-03-15')

  test('is that of the first post there, also for money that came later', () => {
    expect(tierOfSpend(grown, spend('2026-04-01'), aPost('2026-03-10'), aPost('2026-04-02'))).toBe('micro')
  })

  test('is that of the start of the campaign where nothing was posted', () => {
    const campaign = aFile('campaigns', 'campaign,start', 'Spring,2026-03-01')
    expect(tierOfSpend(grown, campaign, spend('2026-03-20'))).toBe('micro')
  })

  test('is that of the first month with rows where the campaign has no start', () => {
    expect(tierOfSpend(grown, spend('2026-03-20'))).toBe('micro')
    expect(tierOfSpend(grown, spend('2026-04-20'))).toBe('macro')
  })

  test('without a campaign is that of the month', () => {
    expect(tierOfSpend(grown, spend('2026-02-20', ''))).toBe('micro')
    expect(tierOfSpend(grown, spend('2026-03-20', ''))).toBe('macro')
  })

  test('is by the largest of the platforms that were posted on', () => {
    const counts = followerFile('@anna,instagram,5000,', '@anna,tiktok,200000,')
    expect(tierOfSpend(counts, spend(), aPost('2026-03-10'))).toBe('micro')
    expect(tierOfSpend(counts, spend(), aPost('2026-03-10'), aPost('2026-03-11', 'tiktok'))).toBe('macro')
    expect(tierOfSpend(counts, spend())).toBe('macro')
  })

  test('is by a row’s own count before the directory’s of the same day', () => {
    const own = aFile(
      'results',
      'date,campaign,creator,platform,post,published,followers',
      '2026-03-10,Spring,@anna,instagram,p1,2026-03-10,500',
    )
    expect(tierOfSpend(followerFile('@anna,instagram,5000,2026-03-10'), spend(), own)).toBe('nano')
  })

  test('of a creator that nobody counted is unknown', () => {
    expect(tierOfSpend(spend())).toBe('unknown')
  })

  test('is that of whom an alias means', () => {
    const alias = aFile('aliases', 'alias,name', 'Anna Smith Ltd,@anna')
    const bill = spendFile('2026-03-20,Spring,Anna Smith Ltd,,10.00,USD')
    expect(tierOfSpend(grown, alias, bill, aPost('2026-03-10'))).toBe('micro')
  })
})

test('a creator in two campaigns may have two tiers, and is one creator in all', () => {
  const { tiers } = foldFiles([
    followerFile('@anna,instagram,5000,2026-01-01', '@anna,instagram,200000,2026-03-15'),
    aPost('2026-02-10', 'instagram', 'Winter'),
    aPost('2026-03-20', 'instagram', 'Spring'),
  ]).report()
  expect([tiers.micro.creators, tiers.macro.creators, tiers.all.creators]).toEqual([1, 1, 1])
})
