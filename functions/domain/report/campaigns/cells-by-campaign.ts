import { statColumns } from '../../stats/stat-columns.ts'
import type { CollectedCells } from '../collect-cells.ts'
import { type CreatorCells, CreatorSums } from '../tier-intervals.ts'

/** Sums by creator of each of some campaigns (by position in the view), in the tiers that are shown. */
export function creatorSumsOf(
  cells: CollectedCells,
  campaigns: ReadonlySet<number>,
  hasTier: (tier: number) => boolean,
): ReadonlyMap<number, CreatorSums> {
  const places = new Map<number, number[]>([...campaigns].map((campaign) => [campaign, []]))
  for (let i = 0; i < cells.count; i++) places.get(cells.campaign[i] as number)?.push(i)
  return new Map([...places].map(([campaign, own]) => [campaign, new CreatorSums(pick(cells, own), hasTier)]))
}

function pick(cells: CollectedCells, places: readonly number[]): CreatorCells {
  return {
    count: places.length,
    unit: rankAgain(places.map((at) => cells.unit[at] as number)),
    tier: Uint8Array.from(places, (at) => cells.tier[at] as number),
    sums: Object.fromEntries(
      statColumns.map((name) => [name, Float64Array.from(places, (at) => cells.sums[name][at] as number)]),
    ) as CollectedCells['sums'],
  }
}

/** Ranks in the same order without gaps: few creators of many stand in one campaign. */
function rankAgain(units: readonly number[]): Int32Array {
  const ranks = new Map([...new Set(units)].sort((a, b) => a - b).map((unit, rank) => [unit, rank]))
  return Int32Array.from(units, (unit) => ranks.get(unit) as number)
}
