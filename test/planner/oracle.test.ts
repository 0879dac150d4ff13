import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fitCurve } from '../../functions/domain/planner/fit-curve.ts'
import { toFitData } from '../../functions/domain/planner/fit-data.ts'
import { observedSpend } from '../../functions/domain/planner/observed-spend.ts'
import { bySide, type PlanCell } from '../../functions/domain/planner/plan-cell.ts'
import { marginalCostAt } from '../../functions/domain/planner/response-curve.ts'
import { splitBounds } from '../../functions/domain/planner/split-bounds.ts'
import { responseOf, splitBudget } from '../../functions/domain/planner/split-budget.ts'

// Computed in R 4.2.2 with glm(quasipoisson) as a second route; see the `about` of each file.
const folder = join(import.meta.dirname, '../stats/oracles/23-planner')
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
const [, ...lines] = readFileSync(join(folder, 'data.csv'), 'utf8').trim().split('\n')
const rows = lines.map((line) => line.split(','))
const cells = bySide((tier) =>
  rows
    .filter(([of]) => of === tier)
    .map(
      ([, campaign = '', , spend, conversions]): PlanCell => ({
        campaign: Number(campaign.slice(3)),
        spend: Number(spend),
        outcome: Number(conversions),
        conversions: Number(conversions),
        creators: 1,
      }),
    ),
)

const near = (found: number, wanted: number, tolerance = 1e-9) =>
  expect(Math.abs(found / wanted - 1), `${found} is not ${wanted}`).toBeLessThanOrEqual(tolerance)

test.each(['micro', 'macro'] as const)('the pooled curve of %s is the reference', (tier) => {
  const { slope, lnLevel, dispersion } = fitCurve(toFitData(cells[tier], 'pooled'))
  near(slope, expected[tier].beta)
  near(lnLevel, expected[tier].alpha)
  near(dispersion, expected[tier].phi)
})

test.each(['micro', 'macro'] as const)('the curve of %s with campaign levels is the reference', (tier) => {
  const { slope, lnLevel, dispersion } = fitCurve(toFitData(cells[tier]))
  near(slope, expected[`${tier}_campaign_effects`].beta)
  near(lnLevel, expected[`${tier}_campaign_effects`].alpha)
  near(dispersion, expected[`${tier}_campaign_effects`].phi)
})

const curves = bySide((tier) => fitCurve(toFitData(cells[tier], 'pooled')))

test('the split of the budget is the reference where nothing bounds it', () => {
  const split = splitBudget(curves, expected.budget, { low: 1, high: expected.budget - 1 })
  near(split.micro, expected.optimum.micro_spend, 1e-8)
  near(split.macro, expected.optimum.macro_spend, 1e-8)
  near(marginalCostAt(curves.micro, split.micro), expected.optimum.marginal_cpa, 1e-8)
  near(marginalCostAt(curves.macro, split.macro), expected.optimum.marginal_cpa, 1e-8)
  near(responseOf(curves, split), expected.optimum.conversions, 1e-8)
})

test('the bounds keep each side at half its mean or more', () => {
  const observed = bySide((tier) => observedSpend(cells[tier]))
  const { macro } = splitBudget(curves, expected.budget, splitBounds(observed, expected.budget))
  near(macro, observed.macro.mean / 2)
})
