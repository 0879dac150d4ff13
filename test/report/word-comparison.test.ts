import { expect, test } from 'vitest'
import { wordComparison } from '../../functions/domain/report/word-comparison.ts'
import { wordFew, wordFewEvents, wordTooLittle, wordTooSmall } from '../../functions/domain/report/word-few.ts'
import { aFile, foldFiles, followerFile, resultFile, spendFile, type TestFile } from './fold-files.ts'

const numbers = [1, 2, 3, 4, 5, 6]
const both = (line: (name: string, i: number) => string): string[] =>
  ['micro', 'macro'].flatMap((tier) => numbers.map((i) => line(`@${tier}${i}`, i)))
const counts = followerFile(...both((name) => `${name},,${name.startsWith('@micro') ? 5000 : 500_000},`))
const reasonsOf = (files: TestFile[], metric: 'cvr' | 'costPerPost' | 'ctr' | 'cpa' | 'roas') =>
  foldFiles([counts, ...files]).report({ metric }).comparison.reasons

const paid = spendFile(...both((name, i) => `2026-01-0${i},A,${name},x,100.00,USD`))
const result = (name: string, i: number, figures: string) =>
  `2026-01-0${i},A,${name},x,${name},2026-01-0${i},${figures},USD`

test('what is missing is named: the clicks of a rate by click, the posts of a cost per post', () => {
  const noClicks = resultFile(...both((name, i) => result(name, i, name.startsWith('@micro') ? '0,5,9' : '50,5,9')))
  expect(reasonsOf([paid, noClicks], 'cvr')[0]).toBe('No clicks were recorded for micro.')
  const noPosts = aFile(
    'results',
    'date,campaign,creator,platform,clicks',
    ...both((name, i) => `2026-01-0${i},A,${name},x,5`),
  )
  expect(reasonsOf([paid, noPosts], 'costPerPost')[0]).toBe('No posts were recorded for micro.')
})

test('a tier that has none of an outcome has common places with the other all the same', () => {
  const none = resultFile(...both((name, i) => result(name, i, name.startsWith('@micro') ? '500,0,0' : '500,50,9')))
  const reasons = reasonsOf([paid, none], 'cvr')
  expect(reasons).toContain('Micro has no conversions, where about 150 were to be expected: check the tracking.')
  expect(reasons.join(' ')).not.toContain('nothing in common places')
})

test('one creator is one, and what is too little never reads as enough', () => {
  const few = spendFile('2026-01-01,A,@micro1,x,100.00,USD', '2026-01-01,A,@macro1,x,100.00,USD')
  const reasons = reasonsOf([few, resultFile(result('@micro1', 1, '5,2,9'), result('@macro1', 1, '5,2,9'))], 'roas')
  expect(reasons).toContain('Only one of the micro creators stands where both tiers are; at least 5 are needed.')
})

test('fewer than needed is said in good grammar, and rounded down', () => {
  const verb = { one: 'stands', many: 'stand' }
  expect([0, 1, 4].map((found) => wordFew(found, 'macro creators', verb))).toEqual([
    'None of the macro creators stands',
    'Only one of the macro creators stands',
    'Only 4 macro creators stand',
  ])
  expect(wordFewEvents(1.04, 'clicks')).toBe('Only about 1 click was')
  expect(wordFewEvents(9.96, 'clicks')).toBe('Only about 9.9 clicks were')
  expect(wordTooLittle(2.99)).toBe('2.9')
  expect(wordTooSmall(0.497)).toBe('49%')
})

test('where single campaigns leave the answer open, it is not said what creators alone would have shown', () => {
  const results = resultFile(
    ...both((name, i) => result(name, i, `500,${name.startsWith('@micro') ? 40 + i : 49 - i},9`)),
  )
  const { comparison } = foldFiles([counts, paid, results]).report({ metric: 'cpa' })
  const said = (confirmed: boolean | null) =>
    wordComparison({ ...comparison, verdict: 'inconclusive', campaigns: { count: 6, confirmed } }, 'USD').reasons.join(
      ' ',
    )
  expect(said(null)).toContain('would most likely have shown')
  expect(said(false)).toContain('it hangs on single campaigns')
  expect(said(false)).not.toContain('would most likely have shown')
})

test('creators that are all alike have no range to tell', () => {
  const alike = resultFile(...both((name, i) => result(name, i, '500,50,9')))
  const reasons = reasonsOf([paid, alike], 'cpa')
  expect(reasons[0]).toBe('With micro it was the same, whoever is left out.')
})

test('without enough data nothing is said to be the opposite of it', () => {
  const alike = resultFile(...both((name, i) => result(name, i, '500,50,9')))
  const { comparison } = foldFiles([counts, paid, alike]).report({ metric: 'cpa' })
  const said = (verdict: 'inconclusive' | 'not_enough_data') =>
    wordComparison({ ...comparison, verdict, mix: 'reversal' }, 'USD').reasons.join(' ')
  expect(said('inconclusive')).toContain('says the opposite')
  expect(said('not_enough_data')).not.toContain('says the opposite')
})
