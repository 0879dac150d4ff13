import { createRandom } from '../../functions/domain/random.ts'
import { type Cells, sortCells } from '../../functions/domain/stats/cells.ts'
import { compareArms } from '../../functions/domain/stats/compare/compare-arms.ts'
import { decideVerdict } from '../../functions/domain/stats/compare/decide-verdict.ts'
import { metricRates } from '../../functions/domain/stats/metric-rates.ts'
import { newStatSums, type StatColumn } from '../../functions/domain/stats/stat-columns.ts'
import type { Drawn, Scenario } from './scenarios.ts'

/** Creators of the larger and of the smaller tier. */
export type Size = readonly [micro: number, macro: number]

export type Tally = {
  /** Samples with a defined interval, and those of them in whose interval the truth lies. */
  defined: number
  covered: number
  /** Samples in which every gate passes, and those with a verdict for a side. */
  gated: number
  decided: number
  /** Verdicts for the side that is truly worse, or for any where there is none. */
  wrong: number
  replications: number
}

/** @param ratio true rate of the first tier over that of the second */
export function simulate(scenario: Scenario, size: Size, ratio: number, seed: number, replications: number): Tally {
  const tally: Tally = { defined: 0, covered: 0, gated: 0, decided: 0, wrong: 0, replications }
  const random = createRandom(seed, size[1] * 1000 + Number(scenario.name.slice(1)))
  const rate = metricRates[scenario.metric]
  const truth = Math.log(ratio) * (rate.inverse ? -1 : 1)
  for (let i = 0; i < replications; i++) {
    const cells = joinTiers(scenario.draw(random, size[0], ratio), scenario.draw(random, size[1], 1))
    const contrast = compareArms(cells, rate)
    if (!contrast.left) continue
    const { ratio: estimate } = contrast.left
    tally.defined++
    if (Math.log(estimate.low) <= truth && truth <= Math.log(estimate.high)) tally.covered++
    const { verdict } = decideVerdict(contrast)
    if (verdict === 'not_enough_data') continue
    tally.gated++
    if (verdict !== 'a_better' && verdict !== 'b_better') continue
    tally.decided++
    if (ratio === 1 || verdict === (ratio > 1 ? 'b_better' : 'a_better')) tally.wrong++
  }
  return tally
}

function joinTiers(micro: readonly Drawn[], macro: readonly Drawn[]): Cells {
  const all = [...micro, ...macro]
  const sums = newStatSums(all.length)
  all.forEach((creator, i) => {
    for (const [name, value] of Object.entries(creator) as [StatColumn, number][]) sums[name][i] = value
  })
  const unit = all.map((_, i) => i)
  const arm = all.map((_, i) => (i < micro.length ? 0 : 1))
  return sortCells({ count: all.length, unit, stratum: unit.map(() => 0), arm, sums }, all.length, 1)
}
