import { expect, test } from 'vitest'
import { collectCells } from '../../functions/domain/planner/collect-cells.ts'
import { foldFiles, followerFile, resultFile, spendFile, type TestFile } from '../report/fold-files.ts'

const counts = followerFile('@small,,5000,', '@other,,6000,', '@big,,500000,', '@nano,,500,')
const spend = spendFile(
  '2026-01-05,A,@small,instagram,100.00,USD',
  '2026-01-20,A,@small,tiktok,50.00,USD',
  '2026-01-21,A,@other,tiktok,25.00,USD',
  '2026-02-02,A,@small,instagram,10.00,USD',
  '2026-01-05,A,@big,instagram,900.00,USD',
  '2026-01-05,A,@nano,instagram,7.00,USD',
  '2026-01-05,A,,,70.00,USD',
  '2026-01-05,,@small,instagram,33.00,USD',
)
const results = resultFile(
  '2026-01-06,A,@small,instagram,,,10,3,30.00,USD',
  '2026-01-07,A,@other,instagram,,,10,1,10.00,USD',
  '2026-02-06,A,@big,instagram,,,10,5,50.00,USD',
  '2026-02-06,B,@small,instagram,,,10,2,-5.00,USD',
)

function collect(files: TestFile[], goal: 'conversions' | 'revenue' = 'conversions', query = {}) {
  const books = foldFiles(files)
  const scoped = books.scoped(query)
  if (!scoped) throw new Error('empty books')
  return { books, ...collectCells(books.view, scoped, { spendBasis: 'accrued', goal }) }
}

test('a cell is a campaign, a month and a tier, over creators and platforms', () => {
  const { books, cells } = collect([counts, spend, results])
  const campaign = books.id('campaign', 'A')
  expect(cells.micro).toEqual([
    { campaign, spend: 17_500, outcome: 4, conversions: 4, creators: 2 },
    { campaign, spend: 1000, outcome: 0, conversions: 0, creators: 1 },
  ])
  expect(cells.macro).toEqual([{ campaign, spend: 90_000, outcome: 0, conversions: 0, creators: 1 }])
})

test('results without spend are counted and left out', () => {
  const { unpaid } = collect([counts, spend, results])
  expect(unpaid).toEqual({ micro: 1, macro: 1 })
})

test('revenue is in minor units, and a cell below nothing is counted and left out', () => {
  const more = spendFile('2026-02-02,B,@small,instagram,10.00,USD')
  const { books, cells, refunded } = collect([counts, spend, more, results], 'revenue')
  expect(cells.micro.map(({ outcome }) => outcome)).toEqual([4000, 0])
  expect(cells.micro.map(({ campaign }) => campaign)).not.toContain(books.id('campaign', 'B'))
  expect(refunded).toEqual({ micro: 1, macro: 0 })
})

test('range and filters are those of the query', () => {
  expect(collect([counts, spend, results], 'conversions', { to: '2026-01-10' }).cells.micro).toMatchObject([
    { spend: 10_000 },
  ])
  expect(collect([counts, spend, results], 'conversions', { platform: ['tiktok'] }).cells.micro).toMatchObject([
    { spend: 7500 },
  ])
})

test('the order of the files and of their lines changes nothing', () => {
  const turned = {
    ...spend,
    file: [spend.file.split('\n')[0], ...spend.file.trim().split('\n').slice(1).reverse(), ''].join('\n'),
  }
  const { cells } = collect([counts, spend, results])
  expect(collect([results, turned, counts]).cells).toEqual(cells)
})
