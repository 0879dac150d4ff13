import { expect, test } from 'vitest'
import { grossProfit } from '../../functions/domain/report/gross-profit.ts'
import { aFile, foldFiles, resultFile } from './fold-files.ts'

const books = foldFiles([
  aFile('campaigns', 'campaign,margin', 'Half,0.5', 'Exact,0.333', 'Bare,'),
  resultFile(
    '2026-03-01,Half,@a,,,,1,1,1.00,USD',
    '2026-03-01,Exact,@a,,,,1,1,1.00,USD',
    '2026-03-01,Bare,@a,,,,1,1,1.00,USD',
  ),
])
const at = (name: string): number => books.view.campaignAt(books.id('campaign', name)) as number
const profitOf = (given: number, without: [string, number][]): number | null =>
  grossProfit(books.view, given, new Map(without.map(([name, revenue]) => [at(name), revenue])))

test('profit that is given counts as given', () => {
  expect(profitOf(1234, [])).toBe(1234)
})

test('where it is not, it is revenue by margin', () => {
  expect(profitOf(1000, [['Half', 600]])).toBe(1300)
})

test.each([
  [1, 0],
  [3, 2],
  [5, 2],
  [-1, 0],
  [-3, -2],
])('%i cents by half are %i: half to even', (revenue, profit) => {
  expect(profitOf(0, [['Half', revenue]])).toBe(profit)
})

test('each campaign is rounded once', () => {
  expect(
    profitOf(0, [
      ['Half', 3],
      ['Exact', 1000],
    ]),
  ).toBe(2 + 333)
})

test('a margin that is missing makes the whole unsayable', () => {
  expect(
    profitOf(1000, [
      ['Half', 600],
      ['Bare', 1],
    ]),
  ).toBeNull()
})

test('a campaign without such revenue needs no margin', () => {
  expect(profitOf(1000, [['Bare', 0]])).toBe(1000)
})

test('revenue without a campaign has no margin', () => {
  expect(grossProfit(books.view, 0, new Map([[0, 1]]))).toBeNull()
})
