import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReportQuery } from '../../functions/contract/report.ts'
import { cellSumIndex } from '../../functions/domain/ledger/cell-sums.ts'
import { tierNames } from '../../functions/domain/report/books-view.ts'
import { aFile, type FoldedFiles, foldFiles, followerFile, resultFile, spendFile, type TestFile } from './fold-files.ts'

const counts = followerFile('@nano,,500,', '@micro,,5000,', '@macro,,500000,')
const spendColumns = ['spendUnstated', 'spendCommitted', 'spendInvoiced', 'spendPaid'] as const

/** All spend of the cells, without any notion of tiers. */
function ledgerOf({ months }: FoldedFiles): number {
  return months
    .flatMap(({ cells }) => spendColumns.map((name) => cells.sums[cellSumIndex[name]] as Float64Array))
    .reduce((sum, column) => sum + column.reduce((a, b) => a + b, 0), 0)
}

const spendRow = fc
  .record({
    date: fc.constantFrom('2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '2026-06-15'),
    campaign: fc.constantFrom('', 'A', 'B', 'C'),
    creator: fc.constantFrom('', '@nano', '@micro', '@macro', '@who'),
    cents: fc.integer({ min: -99_999, max: 999_999 }),
    status: fc.constantFrom('', 'paid', 'committed'),
  })
  .map(({ date, campaign, creator, cents, status }) => {
    const amount = `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
    return `${date},${campaign},${creator},${amount},USD,${status}`
  })
const spendFiles = fc
  .array(spendRow, { minLength: 1, maxLength: 30 })
  .map((rows) => aFile('spend', 'date,campaign,creator,amount,currency,status', ...rows))
const query = fc.record({
  overhead: fc.constantFrom('apart', 'spread'),
  basis: fc.constantFrom('period', 'campaign'),
}) as fc.Arbitrary<Pick<ReportQuery, 'overhead' | 'basis'>>

test('the ledger is attributed, overhead and unmatched, to the cent', () => {
  fc.assert(
    fc.property(spendFiles, query, (file, of) => {
      const books = foldFiles([counts, file])
      const { reconciliation: r, tiers } = books.report(of)
      expect(r.ledgerMinor).toBe(ledgerOf(books))
      expect(r.attributedMinor + r.overheadMinor + r.unmatchedMinor).toBe(r.ledgerMinor)
      expect(r.attributedMinor).toBe(tiers.nano.spendMinor + tiers.micro.spendMinor + tiers.macro.spendMinor)
      expect(r.unmatchedMinor).toBe(tiers.unknown.spendMinor)
    }),
    { seed: 1, numRuns: 60 },
  )
})

test('all is the sum of the tiers, and the series adds up to it', () => {
  fc.assert(
    fc.property(spendFiles, query, (file, of) => {
      const { tiers, series } = foldFiles([counts, file]).report(of)
      expect(tierNames.reduce((sum, name) => sum + tiers[name].spendMinor, 0)).toBe(tiers.all.spendMinor)
      expect(series.points.reduce((sum, point) => sum + point.spendMinor, 0)).toBe(tiers.all.spendMinor)
    }),
    { seed: 2, numRuns: 60 },
  )
})

test('creators and campaigns add up to the tiers, their overhead to the reconciliation', () => {
  const tiered = fc.record({ of: query, tier: fc.subarray([...tierNames]), parts: fc.boolean() })
  fc.assert(
    fc.property(spendFiles, tiered, (file, { of, tier, parts }) => {
      const books = foldFiles([counts, file])
      const range = parts ? { from: '2026-02-01', to: '2026-02-28' } : {}
      const wanted = { ...of, ...range, tier, campaign: ['A', 'B', 'C'] }
      const { tiers, reconciliation } = books.report(wanted)
      const [creators, campaigns] = [books.list('creator', wanted), books.list('campaign', wanted)]
      const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0)
      expect(sum(creators.map(({ spendMinor }) => spendMinor))).toBe(tiers.all.spendMinor)
      expect(sum(campaigns.map(({ spendMinor }) => spendMinor))).toBe(tiers.all.spendMinor)
      expect(sum(campaigns.map(({ overheadMinor }) => overheadMinor))).toBe(reconciliation.overheadMinor)
    }),
    { seed: 5, numRuns: 80 },
  )
})

test('a range is the sum of its parts, wherever it is cut', () => {
  const cuts = ['2026-01-31', '2026-02-10', '2026-02-28', '2026-03-01']
  fc.assert(
    fc.property(spendFiles, fc.constantFrom(...cuts), (file, to) => {
      const books = foldFiles([counts, file])
      const after = new Date(Date.parse(to) + 86_400_000).toISOString().slice(0, 10)
      const spend = (of: Partial<ReportQuery>): number => books.report(of).reconciliation.ledgerMinor
      const whole = spend({ from: '2026-01-01', to: '2026-12-31' })
      expect(spend({ from: '2026-01-01', to }) + spend({ from: after, to: '2026-12-31' })).toBe(whole)
    }),
    { seed: 3, numRuns: 40 },
  )
})

test('spreading overhead changes no total', () => {
  fc.assert(
    fc.property(spendFiles, (file) => {
      const books = foldFiles([counts, file])
      const [apart, spread] = [books.report({ overhead: 'apart' }), books.report({ overhead: 'spread' })]
      expect(spread.reconciliation.ledgerMinor).toBe(apart.reconciliation.ledgerMinor)
    }),
    { seed: 4, numRuns: 40 },
  )
})

describe('overhead', () => {
  const file = spendFile(
    '2026-03-01,A,@micro,,30.00,USD',
    '2026-03-01,A,@macro,,60.00,USD',
    '2026-03-01,A,,,10.00,USD',
    '2026-03-01,B,,,5.00,USD',
    '2026-03-01,,,,2.00,USD',
  )

  test('is in no tier', () => {
    const { tiers, reconciliation } = foldFiles([counts, file]).report()
    expect(tiers.all.spendMinor).toBe(9000)
    expect(reconciliation).toEqual({
      ledgerMinor: 10_700,
      attributedMinor: 9000,
      overheadMinor: 1700,
      unmatchedMinor: 0,
      addedMinor: 0,
    })
  })

  test('is spread within its campaign by direct spend, and stays where there is none', () => {
    const { tiers, reconciliation } = foldFiles([counts, file]).report({ overhead: 'spread' })
    expect([tiers.micro.spendMinor, tiers.macro.spendMinor]).toEqual([3333, 6667])
    expect(reconciliation).toMatchObject({ attributedMinor: 10_000, overheadMinor: 700 })
  })

  test('stands in a creator’s and a campaign’s spend where it is spread', () => {
    const books = foldFiles([counts, file])
    const spends = (overhead: 'apart' | 'spread') => [
      books.list('creator', { overhead }).map(({ spendMinor }) => spendMinor),
      books.list('campaign', { overhead }).map(({ spendMinor, overheadMinor }) => [spendMinor, overheadMinor]),
    ]
    const sorted = (of: 'apart' | 'spread') => spends(of).map((list) => list.toSorted())
    expect(sorted('apart')).toEqual([
      [3000, 6000],
      [
        [0, 500],
        [9000, 1000],
      ],
    ])
    expect(sorted('spread')).toEqual([
      [3333, 6667],
      [
        [0, 500],
        [10_000, 0],
      ],
    ])
  })

  test('a cent that is left over goes to the lower creator id', () => {
    const even = foldFiles([
      counts,
      spendFile('2026-03-01,A,@micro,,1.00,USD', '2026-03-01,A,@macro,,1.00,USD', '2026-03-01,A,,,0.01,USD'),
    ])
    const { tiers } = even.report({ overhead: 'spread' })
    const first = even.id('creator', '@micro') < even.id('creator', '@macro') ? 'micro' : 'macro'
    expect(tiers[first].spendMinor).toBe(101)
  })
})

test('the paid basis leaves out what is only committed or invoiced', () => {
  const file = aFile(
    'spend',
    'date,campaign,creator,amount,currency,status',
    '2026-03-01,A,@micro,1.00,USD,paid',
    '2026-03-01,A,@micro,2.00,USD,',
    '2026-03-01,A,@micro,4.00,USD,invoiced',
    '2026-03-01,A,@micro,8.00,USD,committed',
  )
  const books = foldFiles([counts, file])
  expect(books.report({ spendBasis: 'accrued' }).tiers.micro.spendMinor).toBe(1500)
  expect(books.report({ spendBasis: 'paid' }).tiers.micro.spendMinor).toBe(300)
})

describe('coverage', () => {
  const results = resultFile('2026-03-01,A,@micro,,p1,2026-03-01,5,1,10.00,USD', '2026-03-02,A,,,,,3,1,4.00,USD')

  test('creators with results but no spend, and the reverse, are counted', () => {
    const { coverage } = foldFiles([counts, results, spendFile('2026-03-01,A,@macro,,1.00,USD')]).report()
    expect(coverage).toEqual({ gifted: 1, withoutResults: 1 })
  })

  test('results without a creator are in no tier and said', () => {
    const report = foldFiles([counts, results]).report()
    expect(report.tiers.all).toMatchObject({ clicks: 5, revenueMinor: 1000 })
    expect(report.unattributed).toMatchObject({ clicks: 3, revenueMinor: 400 })
    expect(report.warnings.map(({ code }) => code)).toContain('results-without-creator')
  })

  test('rows of one day, campaign and platform without a creator are one result', () => {
    const row = '2026-03-02,A,,,,,3,1,4.00,USD'
    const { warnings, unattributed } = foldFiles([resultFile(row, row, row.replace('03-02', '03-03'))]).report()
    expect(unattributed.clicks).toBe(9)
    expect(warnings).toMatchObject([{ code: 'results-without-creator', rows: 2 }])
    expect(warnings[0]?.message).toContain('Results of 2 days')
  })

  test('it is said until when spend and results reach', () => {
    const report = foldFiles([counts, results, spendFile('2026-02-07,A,@macro,,1.00,USD')]).report()
    expect(report.reaches).toEqual({ spend: '2026-02-07', results: '2026-03-02' })
  })
})

describe('filters', () => {
  const files: TestFile[] = [
    counts,
    aFile('campaigns', 'campaign,brand,objective', 'A,Northwind,sales', 'B,Contoso,awareness'),
    aFile('creators', 'creator,niche,region', '@micro,Fitness,DE', '@macro,Food,FR'),
    spendFile(
      '2026-03-01,A,@micro,instagram,1.00,USD',
      '2026-03-01,B,@micro,tiktok,2.00,USD',
      '2026-03-01,B,@macro,tiktok,4.00,USD',
      '2026-04-01,B,,,8.00,USD',
    ),
  ]
  const spend = (of: Partial<ReportQuery>): number => foldFiles(files).report(of).reconciliation.ledgerMinor

  test.each<[string, Partial<ReportQuery>, number]>([
    ['none', {}, 1500],
    ['a campaign', { campaign: ['b'] }, 1400],
    ['two campaigns', { campaign: ['A', 'B'] }, 1500],
    ['a brand', { brand: ['NORTHWIND'] }, 100],
    ['an objective', { objective: ['awareness'] }, 1400],
    ['a platform', { platform: ['TikTok'] }, 600],
    ['a creator', { creator: ['@micro'] }, 300],
    ['two creators', { creator: ['@micro', '@macro'] }, 700],
    ['a creator and a campaign', { creator: ['@micro'], campaign: ['B'] }, 200],
    ['nobody known', { creator: ['@elsewhere'] }, 0],
    ['a niche', { niche: ['fitness'] }, 300],
    ['a region', { region: ['fr'] }, 400],
    ['a campaign and a platform', { campaign: ['B'], platform: ['tiktok'] }, 600],
    ['a range', { from: '2026-03-01', to: '2026-03-31' }, 700],
    ['an empty range', { from: '2026-03-02', to: '2026-03-01' }, 0],
  ])('%s', (_, of, minor) => {
    expect(spend(of)).toBe(minor)
  })

  test('a tier filter shows its tiers only and leaves the reconciliation whole', () => {
    const report = foldFiles(files).report({ tier: ['macro'] })
    expect(report.tiers.all).toMatchObject({ spendMinor: 400, creators: 1 })
    expect(report.tiers.micro).toMatchObject({ spendMinor: 0, creators: 0 })
    expect(report.reconciliation.ledgerMinor).toBe(1500)
  })
})

describe('series', () => {
  const file = spendFile(
    '2026-03-01,A,@micro,,1.00,USD',
    '2026-03-02,A,@micro,,2.00,USD',
    '2026-06-01,A,@micro,,4.00,USD',
  )
  const points = (of: Partial<ReportQuery>) =>
    foldFiles([counts, file])
      .report(of)
      .series.points.map(({ date, spendMinor }) => [date, spendMinor])

  test('up to 92 days are drawn by day', () => {
    expect(points({ from: '2026-03-01', to: '2026-05-31' })).toEqual([
      ['2026-03-01', 100],
      ['2026-03-02', 200],
    ])
  })

  test('more are drawn by month', () => {
    expect(points({ from: '2026-03-01', to: '2026-06-01' })).toEqual([
      ['2026-03', 300],
      ['2026-06', 400],
    ])
  })

  test('a month that the range cuts counts its days in the range', () => {
    expect(points({ from: '2026-03-02', to: '2026-06-30' })).toEqual([
      ['2026-03', 200],
      ['2026-06', 400],
    ])
  })
})

test('by campaign, money and results of one campaign stand together whenever they came', () => {
  const books = foldFiles([
    counts,
    aFile('campaigns', 'campaign,start,end', 'A,2026-03-01,2026-03-31'),
    spendFile('2026-01-15,A,@micro,,7.00,USD', '2026-03-15,B,@micro,,1.00,USD'),
  ])
  const march = { from: '2026-03-10', to: '2026-03-20' }
  expect(books.report({ ...march, basis: 'period' }).tiers.micro.spendMinor).toBe(100)
  expect(books.report({ ...march, basis: 'campaign' }).tiers.micro.spendMinor).toBe(800)
})

test('empty books give a whole report without numbers', () => {
  const report = foldFiles([]).report()
  expect(report.reaches).toEqual({ spend: null, results: null })
  expect(report.query).toMatchObject({ from: null, to: null })
  expect(Object.values(report.tiers.all.metrics).every(({ kind }) => kind === 'unavailable')).toBe(true)
  expect(report.comparison).toMatchObject({ verdict: 'not_enough_data', sentence: 'There is nothing to compare yet.' })
})

test('swapping the names of the tiers inverts the comparison', () => {
  const results = resultFile(
    '2026-03-01,A,@micro,,p1,2026-03-01,5,2,10.00,USD',
    '2026-03-01,A,@macro,,p2,2026-03-01,5,3,4.00,USD',
  )
  const spends = spendFile('2026-03-01,A,@micro,,10.00,USD', '2026-03-01,A,@macro,,30.00,USD')
  const swapped = followerFile('@micro,,500000,', '@macro,,5000,')
  const [one, other] = [counts, swapped].map((of) => foldFiles([of, results, spends]).report().comparison.crude)
  expect([one?.micro, one?.macro]).toEqual([other?.macro, other?.micro])
  expect(one?.ratio).toEqual({ kind: 'exact', point: 0.5, reason: 'one-creator' })
  expect(other?.ratio).toEqual({ kind: 'exact', point: 2, reason: 'one-creator' })
})

test('two reads of a report are the same bytes', () => {
  const books = foldFiles([counts, spendFile('2026-03-01,A,@micro,,1.00,USD')])
  expect(JSON.stringify(books.report())).toBe(JSON.stringify(books.report()))
})

test('points add up to the tiers in posts and in gross profit, given or by margin', () => {
  const margins = aFile('campaigns', 'campaign,margin', 'A,0.37', 'B,0.5')
  const results = aFile(
    'results',
    'date,campaign,creator,platform,post,published,revenue,gross_profit,currency',
    '2026-01-31,A,@micro,x,p1,2026-01-31,100.01,,USD',
    '2026-02-01,A,@micro,x,p2,2026-02-01,33.33,10.00,USD',
    '2026-02-02,B,@macro,x,p3,2026-02-02,71.11,,USD',
  )
  const spend = spendFile('2026-01-31,A,@micro,x,10.00,USD', '2026-02-02,B,@macro,x,20.00,USD')
  const books = foldFiles([counts, margins, results, spend])
  const { series, tiers } = books.report({ metric: 'roi' })
  expect(series.points.reduce((sum, { posts }) => sum + posts, 0)).toBe(tiers.all.posts)
  const profit = series.points.reduce((sum, { grossProfitMinor }) => sum + (grossProfitMinor ?? Number.NaN), 0)
  const { roi } = tiers.all.metrics
  expect(roi.kind !== 'unavailable' && roi.point).toBeCloseTo((profit - 3000) / 3000, 10)
  expect(books.report({ metric: 'cpa' }).series.points.every((point) => point.grossProfitMinor === null)).toBe(true)
})
