import { expect, test } from 'vitest'
import { CreatorRanking, type MetricName, type ReportQuery } from '../../../functions/contract/report.ts'
import type { RankedEntry } from '../../../functions/domain/report/creators/rank-entries.ts'
import { aFile, type FoldedFiles, foldFiles, followerFile, resultFile, spendFile } from '../fold-files.ts'

const results =
  'date,campaign,creator,platform,post,published,impressions,engagements,clicks,conversions,revenue,currency,content_score,brand_fit'

const name = (at: number): string => `@c${String(at).padStart(2, '0')}`
const many = (count: number, row: (at: number) => string): string[] => Array.from({ length: count }, (_, at) => row(at))

/** A post of one creator. */
const shown = (month: string, creator: string, figures: string, at = 0): string =>
  `2026-${month}-0${at + 3},A,${creator},instagram,${creator}${month}${at},2026-${month}-0${at + 3},${figures}`

/** 24 usual creators, a proven one, and one with three posts that went well by luck. */
function someCreators(): FoldedFiles {
  const creators = [...many(24, name), '@proven', '@lucky']
  return foldFiles([
    spendFile(
      ...many(24, (at) => `2026-03-02,A,${name(at)},instagram,600.00,USD`),
      ...many(24, (at) => `2026-04-02,A,${name(at)},instagram,400.00,USD`),
      '2026-03-02,A,@proven,instagram,1500.00,USD',
      '2026-03-02,A,@lucky,instagram,20.00,USD',
    ),
    aFile(
      'results',
      results,
      ...many(24, (at) => shown('03', name(at), `6000,${240 + at},120,${3 + at},500,USD,70,60`)),
      ...many(24, (at) => shown('04', name(at), `4000,${140 + at * 2},80,${2 + at},${400 + at},USD,70,60`)),
      shown('03', '@proven', '20000,1100,300,105,4500,USD,90,80'),
      ...many(3, (at) => shown('03', '@lucky', '100,9,2,1,50,USD,,', at)),
    ),
    followerFile(...creators.map((creator) => `${creator},instagram,20000,2026-01-01`)),
  ])
}

function rowOf(books: FoldedFiles, metric: MetricName, creator: string, query: Partial<ReportQuery> = {}): RankedEntry {
  const row = books
    .rank(metric, query)
    .entries.find(({ at }) => books.view.creators[at]?.id === books.id('creator', creator))
  if (!row) throw new Error(`${creator} is not listed`)
  return row
}

const pointOf = (row: RankedEntry): number =>
  row.ranking.estimate.kind === 'interval' ? row.ranking.estimate.point : 0
const ownOf = (row: RankedEntry, metric: MetricName): number => {
  const own = row.metrics()[metric]
  return own.kind === 'unavailable' ? Number.NaN : own.point
}

test.each(['cpa', 'cvr'] as const)('the best of three lucky posts does not top the list by %s', (metric) => {
  const books = someCreators()
  const [proven, lucky] = [rowOf(books, metric, '@proven'), rowOf(books, metric, '@lucky')]
  const better = metric === 'cpa' ? 1 : -1
  expect(better * (ownOf(lucky, metric) - ownOf(proven, metric))).toBeLessThan(0)
  expect(lucky.ranking.rank).toBeGreaterThan(1)
  expect(proven.ranking.rank).toBe(1)
})

test('the estimate lies between the creator itself and the others, inside its interval', () => {
  const books = someCreators()
  const lucky = rowOf(books, 'cpa', '@lucky')
  const { estimate } = lucky.ranking
  if (estimate.kind !== 'interval') throw new Error('no interval')
  expect(estimate.point).toBeGreaterThan(ownOf(lucky, 'cpa'))
  expect(estimate.point).toBeLessThan(1000_00 / 28)
  expect(estimate.low).toBeLessThan(estimate.point)
  expect(estimate.high).toBeGreaterThan(estimate.point)
  expect(estimate.creators).toBe(26)
})

test('the wide interval of few results reaches the top group', () => {
  const books = someCreators()
  const { ranking } = rowOf(books, 'cpa', '@lucky')
  expect(ranking).toMatchObject({ topGroup: true, group: 'platform-and-tier', rough: false })
  expect(rowOf(books, 'cpa', name(0)).ranking.topGroup).toBe(false)
  expect(rowOf(books, 'cpa', '@proven').ranking.chanceBetter).toMatchObject({ kind: 'exact' })
})

test.each(['cpa', 'cpm', 'cvr', 'costPerPost', 'roas'] as const)(
  'the first by %s is likelier to be better than its kind than the last is',
  (metric) => {
    const ranked = someCreators()
      .rank(metric)
      .entries.map(({ ranking }) => ranking)
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    const chance = (of: (typeof ranked)[number] | undefined): number =>
      of?.chanceBetter.kind === 'exact' ? of.chanceBetter.point : Number.NaN
    expect(chance(ranked[0])).toBeGreaterThan(0.5)
    expect(chance(ranked.at(-1))).toBeLessThan(0.5)
  },
)

test('spend that brought nothing is ranked; spend of which nothing is told is not', () => {
  const books = foldFiles([
    spendFile(
      '2026-03-02,A,@none,tiktok,100.00,USD',
      '2026-03-02,A,@some,tiktok,100.00,USD',
      '2026-03-02,A,@untold,tiktok,5.00,USD',
    ),
    aFile(
      'results',
      results,
      '2026-03-03,A,@none,tiktok,a,2026-03-03,100,10,5,0,0,USD,,',
      '2026-03-03,A,@some,tiktok,b,2026-03-03,100,10,5,9,0,USD,,',
    ),
  ])
  expect(rowOf(books, 'cpa', '@none').ranking.rank).toBe(2)
  expect(rowOf(books, 'cpa', '@none').metrics().cpa).toEqual({ kind: 'unavailable', reason: 'zero-denominator' })
  expect(rowOf(books, 'cpa', '@untold').ranking).toMatchObject({
    rank: null,
    estimate: { kind: 'unavailable', reason: 'no-data' },
  })
})

test('fewer than 20 creators are ranked roughly', () => {
  const books = foldFiles([
    spendFile('2026-03-02,A,@a,tiktok,100.00,USD', '2026-03-02,A,@b,tiktok,100.00,USD'),
    aFile(
      'results',
      results,
      '2026-03-03,A,@a,tiktok,a,2026-03-03,100,10,5,3,0,USD,,',
      '2026-03-03,A,@b,tiktok,b,2026-03-03,100,10,5,9,0,USD,,',
    ),
  ])
  expect(rowOf(books, 'cpa', '@b').ranking).toMatchObject({ rank: 1, rough: true, group: 'all' })
})

test.each(['cpm', 'cpe', 'cpc', 'cpa', 'ctr', 'cvr', 'erImpressions', 'costPerPost', 'aov', 'roas'] as const)(
  'all that have figures are ranked by %s, each place once',
  (metric) => {
    const { entries } = someCreators().rank(metric)
    const places = entries.map(({ ranking }) => ranking.rank ?? 0).sort((a, b) => a - b)
    expect(places).toEqual(entries.map((_, at) => at + 1))
    for (const entry of entries) expect(pointOf(entry)).toBeGreaterThan(0)
  },
)

test.each([
  ['roas', 'too-few-months'],
  ['erImpressions', 'too-few-posts'],
] as const)('by %s nobody is ranked before months or posts can be told apart', (metric, reason) => {
  const books = foldFiles([
    spendFile(...many(30, (at) => `2026-03-02,A,${name(at)},tiktok,100.00,USD`)),
    aFile(
      'results',
      results,
      ...many(30, (at) => `2026-03-03,A,${name(at)},tiktok,p${at},2026-03-03,100,10,5,1,${at},USD,,`),
    ),
  ])
  const { ranking } = rowOf(books, metric, name(3))
  expect(ranking).toMatchObject({ rank: null, topGroup: false, estimate: { kind: 'unavailable', reason } })
})

test('revenue that comes in the months after its spend counts', () => {
  const spend = (month: string) => many(10, (at) => `2026-${month}-02,A,${name(at)},tiktok,100.00,USD`)
  const revenue = (month: string) =>
    many(
      10,
      (at) => `2026-${month}-03,A,${name(at)},tiktok,p${month}${at},2026-${month}-03,100,10,5,1,${200 + at},USD,,`,
    )
  const books = foldFiles([
    spendFile(...spend('03'), ...spend('05')),
    aFile('results', results, ...revenue('04'), ...revenue('06')),
  ])
  expect(ownOf(rowOf(books, 'roas', name(0)), 'roas')).toBe(2)
  expect(pointOf(rowOf(books, 'roas', name(0)))).toBeCloseTo(2, 1)
})

test('neither the order of rows nor their file changes a ranking', () => {
  const rows = many(30, (at) => `2026-03-02,A,${name(at)},tiktok,${100 + at}.00,USD`)
  const shown = many(30, (at) => `2026-03-03,A,${name(at)},tiktok,p${at},2026-03-03,100,10,5,${at % 4},0,USD,,`)
  const one = foldFiles([spendFile(...rows), aFile('results', results, ...shown)])
  const other = foldFiles([
    aFile('results', results, ...shown.toReversed()),
    spendFile(...rows.slice(15)),
    spendFile(...rows.slice(0, 15)),
  ])
  for (const at of [0, 7, 29]) {
    expect(rowOf(other, 'cpa', name(at)).ranking).toEqual(rowOf(one, 'cpa', name(at)).ranking)
  }
})

test('scores are means of those that were given', () => {
  const books = someCreators()
  expect(rowOf(books, 'cpa', '@proven')).toMatchObject({
    contentScore: { kind: 'exact', point: 90 },
    brandFit: { kind: 'exact', point: 80 },
    lastPosted: '2026-03',
  })
  expect(rowOf(books, 'cpa', '@lucky').brandFit).toEqual({ kind: 'unavailable', reason: 'no-data' })
})

const post = (creator: string, at: number, engagements: number): string =>
  `2026-03-0${at},A,${creator},tiktok,${creator}${at},2026-03-0${at},100000,${engagements},5,1,0,USD,,`

test('posts that swing score less than posts that do alike, and two say nothing', () => {
  const books = foldFiles([
    aFile(
      'results',
      results,
      ...[3000, 3100, 2900, 3050].map((engagements, at) => post('@even', at + 1, engagements)),
      ...[500, 9000, 800, 7000].map((engagements, at) => post('@swinging', at + 1, engagements)),
      ...[3000, 3000].map((engagements, at) => post('@two', at + 1, engagements)),
    ),
  ])
  const score = (creator: string): number => {
    const { consistency } = rowOf(books, 'erImpressions', creator)
    return consistency.kind === 'exact' ? consistency.point : Number.NaN
  }
  expect(score('@even')).toBeGreaterThan(score('@swinging'))
  expect(score('@swinging')).toBeGreaterThan(0)
  expect(score('@even')).toBeLessThanOrEqual(100)
  expect(rowOf(books, 'erImpressions', '@two').consistency).toEqual({ kind: 'unavailable', reason: 'too-few-posts' })
})

test('posts outside the range do not count in its consistency', () => {
  const books = foldFiles([
    aFile('results', results, ...[500, 900, 800, 700].map((engagements, at) => post('@a', at + 1, engagements))),
  ])
  const { consistency } = rowOf(books, 'erImpressions', '@a', { from: '2026-03-01', to: '2026-03-02' })
  expect(consistency).toEqual({ kind: 'unavailable', reason: 'too-few-posts' })
})

test('a trend holds the last three months against the three before', () => {
  const months = [1, 2, 3, 4, 5, 6, 7].map((month) => `2026-0${month}`)
  const books = foldFiles([
    spendFile(...months.map((month) => `${month}-02,A,@a,tiktok,100.00,USD`)),
    aFile(
      'results',
      results,
      ...months.map((month, at) => `${month}-03,A,@a,tiktok,p${at},${month}-03,100,10,5,${at < 4 ? 10 : 20},0,USD,,`),
    ),
  ])
  expect(rowOf(books, 'cpa', '@a').trend).toEqual({
    earlier: { kind: 'exact', point: 1000 },
    later: { kind: 'exact', point: 500 },
  })
  const { spans } = books.rank('cpa', { from: '2026-03-01', to: '2026-03-31' })
  expect(spans).toBeNull()
  const short = books.rank('cpa', { from: '2026-03-01', to: '2026-05-31' }).spans
  expect(short).toEqual({
    earlier: { from: 2026 * 12 + 3, to: 2026 * 12 + 3 },
    later: { from: 2026 * 12 + 4, to: 2026 * 12 + 4 },
  })
})

test('a return of investment is ranked with the margin of its campaign', () => {
  const months = [1, 2, 3, 4]
  const books = foldFiles([
    aFile('campaigns', 'campaign,gross_margin', 'A,0.5'),
    spendFile(...['@a', '@b'].flatMap((who) => months.map((month) => `2026-0${month}-02,A,${who},tiktok,100.00,USD`))),
    aFile(
      'results',
      results,
      ...months.map(
        (month) =>
          `2026-0${month}-03,A,@a,tiktok,a${month},2026-0${month}-03,100,10,5,3,${month < 3 ? 400 : 600},USD,,`,
      ),
      ...months.map(
        (month) => `2026-0${month}-03,A,@b,tiktok,b${month},2026-0${month}-03,100,10,5,3,${100 + month},USD,,`,
      ),
    ),
  ])
  expect(ownOf(rowOf(books, 'roi', '@a'), 'roi')).toBe(1.5)
  expect(rowOf(books, 'roi', '@a').ranking.rank).toBe(1)
  expect(pointOf(rowOf(books, 'roi', '@a'))).toBeGreaterThan(1)
  expect(pointOf(rowOf(books, 'roi', '@b'))).toBeLessThan(0)
  expect(rowOf(books, 'roi', '@a').trend).toEqual({
    earlier: { kind: 'exact', point: 1 },
    later: { kind: 'exact', point: 2 },
  })
})

test('overhead that is spread is part of what a creator cost', () => {
  const books = foldFiles([
    spendFile('2026-03-02,A,@a,tiktok,100.00,USD', '2026-03-02,A,@b,tiktok,100.00,USD', '2026-03-02,A,,,100.00,USD'),
    aFile(
      'results',
      results,
      '2026-03-03,A,@a,tiktok,a,2026-03-03,100,10,5,10,400,USD,,',
      '2026-03-03,A,@b,tiktok,b,2026-03-03,100,10,5,10,400,USD,,',
    ),
  ])
  expect(pointOf(rowOf(books, 'cpa', '@a'))).toBeCloseTo(1000, 6)
  expect(pointOf(rowOf(books, 'cpa', '@a', { overhead: 'spread' }))).toBeCloseTo(1500, 6)
})

test('beside one creator that was nearly free and brought nearly everything, those who brought nothing have no range', () => {
  const names = ['@a', '@b', '@c', '@d']
  const books = foldFiles([
    spendFile('2026-01-01,A,@star,x,1.00,USD', ...names.map((name) => `2026-01-01,A,${name},x,10000.00,USD`)),
    resultFile(
      '2026-01-02,A,@star,x,star,2026-01-02,90000,10000,9,USD',
      ...names.map((name) => `2026-01-02,A,${name},x,${name},2026-01-02,9,0,0,USD`),
    ),
  ])
  const { entries } = books.rank('cpa')
  const rankings = entries.map(({ ranking }) => CreatorRanking.parse(ranking))
  expect(rankings.map(({ estimate: { kind } }) => kind).sort()).toEqual([
    'exact',
    'exact',
    'exact',
    'exact',
    'interval',
  ])
  expect(rankings.map(({ rank }) => rank).sort()).toEqual([1, 2, 3, 4, 5])
})

test('more refunded than sold is within its own range', () => {
  const months = ['01', '02', '03', '04']
  const books = foldFiles([
    spendFile(
      ...months.flatMap((month) => ['@a', '@b', '@c'].map((name) => `2026-${month}-01,A,${name},x,100.00,USD`)),
    ),
    resultFile(
      ...months.flatMap((month, i) =>
        ['@a', '@b', '@c'].map(
          (name, c) =>
            `2026-${month}-02,A,${name},x,${name}${month},2026-${month}-02,9,1,${c === 0 ? -80 - i : 60 * c + 20 * i},USD`,
        ),
      ),
    ),
  ])
  for (const { ranking } of books.rank('roas').entries) {
    const { estimate } = ranking
    if (estimate.kind !== 'interval') throw new Error('expected an interval')
    expect(estimate.low).toBeLessThanOrEqual(estimate.point)
  }
})
