import { expect, test } from 'vitest'
import type { ReportQuery } from '../../../functions/contract/report.ts'
import { type Post, swingByHand } from '../../stats/claims/swing-by-hand.ts'
import { aFile, foldFiles } from '../fold-files.ts'
import { claimOf } from './some-claims.ts'

type Line = Post & { tier: 'micro' | 'macro'; creator: string; day: string; campaign: string; platform: string }

/** Six creators a tier with eight posts each over two months and campaigns; micro swings by a factor 2, macro by 1.2. */
const lines: Line[] = (['micro', 'macro'] as const).flatMap((tier) =>
  Array.from({ length: 6 }, (_, creator) =>
    Array.from({ length: 8 }, (_, post): Line => {
      const up = post % 2 === 0 ? 1 : -1
      const swing = tier === 'micro' ? 2 : 1.2
      return {
        tier,
        creator: `@${tier}${creator}`,
        day: `2026-0${post < 4 ? 3 : 4}-${String(5 + post * 2 + creator).padStart(2, '0')}`,
        campaign: post % 4 < 2 ? 'A' : 'B',
        platform: post % 3 === 0 ? 'tiktok' : 'instagram',
        impressions: 100_000,
        engagements: Math.round(5_000 * swing ** up) + creator * 10 + post * 7,
      }
    }),
  ).flat(),
)

const books = foldFiles([
  aFile(
    'creators',
    'creator,followers',
    ...new Set(lines.map(({ tier, creator }) => `${creator},${tier === 'micro' ? 5_000 : 500_000}`)),
  ),
  aFile('campaigns', 'campaign,start,end', 'A,2026-03-01,2026-03-31', 'B,2026-04-20,2026-04-30'),
  aFile(
    'results',
    'date,campaign,creator,platform,post,published,impressions,engagements',
    ...lines.map(
      ({ day, campaign, creator, platform, impressions, engagements }, at) =>
        `${day},${campaign},${creator},${platform},p${at},${day},${impressions},${engagements}`,
    ),
  ),
])

function byHand(tier: Line['tier'], counts: (line: Line) => boolean): number {
  const creators = Map.groupBy(
    lines.filter((line) => line.tier === tier && counts(line)),
    ({ creator }) => creator,
  )
  return swingByHand([...creators.values()])
}

const march = (line: Line): boolean => line.day >= '2026-03-08' && line.day <= '2026-03-20'

test.each<[string, Partial<ReportQuery>, (line: Line) => boolean]>([
  ['all posts', {}, () => true],
  ['a part of a month', { from: '2026-03-08', to: '2026-03-20' }, march],
  ['a platform', { platform: ['instagram'] }, ({ platform }) => platform === 'instagram'],
  ['a campaign', { campaign: ['B'] }, ({ campaign }) => campaign === 'B'],
  [
    'campaigns that ran, with all that belongs to them',
    { from: '2026-03-08', to: '2026-03-20', basis: 'campaign' },
    ({ campaign }) => campaign === 'A',
  ],
])('swings are those of the posts in question: %s', (_, query, counts) => {
  const [test] = claimOf(books.claims('cpa', query), 'consistency').tests
  for (const side of test?.sides ?? []) {
    if (side.value.kind !== 'interval') throw new Error(`no interval for ${side.arm}`)
    // The sums were rounded once a post to 1e-9.
    expect(side.value.point / byHand(side.arm as Line['tier'], counts)).toBeCloseTo(1, 6)
  }
})

test('known swings are found: micro swings nearly four times as far', () => {
  const { status, tests, sentence } = claimOf(books.claims('cpa'), 'consistency')
  expect(status).toBe('supported')
  const ratio = tests[0]?.ratio
  expect(ratio?.kind === 'interval' && ratio.point).toBeCloseTo(Math.log(2) / Math.log(1.2), 1)
  expect(sentence).toMatch(
    /^Yes: creator by creator, the swing of the engagement rate from post to post was 3\.8 times as high with micro creators as with macro creators/,
  )
})
