import { expect, test } from 'vitest'
import type { Estimate, Report } from '../../functions/contract/report.ts'
import { readChosen, toggleChosen } from '../../web/src/pages/snapshots/chosen-snapshots.ts'
import { toHeadlines } from '../../web/src/pages/snapshots/to-headlines.ts'

test('of what the address says two snapshots are chosen at most', () => {
  expect(readChosen('')).toEqual([])
  expect(readChosen('3,3,x,-1,6,7')).toEqual([3, 6])
})

test('a third choice takes the place of the first', () => {
  expect(toggleChosen([3, 6], 7)).toBe('6,7')
  expect(toggleChosen([3, 6], 3)).toBe('6')
  expect(toggleChosen([], 0)).toBe('0')
})

const exact = (point: number): Estimate => ({ kind: 'exact', point })
const none: Estimate = { kind: 'unavailable', reason: 'no-data' }

function reportOf(spendMinor: number, cpa: Estimate, results: string | null): Report {
  const tier = { spendMinor, revenueMinor: 0, conversions: 10, creators: 2, metrics: { cpa, roas: none } }
  const report = {
    currency: 'USD',
    query: { metric: 'cpa' },
    reaches: { spend: null, results },
    tiers: { all: tier, micro: tier, macro: tier },
  }
  return report as unknown as Report
}

test('two reports stand side by side, with what changed', () => {
  const rows = toHeadlines(reportOf(10_000, exact(1000), null), reportOf(15_000, none, '2026-06-30'))
  expect(rows[0]).toEqual({ figure: 'Spend', before: '$100.00', after: '$150.00', change: '+50.0%' })
  expect(rows.find(({ figure }) => figure === 'Cost per conversion, Micro')).toMatchObject({
    before: '$10.00',
    after: '–',
    change: '–',
  })
  expect(rows.at(-1)).toMatchObject({ before: 'no day', after: '30 Jun 2026', change: '–' })
})

test('no change is said of what was nothing', () => {
  expect(toHeadlines(reportOf(0, none, null), reportOf(5, none, null))[0]?.change).toBe('–')
})
