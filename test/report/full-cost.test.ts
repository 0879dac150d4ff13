import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dealCostOf } from '../../functions/domain/report/deal-costs.ts'
import { someSettings } from '../support/builders.ts'
import { foldFiles, followerFile, resultFile, spendFile } from './fold-files.ts'

const currency = someSettings.reportingCurrency
const costs = { currency, hours: 6.5, hourlyMinor: 4000, otherMinor: 1500 }
const perDeal = 27_500

const counts = followerFile('@micro,,5000,', '@macro,,500000,')
const files = [
  counts,
  resultFile(
    '2026-01-20,A,@micro,x,p1,2026-01-20,5,2,10.00,USD',
    '2026-02-03,A,@micro,y,p2,2026-02-03,5,2,10.00,USD',
    '2026-02-03,B,@micro,x,p3,2026-02-03,5,2,10.00,USD',
    '2026-02-01,A,@macro,x,p4,2026-02-01,50,10,4.00,USD',
  ),
  spendFile('2026-02-10,A,@micro,x,10.00,USD', '2026-03-01,A,@macro,x,30.00,USD', '2026-02-02,A,,,5.00,USD'),
]

test('hours and all else make one amount, in the currency that it was set in', () => {
  expect(dealCostOf(costs, currency)).toBe(perDeal)
  expect(dealCostOf(costs, 'JPY')).toBe(0)
  expect(dealCostOf(null, currency)).toBe(0)
})

test('each deal costs once, on its first day, and the ledger stays what it was', () => {
  const books = foldFiles(files)
  const full = books.report({ overhead: 'full' }, costs)
  const spread = books.report({ overhead: 'spread' }, costs)
  expect(full.reconciliation).toEqual({ ...spread.reconciliation, addedMinor: 3 * perDeal })
  expect(full.tiers.micro.spendMinor).toBe(spread.tiers.micro.spendMinor + 2 * perDeal)
  expect(full.tiers.macro.spendMinor).toBe(spread.tiers.macro.spendMinor + perDeal)
  const january = books.report({ overhead: 'full', from: '2026-01-10', to: '2026-01-31' }, costs)
  expect(january.tiers.all.spendMinor).toBe(perDeal)
  expect(
    books.report({ overhead: 'full', from: '2026-02-02', to: '2026-02-28' }, costs).reconciliation.addedMinor,
  ).toBe(perDeal)
})

test('it can turn the answer: what was given for nothing costs the hours spent on it', () => {
  const books = foldFiles(files)
  const cheap = books.report({ metric: 'cpa' }, costs).tiers
  const dear = books.report({ metric: 'cpa', overhead: 'full' }, costs).tiers
  const better = ({ micro, macro }: typeof cheap) => {
    const [a, b] = [micro.metrics.cpa, macro.metrics.cpa]
    return a.kind !== 'unavailable' && b.kind !== 'unavailable' && a.point < b.point ? 'micro' : 'macro'
  }
  expect([better(cheap), better(dear)]).toEqual(['micro', 'macro'])
})

test('any cut of the time adds up to the whole', () => {
  const books = foldFiles(files)
  const whole = books.report({ overhead: 'full', from: '2026-01-01', to: '2026-03-31' }, costs)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 27 }), fc.constantFrom('01', '02', '03'), (day, month) => {
      const [cut, next] = [
        `2026-${month}-${String(day).padStart(2, '0')}`,
        `2026-${month}-${String(day + 1).padStart(2, '0')}`,
      ]
      const before = books.report({ overhead: 'full', from: '2026-01-01', to: cut }, costs)
      const after = books.report({ overhead: 'full', from: next, to: '2026-03-31' }, costs)
      expect(before.reconciliation.addedMinor + after.reconciliation.addedMinor).toBe(whole.reconciliation.addedMinor)
      const points = whole.series.points.reduce((sum, { spendMinor }) => sum + spendMinor, 0)
      expect(points).toBe(whole.tiers.all.spendMinor)
    }),
    { seed: 3, numRuns: 30 },
  )
})

test('what a creator posts outside of all campaigns is no deal', () => {
  const outside = resultFile('2026-02-04,,@micro,x,p9,2026-02-04,5,2,10.00,USD')
  const added = (of: typeof files) => foldFiles(of).report({ overhead: 'full' }, costs).reconciliation.addedMinor
  expect(added([...files, outside])).toBe(added(files))
})
