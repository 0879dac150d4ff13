import { expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import type { Plan, PlanQuery } from '../../functions/contract/plan.ts'
import type { ScenarioPlan } from '../../functions/contract/scenario.ts'
import {
  placeOf,
  planDefaults,
  planLimits,
  planQueryOf,
  readBudget,
  readParameters,
  readWhole,
  writeBudget,
} from '../../web/src/pages/planner/plan-question.ts'
import { toComparedRows } from '../../web/src/pages/planner/to-compared-rows.ts'
import { toPlanRows } from '../../web/src/pages/planner/to-plan-rows.ts'
import { defaultView } from '../../web/src/state/view.ts'
import { aScenario } from '../support/a-scenario.ts'
import { anInstant } from '../support/builders.ts'

test('the page’s limits are the service’s', () => {
  expect(planLimits).toEqual({
    budgetMinor: limits.amountMinorMax,
    campaigns: limits.planCampaignsMax,
    months: limits.planMonthsMax,
  })
})

test.each([
  ['1200', 'USD', 120_000],
  [' 1,200.5 ', 'USD', 120_050],
  ['1 200', 'USD', 120_000],
  ['0.004', 'USD', undefined],
  ['0', 'USD', undefined],
  ['-5', 'USD', undefined],
  ['1e6', 'USD', undefined],
  ['', 'USD', undefined],
  ['1200', 'JPY', 1200],
  ['1.5', 'KWD', 1500],
  ['9999999999999', 'USD', undefined],
  ['1,234,567', 'USD', 123_456_700],
  ['1500,50', 'USD', undefined],
  ['1,5', 'USD', undefined],
  ['1.000', 'USD', undefined],
  ['1.5', 'JPY', undefined],
])('the budget %s %s is %s minor units', (text, currency, minor) => expect(readBudget(text, currency)).toBe(minor))

test('a budget that is written is read as the same', () => {
  for (const minor of [1, 100, 120_050, 99_999_999]) expect(readBudget(writeBudget(minor, 'USD'), 'USD')).toBe(minor)
  expect(writeBudget(120_000, 'USD')).toBe('1200')
})

test('counts are whole numbers from 1', () => {
  expect([
    readWhole('12', 60),
    readWhole('0', 60),
    readWhole('61', 60),
    readWhole('1.5', 60),
    readWhole('', 60),
  ]).toEqual([12, undefined, undefined, undefined, undefined])
})

test('what the address has and cannot be read asks as if it were not there', () => {
  expect(readParameters({ budget: 'much', goal: 'fame', campaigns: '0', months: '2' })).toEqual({
    campaigns: 1,
    months: 2,
  })
})

test('a plan asks without what it does not know: tiers, overhead, comparison, metric', () => {
  const view = {
    ...defaultView,
    tier: ['micro' as const],
    overhead: 'spread' as const,
    from: '2026-01-01',
    snapshot: 4,
  }
  expect(Object.keys(planQueryOf(view, planDefaults)).sort()).toEqual(
    [
      'basis',
      'spendBasis',
      'campaign',
      'brand',
      'platform',
      'niche',
      'region',
      'objective',
      'from',
      'snapshot',
      'campaigns',
      'months',
    ].sort(),
  )
})

test('a saved plan is opened as the question that was saved', () => {
  const { query } = aScenario()
  const saved = { query: { ...query, platform: ['tiktok'], from: '2026-01-01', snapshot: 5 } }
  const { view, parameters } = placeOf(saved, 'main')
  const { creator: _, ...asked } = saved.query
  expect(planQueryOf(view, { ...planDefaults, ...parameters })).toEqual(asked)
})

const side = (spendMinor: number, share: number) => ({
  spendMinor,
  share,
  monthlyMinor: spendMinor,
  outcome: 10,
  marginalCost: 2550,
  creators: spendMinor / 10_000,
})
const split = (micro: number) => ({
  micro: side(micro * 1000, micro / 100),
  macro: side(100_000 - micro * 1000, 1 - micro / 100),
  outcome: 20 + micro / 10,
})

function aPlan(parts: Partial<Plan> = {}, query: Partial<PlanQuery> = {}): Plan {
  const data = {
    campaigns: 4,
    campaignMonths: 12,
    spendMinor: 1,
    outcome: 1,
    conversions: 1,
    spendPerCreatorMinor: 1,
    logSpendSd: 1,
    unpaid: 0,
    refunded: 0,
  }
  return {
    snapshot: { number: 3, committedAt: anInstant },
    preview: null,
    query: {
      ...aScenario().query,
      from: '2026-01-01',
      to: '2026-03-31',
      budgetMinor: 100_000,
      ...query,
    } as Plan['query'],
    currency: 'USD',
    tierRule: { microFrom: 1000, microTo: 100_000, sentence: '' },
    verdict: 'change',
    sentence: '',
    reasons: [],
    data: { micro: data, macro: data },
    curves: null,
    budgets: null,
    current: split(30),
    proposed: split(50),
    gain: { share: { point: 0.1, low: 0.02, high: 0.2 }, outcome: { point: 2, low: 0.4, high: 4 } },
    microShare: { point: 0.5, low: 0.4, high: 0.6 },
    caveats: [],
    ...parts,
  }
}

test('figures stand beside each other with their change', () => {
  const rows = Object.fromEntries(toPlanRows(aPlan()).map(({ id, ...row }) => [id, row]))
  expect(rows['spend micro']).toEqual({ label: 'Spend, micro', current: '$300', proposed: '$500', change: '+$200' })
  expect(rows['spend macro']).toMatchObject({ current: '$700', proposed: '$500', change: '−$200' })
  expect(rows.outcome).toMatchObject({ label: 'Conversions expected', current: '23', proposed: '25', change: '+2' })
  expect(rows['next micro']).toMatchObject({ label: 'One more conversion, micro', current: '$25.50' })
  expect(rows['creators micro']).toMatchObject({ current: '3', proposed: '5', change: '+2' })
})

test('of revenue it says what the next unit brings', () => {
  const [, , outcome, next] = toPlanRows(aPlan({}, { goal: 'revenue' }))
  expect(outcome).toMatchObject({ label: 'Revenue expected' })
  expect(next).toMatchObject({ label: 'Next $1 brings, micro' })
})

test('what is not known of either split is left out', () => {
  const unknown = (of: ReturnType<typeof side>) => ({ ...of, outcome: null, marginalCost: null })
  const current = { micro: unknown(side(30_000, 0.3)), macro: unknown(side(70_000, 0.7)), outcome: null }
  expect(toPlanRows(aPlan({ current, proposed: null })).map(({ id }) => id)).toEqual([
    'spend micro',
    'spend macro',
    'creators micro',
    'creators macro',
  ])
})

test('two plans are compared line by line, also where only one has a line', () => {
  const scenario = { ...aScenario(), deletable: false }
  const left: ScenarioPlan = { scenario, plan: aPlan() }
  const right: ScenarioPlan = {
    scenario,
    plan: aPlan({ verdict: 'keep', proposed: null }, { goal: 'revenue', platform: ['tiktok'] }),
  }
  const rows = Object.fromEntries(toComparedRows(left, right).map(({ label, ...row }) => [label, row]))
  expect(rows.Answer).toEqual({ left: 'Another split would bring more', right: 'Keep the current split' })
  expect(rows.Filters).toEqual({ left: 'none', right: 'tiktok' })
  expect(rows.Gain?.left).toBe('+10.0% (+2.0% to +20.0%)')
  expect(rows['Spend, micro']).toEqual({ left: '$300, then $500', right: '$300' })
  expect(rows['One more conversion, micro']).toEqual({ left: '$25.50, then $25.50', right: '–' })
})
