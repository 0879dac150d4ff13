import { createRandom, type Random } from '../../functions/domain/random.ts'
import type { LooseCells } from '../../functions/domain/stats/cells.ts'
import { newStatSums } from '../../functions/domain/stats/stat-columns.ts'

/** Cells of micro and macro creators over strata, seeded: what speed is measured on. */
export function drawLooseCells(creators: number, cells: number, strata: number): LooseCells {
  const random = createRandom(1, 9)
  const sums = newStatSums(cells)
  const at = { unit: new Int32Array(cells), stratum: new Int32Array(cells), arm: new Uint8Array(cells) }
  for (let i = 0; i < cells; i++) {
    const unit = i < creators ? i : random.between(0, creators - 1)
    at.unit[i] = unit
    at.arm[i] = unit % 5 === 0 ? 1 : 0
    at.stratum[i] = random.between(0, strata - 1)
    fill(sums, i, random)
  }
  return { count: cells, ...at, sums }
}

function fill(sums: LooseCells['sums'], i: number, random: Random): void {
  const spend = Math.round(40_000 * random.spread(0.8))
  const impressions = Math.round(spend * 0.7 * random.spread(0.5))
  sums.spend[i] = spend
  sums.posts[i] = random.between(1, 6)
  sums.followers[i] = Math.round(90_000 * random.spread(1))
  sums.impressions[i] = impressions
  sums.reach[i] = Math.round(impressions * 0.8)
  sums.engagements[i] = Math.round(impressions * 0.05 * random.spread(0.4))
  sums.clicks[i] = Math.round(impressions * 0.015 * random.spread(0.4))
  sums.conversions[i] = random.poisson(impressions * 0.0005)
  sums.revenue[i] = Math.round((sums.conversions[i] as number) * 9000 * random.spread(0.3))
}
