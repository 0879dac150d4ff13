import { expect, test } from 'vitest'
import { aFile, foldFiles, followerFile, resultFile, spendFile } from './fold-files.ts'

const followers = followerFile('@anna,,20000,', '@big,,900000,')
const targetFile = (...rows: string[]) => aFile('campaigns', 'campaign,currency,margin,target_cpa,target_roas', ...rows)

/** 5 conversions for $70 in Spring, 10 for $150 in Summer, spend alone in Autumn. */
const rows = [
  followers,
  spendFile(
    '2026-03-02,Spring,@anna,instagram,70.00,USD',
    '2026-03-02,Summer,@big,instagram,150.00,USD',
    '2026-03-02,Autumn,@big,instagram,10.00,USD',
  ),
  resultFile(
    '2026-03-02,Spring,@anna,instagram,p1,2026-03-02,9,5,140.00,USD',
    '2026-03-02,Summer,@big,instagram,p2,2026-03-02,9,10,200.00,USD',
  ),
]
const targetsOf = (...lines: string[]) => foldFiles([...rows, targetFile(...lines)]).report().targets

test('a campaign at its target reaches it: costs stay within, returns come up to it', () => {
  expect(targetsOf('Spring,USD,0.5,14.00,2', 'Summer,USD,0.5,14.99,1.5')).toEqual([
    { metric: 'cpa', met: 1, missed: 1, unknown: 0, point: null },
    { metric: 'roas', met: 1, missed: 1, unknown: 0, point: null },
  ])
})

test('one target that all campaigns share is said in minor units', () => {
  expect(targetsOf('Spring,USD,,14.99,', 'Summer,USD,,14.99,')).toEqual([
    { metric: 'cpa', met: 1, missed: 1, unknown: 0, point: 1499 },
  ])
})

test('a target is read without binary dust: 0.29 is 29 cents', () => {
  expect(targetsOf('Spring,USD,,0.29,')[0]?.point).toBe(29)
})

test('without conversions, or in another currency, nobody says whether a cost is reached', () => {
  expect(targetsOf('Spring,EUR,,14.00,2', 'Autumn,USD,,14.00,')).toEqual([
    { metric: 'cpa', met: 0, missed: 0, unknown: 2, point: null },
    { metric: 'roas', met: 1, missed: 0, unknown: 0, point: 2 },
  ])
})

test('a target without a currency is in the reporting currency', () => {
  expect(targetsOf('Spring,,,14.00,')).toEqual([{ metric: 'cpa', met: 1, missed: 0, unknown: 0, point: 1400 }])
})

test('campaigns outside of the range or the filters are not counted', () => {
  const books = foldFiles([...rows, targetFile('Spring,USD,,14.00,', 'Summer,USD,,14.00,')])
  expect(books.report({ campaign: ['Summer'] }).targets).toEqual([
    { metric: 'cpa', met: 0, missed: 1, unknown: 0, point: 1400 },
  ])
  expect(books.report({ from: '2026-05-01', to: '2026-05-31' }).targets).toEqual([])
})

test('where only a part of the campaigns is asked about, no target is held against it', () => {
  const books = foldFiles([...rows, targetFile('Spring,USD,,14.00,')])
  expect(books.report({ tier: ['micro'] }).targets).toEqual([])
  expect(books.report({ platform: ['instagram'] }).targets).toEqual([])
})
