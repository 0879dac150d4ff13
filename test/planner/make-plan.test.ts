import { expect, test } from 'vitest'
import type { Settings } from '../../functions/contract/books-change.ts'
import { Plan, PlanQuery } from '../../functions/contract/plan.ts'
import { makePlan } from '../../functions/domain/planner/make-plan.ts'
import { foldFiles, type TestFile } from '../report/fold-files.ts'
import { anInstant, someSettings } from '../support/builders.ts'
import { filesOf } from './plan-files.ts'
import { cellsOf, farOff, fine } from './some-cells.ts'

const good = filesOf(cellsOf(farOff))

function planOf(files: TestFile[], query: Partial<PlanQuery> = {}, settings: Partial<Settings> = {}): Plan {
  const books = foldFiles(files)
  const asked = PlanQuery.parse(query)
  const { budgetMinor: _b, goal: _g, campaigns: _c, months: _m, ...scope } = asked
  return Plan.parse(
    makePlan({
      view: books.view,
      query: asked,
      settings: { ...someSettings, ...settings },
      snapshot: { number: 1, committedAt: anInstant },
      preview: null,
      range: books.scoped(scope),
    }),
  )
}

test('a proposal and the current split each add up to the budget', () => {
  const { verdict, current, proposed, gain } = planOf(good, { budgetMinor: 14_400_001, campaigns: 3, months: 4 })
  expect(verdict).toBe('change')
  for (const split of [current, proposed])
    expect((split?.micro.spendMinor ?? 0) + (split?.macro.spendMinor ?? 0)).toBe(14_400_001)
  expect((proposed?.outcome ?? 0) / (current?.outcome ?? 1) - 1).toBeCloseTo(gain?.share.point ?? 0, 9)
  expect((proposed?.outcome ?? 0) - (current?.outcome ?? 0)).toBeCloseTo(gain?.outcome.point ?? 0, 6)
})

test('at the best split one more conversion costs the same on both sides, unless a bound is in the way', () => {
  const { proposed, caveats } = planOf(good, { budgetMinor: 1_200_000 })
  const costs = [proposed?.micro.marginalCost ?? 0, proposed?.macro.marginalCost ?? 1]
  if (caveats.some(({ code }) => code === 'at-bound')) expect(costs[0]).not.toBeCloseTo(costs[1] ?? 0, 0)
  else expect(costs[0]).toBeCloseTo(costs[1] ?? 0, 3)
})

test('without a budget it is what a campaign-month of both tiers spent so far', () => {
  const { data, query } = planOf(good, { campaigns: 2, months: 5 })
  const means = [data.micro, data.macro].map(({ spendMinor, campaignMonths }) => spendMinor / campaignMonths)
  expect(query.budgetMinor).toBe(Math.round(10 * ((means[0] ?? 0) + (means[1] ?? 0))))
})

test('the current split has the shares of all money so far', () => {
  const { data, current } = planOf(good)
  expect(current?.micro.share).toBeCloseTo(data.micro.spendMinor / (data.micro.spendMinor + data.macro.spendMinor), 12)
})

test('creators are counted at what one is paid now', () => {
  const { current, data } = planOf(good)
  expect(current?.micro.creators).toBeCloseTo(
    (current?.micro.monthlyMinor ?? 0) / (data.micro.spendPerCreatorMinor ?? 1),
    9,
  )
})

test('a curve is told as seen only within what was spent', () => {
  const { curves } = planOf(good)
  for (const curve of [curves?.micro, curves?.macro]) {
    const seen = curve?.points.filter((point) => point.seen).map(({ spendMinor }) => spendMinor) ?? []
    expect([seen[0], seen.at(-1)]).toEqual([curve?.seenFromMinor, curve?.seenToMinor])
    expect(curve?.points[0]).toMatchObject({ spendMinor: 0, outcome: 0, seen: false })
    expect(curve?.points.at(-1)?.seen).toBe(false)
  }
})

test('a plan that changes nothing keeps the current split, and shows the gain that it distrusts', () => {
  const plan = planOf(filesOf(cellsOf({ ...fine, seed: 3 })))
  expect(plan).toMatchObject({
    verdict: 'keep',
    proposed: null,
    sentence: 'Your current split is as good as we can tell.',
  })
  expect(plan.reasons.map(({ code }) => code)).toContain('small-gain')
  expect(plan.gain).not.toBeNull()
})

test('a budget outside of what was tried names those inside, for the whole plan', () => {
  const plan = planOf(good, { budgetMinor: 1000, campaigns: 2 })
  expect(plan).toMatchObject({
    verdict: 'outside',
    proposed: null,
    gain: null,
    reasons: [{ code: 'budget-outside', found: 500 }],
  })
  const within = planOf(good, { budgetMinor: plan.budgets?.lowMinor, campaigns: 2 })
  expect(within.verdict).not.toBe('outside')
})

test('every reason says what was found, what is needed and what would help', () => {
  const { verdict, reasons, curves, current } = planOf(good, {
    to: '2026-01-31',
    campaign: ['Campaign 1', 'Campaign 2'],
  })
  expect(verdict).toBe('not_enough_data')
  expect(curves).toBeNull()
  expect(current?.outcome).toBeNull()
  expect(reasons.find(({ code, tier }) => code === 'few-campaigns' && tier === 'micro')).toEqual({
    code: 'few-campaigns',
    tier: 'micro',
    found: 2,
    needed: 3,
    message: 'Micro creators were paid in 2 campaigns; a curve needs 3.',
    help: 'Take a longer range or fewer filters, or come back after more campaigns.',
  })
})

test('empty books lack everything', () => {
  const plan = planOf([])
  expect(plan).toMatchObject({ verdict: 'not_enough_data', current: null, query: { budgetMinor: null } })
})

test('revenue is planned as conversions are', () => {
  const plan = planOf(good, { goal: 'revenue' })
  expect(plan.verdict).toBe('change')
  expect(plan.sentence).toContain('more revenue')
  expect(plan.data.micro.outcome).toBe(plan.data.micro.conversions * 5000)
})

test('a cut month is said', () => {
  const codes = (query: Partial<PlanQuery>) => planOf(good, query).caveats.map(({ code }) => code)
  expect(codes({ from: '2026-01-02' })).toContain('cut-months')
  expect(codes({ from: '2026-01-01', to: '2026-02-28' })).not.toContain('cut-months')
})

test('where nothing is said it is to bring what suits the objective', () => {
  const goal = (query: Partial<PlanQuery>, objective: Settings['objective']) =>
    planOf(good, query, { objective }).query.goal
  expect([goal({}, 'sales'), goal({}, 'conversions'), goal({}, 'awareness')]).toEqual([
    'revenue',
    'conversions',
    'conversions',
  ])
  expect(goal({ goal: 'conversions' }, 'sales')).toBe('conversions')
})
