import { expect, test } from 'vitest'
import { createRandom } from '../../../functions/domain/random.ts'
import { sortCells } from '../../../functions/domain/stats/cells.ts'
import { compareArms } from '../../../functions/domain/stats/compare/compare-arms.ts'
import { failedGates } from '../../../functions/domain/stats/compare/gates.ts'
import { pValueOf } from '../../../functions/domain/stats/compare/p-value.ts'
import { metricRates } from '../../../functions/domain/stats/metric-rates.ts'
import { newStatSums } from '../../../functions/domain/stats/stat-columns.ts'

const creators = 120
const permutations = 1500
/** 1% critical value of Kolmogorov and Smirnov's distance for so many draws. */
const critical = 1.628 / Math.sqrt(permutations)

test('tiers given at random to creators of one market make uniform p-values', () => {
  const random = createRandom(7)
  const sums = newStatSums(creators)
  for (let i = 0; i < creators; i++) {
    const size = random.spread(0.8)
    sums.spend[i] = Math.round(50_000 * size)
    sums.conversions[i] = random.poisson(20 * size * random.spread(0.6))
  }
  const unit = Array.from({ length: creators }, (_, i) => i)
  const stratum = unit.map(() => 0)
  const labels: (0 | 1)[] = unit.map((i) => (i % 3 === 0 ? 1 : 0))
  const ps: number[] = []
  for (let i = 0; i < permutations; i++) {
    const arm = random.shuffle(labels)
    const contrast = compareArms(sortCells({ count: creators, unit, stratum, arm, sums }, creators, 1), metricRates.cpa)
    if (contrast.left && failedGates(contrast).length === 0) ps.push(pValueOf(contrast.left.ratio))
  }
  expect(ps.length).toBe(permutations)
  const distance = ps
    .sort((a, b) => a - b)
    .reduce((most, p, i) => Math.max(most, Math.abs(p - i / ps.length), Math.abs(p - (i + 1) / ps.length)), 0)
  expect(distance).toBeLessThan(critical)
  expect(ps.filter((p) => p < 0.05).length / ps.length).toBeLessThan(0.06)
})
