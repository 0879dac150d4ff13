import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../functions/contract/claims.ts'
import { aFile, foldFiles, type TestFile } from '../fold-files.ts'
import { aTier, claimOf, tierFiles } from './some-claims.ts'

const big = { followers: 500_000, impressions: 250_000, engagements: 10_000, clicks: 2_000, conversions: 100 }
const files = tierFiles(aTier(), aTier(big), { target: 'food', nicheOf: (creator) => (creator % 2 ? 'food' : 'cars') })

/** Leaves out the lines of a kind of file that a pattern finds, or changes them. */
const edit = (kind: TestFile['kind'], change: (file: string) => string): TestFile[] =>
  files.map((of) => (of.kind === kind ? { ...of, file: change(of.file) } : of))
const without = (kind: TestFile['kind'], pattern: RegExp): TestFile[] =>
  edit(kind, (file) =>
    file
      .split('\n')
      .filter((line) => !pattern.test(line))
      .join('\n'),
  )

const claim = (of: TestFile[], name: Claim['name']): Claim => claimOf(foldFiles(of).claims('cpa'), name)
const messages = (of: TestFile[], name: Claim['name']): string[] =>
  claim(of, name).missing.map(({ message }) => message)

test('spend that one side lacks is missing from the spend file', () => {
  const { status, missing } = claim(without('spend', /@macro/), 'fees')
  expect(status).toBe('not_enough_data')
  expect(missing).toEqual([
    {
      message:
        'No file gives spend of macro creators in this range and these filters. Add the column amount to a spend file and upload it.',
      kind: 'spend',
      columns: ['amount'],
    },
  ])
})

test('columns that both sides lack are one entry, with both', () => {
  const renamed = edit('results', (file) => file.replace('clicks,conversions', 'reach,saves'))
  expect(messages(renamed, 'trust')).toEqual([
    'No file gives conversions or clicks of micro creators or macro creators in this range and these filters. Add the columns conversions and clicks to a results file and upload it.',
  ])
})

describe('a tier that nobody is in', () => {
  test('may be there without followers: then those are missing', () => {
    const unknown = edit('creators', (file) => file.replaceAll('500000', ''))
    expect(messages(unknown, 'trust')).toEqual([
      'There are no macro creators in this range and these filters. Some creators are in no tier, as no file gives their followers: add the column followers to a creators file and upload it.',
    ])
  })

  test('may just not be there', () => {
    const nobody = files.map(({ kind, file }) => ({
      kind,
      file: file
        .split('\n')
        .filter((line) => !line.includes('@macro'))
        .join('\n'),
    }))
    expect(messages(nobody, 'trust')).toEqual(['There are no macro creators in this range and these filters.'])
  })

  test('does not keep niches from being compared within the other', () => {
    const unknown = edit('creators', (file) => file.replaceAll('500000', ''))
    const [test] = claim(unknown, 'niche').tests
    expect(test?.sides.map(({ creators }) => creators)).toEqual([6, 6])
    const nano = edit('creators', (file) => file.replaceAll('500000', '500'))
    expect(claim(nano, 'niche').tests[0]?.sides.map(({ creators }) => creators)).toEqual([12, 12])
  })
})

test('sides without a common place are not compared, and it says so', () => {
  const apart = files.map(({ kind, file }) => ({ kind, file: file.replace(/(@macro\d+),instagram/g, '$1,tiktok') }))
  const claims = foldFiles(apart).claims('cpa')
  expect(claims.strata).toEqual([])
  const { status, tests, missing } = claimOf(claims, 'engagement')
  expect([status, missing]).toEqual(['not_enough_data', []])
  expect(tests[0]?.reasons).toContain(
    'The two sides have nothing in common places that could be compared, or one of them has no engagements at all.',
  )
  expect(tests[0]?.ratio).toEqual({ kind: 'unavailable', reason: 'not-comparable' })
})

test('nothing of an outcome on one side is not missing data', () => {
  const none = edit('results', (file) =>
    file
      .split('\n')
      .map((line) => (line.includes('@macro') ? line.replace(/,\d+$/, ',0') : line))
      .join('\n'),
  )
  const { status, missing, tests } = claim(none, 'trust')
  expect([status, missing]).toEqual(['not_enough_data', []])
  expect(tests[0]?.reasons).toEqual([
    'The two sides have nothing in common places that could be compared, or one of them has no conversions at all.',
  ])
})

test('a directory row that only tells the target niche is enough', () => {
  const target = aFile('campaigns', 'campaign,target_niche', 'Spring,cars')
  const bare = files.filter(({ kind }) => kind !== 'campaigns')
  expect(messages([...bare, target], 'niche')).toEqual([])
})
