import { describe, expect, test } from 'vitest'
import { Claims } from '../../../functions/contract/claims.ts'
import { aFile, foldFiles } from '../fold-files.ts'
import { aTier, claimOf, tierFiles } from './some-claims.ts'

const big = { followers: 500_000, impressions: 250_000, engagements: 10_000, clicks: 2_000, conversions: 100 }

test('claims are supported and contradicted as the figures say, and wait for what no file gives', () => {
  const micro = aTier({ engagements: 500, conversions: 10, spend: 500 })
  const macro = aTier({ ...big, conversions: 400, spend: 4_000 })
  const claims = foldFiles(tierFiles(micro, macro)).claims('cpa')
  expect(Object.fromEntries(claims.claims.map(({ name, status }) => [name, status]))).toEqual({
    engagement: 'supported',
    niche: 'not_enough_data',
    fees: 'contradicted',
    trust: 'contradicted',
    authenticity: 'not_enough_data',
    consistency: 'contradicted',
  })
  expect(Claims.parse(claims)).toEqual(claims)
  expect(claimOf(claims, 'engagement').sentence).toMatch(
    /^Yes: like for like, the engagement rate by followers was 2\.5 times as high with micro creators as with macro creators \(range: .+\)\.$/,
  )
  expect(claimOf(claims, 'trust').sentence).toMatch(
    /^No: .+ 75% lower .+ That is not what more trust would look like\.$/,
  )
})

test('a lower fee alone is not cheaper per result', () => {
  const claims = foldFiles(tierFiles(aTier({ spend: 100, conversions: 1 }), aTier({ ...big, spend: 4_000 }))).claims(
    'cpa',
  )
  const fees = claimOf(claims, 'fees')
  expect(fees.tests.map(({ measure, role, status }) => [measure, role, status])).toEqual([
    ['cpa', 'decides', 'contradicted'],
    ['costPerPost', 'counted', 'supported'],
    ['costPerThousandFollowers', 'beside', null],
  ])
  expect(fees.status).toBe('contradicted')
  expect(fees.sentence).toContain('Lower fee, not proven cheaper per result.')
})

test('the cost that decides is that of the objective, and what a conversion cost where it has none', () => {
  const books = foldFiles(tierFiles(aTier(), aTier(big)))
  const cost = (metric: 'cpm' | 'cpc' | 'roas') => claimOf(books.claims(metric), 'fees').tests[0]?.measure
  expect([cost('cpm'), cost('cpc'), cost('roas')]).toEqual(['cpm', 'cpc', 'cpa'])
})

test('p-values are adjusted over all tests that could be made: two of the fees, none that only stands beside', () => {
  const deep = { comments: 50, saves: 25, shares: 25 }
  const claims = foldFiles(
    tierFiles(aTier(deep), aTier({ ...big, ...deep }), {
      target: 'food',
      nicheOf: (creator) => (creator % 2 ? 'food' : 'cars'),
    }),
  ).claims('cpa')
  const tests = claims.claims.flatMap(({ tests: of }) => of)
  const counted = tests.filter(({ role }) => role !== 'beside')
  expect(claims.testsCounted).toBe(7)
  expect(counted.map(({ measure }) => measure)).toEqual([
    'erFollowers',
    'cpa',
    'cpa',
    'costPerPost',
    'cvr',
    'deepEngagementShare',
    'engagementSwing',
  ])
  const sorted = counted.toSorted((a, b) => (a.pValue ?? 0) - (b.pValue ?? 0))
  let most = 0
  for (const [i, { pValue, holmP }] of sorted.entries()) {
    most = Math.max(most, Math.min(1, (pValue ?? 0) * (7 - i)))
    expect(holmP).toBe(most)
  }
  expect(tests.filter(({ role }) => role === 'beside').map(({ holmP, status }) => [holmP, status])).toEqual([
    [null, null],
    [null, null],
  ])
})

describe('the proxy of authenticity', () => {
  const deep = { comments: 100, saves: 50, shares: 50 }

  test('is held against the same of the other side, and called a proxy', () => {
    const macro = aTier({ ...big, comments: 400, saves: 200, shares: 200 })
    const { status, sentence, tests } = claimOf(foldFiles(tierFiles(aTier(deep), macro)).claims('cpa'), 'authenticity')
    expect(status).toBe('supported')
    expect(sentence).toContain('This is a proxy, not authenticity itself.')
    expect(tests[0]?.sides.map(({ value }) => value.kind !== 'unavailable' && value.point.toFixed(2))).toEqual([
      '0.40',
      '0.08',
    ])
  })

  test('waits for the columns that one side lacks, and names them', () => {
    const books = foldFiles(tierFiles(aTier(deep), aTier({ ...big, comments: 400 })))
    const { status, missing, tests } = claimOf(books.claims('cpa'), 'authenticity')
    expect(status).toBe('not_enough_data')
    expect(missing).toEqual([
      {
        message:
          'No file gives saves or shares of macro creators in this range and these filters. Add the columns saves and shares to a results file and upload it.',
        kind: 'results',
        columns: ['saves', 'shares'],
      },
    ])
    expect(tests[0]?.ratio).toEqual({ kind: 'unavailable', reason: 'no-data' })
  })
})

test('rows that lack one of the three are left out of the proxy, and said to be', () => {
  const deep = { comments: 100, saves: 50, shares: 50 }
  const files = tierFiles(aTier(deep), aTier({ ...big, comments: 400, saves: 200, shares: 200 }))
  const shallow = Array.from(
    { length: 12 },
    (_, creator) => `2026-03-11,Spring,@micro${creator},tiktok,t${creator},2026-03-11,1000,500,30`,
  )
  const lacking = aFile(
    'results',
    'date,campaign,creator,platform,post,published,impressions,engagements,comments',
    ...shallow,
  )
  const [whole, part] = [files, [...files, lacking]].map((of) => claimOf(foldFiles(of).claims('cpa'), 'authenticity'))
  expect(part?.tests[0]?.sides).toEqual(whole?.tests[0]?.sides)
  expect(whole?.missing).toEqual([])
  expect(part?.missing.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^2\d(\.\d)?% of the engagements of micro creators stand in rows that lack comments, saves or shares, and are left out\. Add the columns/,
    ),
  ])
})

describe('beside a clear answer', () => {
  const caveats = (options: Parameters<typeof tierFiles>[2]) => {
    const claims = foldFiles(tierFiles(aTier(), aTier(big), { posts: 6, ...options })).claims('cpa')
    const [test] = claimOf(claims, 'engagement').tests
    expect(test?.status).toBe('supported')
    return test?.caveats
  }

  test('it is said that it is about few campaigns', () => {
    expect(caveats({})).toEqual(['It is about one campaign only.'])
    expect(caveats({ campaignOf: (post) => `c${post % 3}` })).toEqual(['It is about 3 campaigns only.'])
  })

  test('it is said that it hangs on single ones', () => {
    const campaignOf = (post: number): string => `c${post}`
    expect(caveats({ campaignOf })).toEqual([])
    expect(caveats({ campaignOf, boost: (post) => (post === 0 ? 30 : 0.4) })).toEqual([
      'With each campaign left out in turn it is not clear: it hangs on single campaigns.',
    ])
  })
})

describe('the claim of niches', () => {
  const micro = aTier()
  const macro = aTier(big)
  const niches = (target: string, nicheOf: (creator: number) => string) =>
    claimOf(foldFiles(tierFiles(micro, macro, { target, nicheOf })).claims('cpa'), 'niche')

  test('holds creators of the target niche against others of the same tier, whatever the case of the letters', () => {
    const { tests, missing } = niches('Food', (creator) => (creator % 2 ? 'FOOD' : 'cars'))
    expect(missing).toEqual([])
    expect(tests[0]?.sides.map(({ arm, creators }) => [arm, creators])).toEqual([
      ['on_target', 12],
      ['off_target', 12],
    ])
    expect(tests[0]?.strata[0]).toBe('tier')
  })

  test('waits for target niches', () => {
    expect(niches('', () => 'food').missing).toEqual([
      {
        message:
          'No campaign in this range and these filters has a target niche. Add the column target_niche to a campaigns file and upload it.',
        kind: 'campaigns',
        columns: ['target_niche'],
      },
    ])
  })

  test('leaves out whose niche is unknown, and says so', () => {
    const { tests, missing } = niches('food', (creator) => ['food', 'cars', ''][creator % 3] as string)
    expect(tests[0]?.sides.map(({ creators }) => creators)).toEqual([8, 8])
    expect(missing.map(({ message, columns }) => [message, columns])).toEqual([
      [
        '8 creators of campaigns with a target niche have no niche and are left out. Add the column niche to a creators file and upload it.',
        ['niche'],
      ],
    ])
  })

  test('says where one side is empty', () => {
    expect(niches('food', () => 'food').sentence).toBe(
      'Cannot tell yet: in campaigns with a target niche there are no creators of other niches.',
    )
  })
})

test('too few creators are told with how many there are and how many are needed', () => {
  const claims = foldFiles(tierFiles(aTier(), aTier(big), { creators: 4 })).claims('cpa')
  const { status, tests } = claimOf(claims, 'engagement')
  expect(status).toBe('not_enough_data')
  expect(tests[0]?.failedGates[0]).toEqual({ gate: 'creators', arm: 'micro', found: 4, needed: 5 })
  expect(tests[0]?.reasons[0]).toBe('Only 4 micro creators stand where both sides are; at least 5 are needed.')
})

test('a filter by tier that leaves out a side is said to', () => {
  const books = foldFiles(tierFiles(aTier(), aTier(big)))
  const { status, missing, sentence } = claimOf(books.claims('cpa', { tier: ['micro'] }), 'trust')
  expect(status).toBe('not_enough_data')
  expect(missing).toEqual([{ message: 'The filter by tier leaves out macro creators.', kind: null, columns: [] }])
  expect(sentence).toBe('Cannot tell yet: the filter by tier leaves out macro creators.')
})

test('empty books have six claims without an answer', () => {
  const claims = foldFiles([]).claims('cpa')
  expect(claims.claims.map(({ status }) => status)).toEqual(Array(6).fill('not_enough_data'))
  expect(Claims.parse(claims)).toEqual(claims)
})

test('nothing is said of a cause', () => {
  const all = [
    foldFiles(tierFiles(aTier(), aTier(big))),
    foldFiles(tierFiles(aTier({ conversions: 3 }), aTier({ ...big, conversions: 900 }))),
  ].flatMap((books) => books.claims('cpa').claims)
  for (const { sentence } of all) expect(sentence).not.toMatch(/because|cause|effect|drive|lead(s|ing)? to|thanks to/i)
})
