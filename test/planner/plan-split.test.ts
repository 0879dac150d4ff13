import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bySide, type PlanCell } from '../../functions/domain/planner/plan-cell.ts'
import { planSplit } from '../../functions/domain/planner/plan-split.ts'
import { gainOver, splitBudget } from '../../functions/domain/planner/split-budget.ts'
import { createRandom } from '../../functions/domain/random.ts'
import { cellsOf, farOff, fine } from './some-cells.ts'

const plan = (cells: ReturnType<typeof cellsOf>, budget = 1_200_000) => planSplit(cells, budget, createRandom(7))
const codesOf = (cells: ReturnType<typeof cellsOf>, budget?: number) =>
  plan(cells, budget).refusals.map((refusal) => ('tier' in refusal ? `${refusal.code} ${refusal.tier}` : refusal.code))
const seeds = Array.from({ length: 20 }, (_, i) => i + 1)

describe('of data from known curves', () => {
  test('the true gain of a proposal is positive where the split is far off', () => {
    const gains = seeds.flatMap((seed) => {
      const { refusals, present, best } = plan(cellsOf({ ...farOff, seed }))
      if (refusals.length > 0 || !present || !best) return []
      return [gainOver(farOff.curves, best.split, present)]
    })
    expect(gains.length).toBeGreaterThan(10)
    expect(Math.min(...gains)).toBeGreaterThan(0)
  })

  test('the best split lies within its own interval, and so does the true one in most cases', () => {
    let held = 0
    for (const seed of seeds) {
      const { best } = plan(cellsOf({ ...farOff, seed }))
      if (!best) throw new Error(`no split for seed ${seed}`)
      expect(best.micro.point).toBeGreaterThanOrEqual(best.micro.low)
      expect(best.micro.point).toBeLessThanOrEqual(best.micro.high)
      const truth = splitBudget(farOff.curves, 1_200_000, best.bounds).micro
      if (truth >= best.micro.low && truth <= best.micro.high) held++
    }
    expect(held / seeds.length).toBeGreaterThanOrEqual(0.7)
  })

  test('a split that is about right is left alone in nearly all cases', () => {
    const proposed = seeds.filter((seed) => codesOf(cellsOf({ ...fine, seed }), 1_000_000).length === 0)
    expect(proposed.length).toBeLessThanOrEqual(3)
  })
})

test('budgets that follow quality mislead it in few cases', () => {
  const harmful = seeds.filter((seed) => {
    const { refusals, present, best } = plan(
      cellsOf({ ...fine, campaignSd: 0.5, spendFollowsLevel: true, seed }),
      1_000_000,
    )
    return refusals.length === 0 && present !== null && best !== null && gainOver(fine.curves, best.split, present) < 0
  })
  expect(harmful.length).toBeLessThanOrEqual(3)
})

describe('it refuses', () => {
  const good = cellsOf(farOff)
  const of = (change: (cell: PlanCell) => PlanCell | null) => ({
    ...good,
    micro: good.micro.flatMap((cell) => change(cell) ?? []),
  })

  test('nothing where the data carry a gain', () => expect(codesOf(good)).toEqual([]))

  test('two campaigns in a tier', () => {
    expect(codesOf(of((cell) => (cell.campaign <= 2 ? cell : null)))).toContain('few-campaigns micro')
  })

  test('eight campaign-months in a tier', () => {
    expect(codesOf({ ...good, macro: good.macro.slice(0, 8) })).toContain('few-cells macro')
  })

  test('spend that never differed', () => {
    expect(codesOf(of((cell) => ({ ...cell, spend: 300_000 })))).toEqual(['little-variation micro'])
  })

  test('fewer than 30 conversions in a tier', () => {
    const few = of((cell) => ({ ...cell, conversions: 0, outcome: 0 }))
    expect(
      codesOf({ ...few, micro: few.micro.map((cell, i) => ({ ...cell, conversions: i < 29 ? 1 : 0, outcome: 1 })) }),
    ).toEqual(['few-conversions micro'])
  })

  test('conversions without revenue', () => {
    expect(codesOf(of((cell) => ({ ...cell, outcome: 0 })))).toEqual(['no-revenue micro'])
  })

  test('a tier without any cell, by everything that it lacks', () => {
    expect(codesOf({ ...good, macro: [] })).toEqual(
      ['few-campaigns', 'few-cells', 'little-variation', 'few-conversions', 'no-revenue'].map(
        (code) => `${code} macro`,
      ),
    )
  })

  test.each([100_000, 100_000_000])(
    'a budget of %d a campaign-month, which was never seen, with the budgets that were',
    (budget) => {
      const { refusals, curves, best } = plan(good, budget)
      expect(refusals).toMatchObject([{ code: 'budget-outside', found: budget }])
      expect(curves).not.toBeNull()
      expect(best).toBeNull()
      const [refusal] = refusals
      if (refusal?.code !== 'budget-outside') throw new Error('another refusal')
      expect(codesOf(good, refusal.low * 1.001)).not.toContain('budget-outside')
      expect(codesOf(good, refusal.high * 0.999)).not.toContain('budget-outside')
    },
  )

  test('a gain that may be none, or is too small to matter', () => {
    const { refusals, best } = plan(cellsOf({ ...fine, seed: 3 }), 1_000_000)
    expect(refusals.map(({ code }) => code)).toEqual(['uncertain-gain', 'small-gain'])
    expect(best?.gain.low).toBeLessThanOrEqual(0)
  })
})

test('multiplying all money leaves slopes, shares and gain as they were', () => {
  const cells = cellsOf(farOff)
  const before = plan(cells)
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 1000 }), (k) => {
      const scaled = bySide((tier) => cells[tier].map((cell) => ({ ...cell, spend: cell.spend * k })))
      const after = plan(scaled, 1_200_000 * k)
      for (const tier of ['micro', 'macro'] as const)
        expect(after.curves?.[tier].curve.slope).toBeCloseTo(before.curves?.[tier].curve.slope ?? 0, 9)
      expect((after.best?.split.micro ?? 0) / k).toBeCloseTo(before.best?.split.micro ?? 0, 2)
      expect(after.best?.gain.point).toBeCloseTo(before.best?.gain.point ?? 0, 9)
      expect(after.best?.gain.low).toBeCloseTo(before.best?.gain.low ?? 0, 9)
    }),
    { numRuns: 10 },
  )
})

test('so it does where revenue is the goal, which is money too', () => {
  const revenue = (k: number) =>
    bySide((tier) =>
      cellsOf(farOff)[tier].map((cell) => ({ ...cell, spend: cell.spend * k, outcome: cell.outcome * 5000 * k })),
    )
  const [before, after] = [plan(revenue(1)), plan(revenue(37), 37 * 1_200_000)]
  expect(after.curves?.micro.slope.low).toBeCloseTo(before.curves?.micro.slope.low ?? 0, 9)
  expect((after.best?.split.micro ?? 0) / 37).toBeCloseTo(before.best?.split.micro ?? 0, 2)
  expect(after.best?.gain.low).toBeCloseTo(before.best?.gain.low ?? 0, 9)
})

test('swapping the names of the tiers swaps the split', () => {
  const cells = cellsOf(farOff)
  const { best } = plan(cells)
  const swapped = plan({ micro: cells.macro, macro: cells.micro })
  expect(swapped.best?.split.macro).toBeCloseTo(best?.split.micro ?? 0, 3)
  expect(swapped.best?.gain.point).toBeCloseTo(best?.gain.point ?? 0, 9)
})

test('the same seed gives the same bytes', () => {
  expect(JSON.stringify(plan(cellsOf(farOff)))).toBe(JSON.stringify(plan(cellsOf(farOff))))
})

test('the names of campaigns and the order of cells change nothing that can be seen', () => {
  const cells = cellsOf(farOff)
  const renamed = bySide((tier) =>
    cells[tier].map((cell) => ({ ...cell, campaign: (cell.campaign * 7919) % 1009 })).reverse(),
  )
  const [before, after] = [plan(cells), plan(renamed)]
  expect(after.best?.gain.low).toBeCloseTo(before.best?.gain.low ?? 0, 9)
  expect(after.best?.gain.high).toBeCloseTo(before.best?.gain.high ?? 0, 9)
})
