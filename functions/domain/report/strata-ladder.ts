import type { StrataDimension } from '../../contract/report.ts'
import { type Cells, mergeStrata, sortCells } from '../stats/cells.ts'
import { levelPasses } from '../stats/compare/choose-strata.ts'
import { type StatSums, statColumns } from '../stats/stat-columns.ts'
import type { BooksView } from './books-view.ts'
import type { CollectedCells } from './collect-cells.ts'

/** From fine to coarse. Source: statistics specification, 2. */
export const strataLadder: readonly (readonly StrataDimension[])[] = [
  ['platform', 'niche', 'objective', 'month'],
  ['platform', 'niche', 'objective', 'quarter'],
  ['platform', 'niche', 'objective'],
  ['platform', 'objective'],
  ['platform'],
]

/** Which arm a cell is in; undefined for none. */
export type ArmOf = (cells: CollectedCells, cell: number) => 0 | 1 | undefined

/** Micro against macro. */
export const armOfTier: ArmOf = ({ tier }, cell) => (tier[cell] === 1 ? 0 : tier[cell] === 2 ? 1 : undefined)

export type ComparedCells = {
  /** Of the chosen level; of the coarsest where none passes. */
  cells: Cells
  /** All in one stratum. */
  flat: Cells
  /** Empty where no level passes. */
  strata: readonly StrataDimension[]
  /** The same cells with campaigns as units, in the order of their ids: unit 0 is what has no campaign. */
  byCampaign: () => Cells
}

/**
 * Cells in two arms by the finest strata that leave enough to compare: chosen from spend only, and once for all metrics.
 *
 * @param levels from fine to coarse; `tier` may stand in place of what the arms are
 */
export function compareCells(
  view: BooksView,
  cells: CollectedCells,
  armOf: ArmOf,
  levels: readonly (readonly StratumField[])[] = strataLadder,
): ComparedCells {
  const chosen = choose(cells, armOf)
  const units = view.creators.length
  let level = levels[0] as readonly StratumField[]
  let numbers = numberStrata(chosen, level)
  let found = sortCells({ ...chosen, stratum: numbers.stratum }, units, numbers.count)
  let passes = levelPasses(found).passes
  for (let i = 1; i < levels.length && !passes; i++) {
    level = levels[i] as readonly StratumField[]
    numbers = numberStrata(chosen, level)
    found = sortCells({ ...chosen, stratum: numbers.stratum }, units, numbers.count)
    passes = levelPasses(found).passes
  }
  const { stratum, count } = numbers
  const campaign = rankCampaigns(view)
  return {
    cells: found,
    flat: mergeStrata(found, new Int32Array(count), 1),
    strata: passes ? level.filter((name) => name !== 'tier') : [],
    byCampaign: () =>
      sortCells(
        { ...chosen, stratum, unit: chosen.campaign.map((at) => campaign[at] as number) },
        view.campaigns.length,
        count,
      ),
  }
}

export type StratumField = StrataDimension | 'tier'

type Chosen = CollectedCells & { arm: Uint8Array }

/** The cells that are in an arm. */
function choose(cells: CollectedCells, armOf: ArmOf): Chosen {
  const kept = new Int32Array(cells.count)
  const arms = new Uint8Array(cells.count)
  let count = 0
  for (let i = 0; i < cells.count; i++) {
    const arm = armOf(cells, i)
    if (arm === undefined) continue
    arms[count] = arm
    kept[count++] = i
  }
  const at = kept.subarray(0, count)
  const pick = (from: Int32Array): Int32Array => at.map((i) => from[i] as number)
  return {
    count,
    arm: arms.slice(0, count),
    unit: pick(cells.unit),
    tier: Uint8Array.from(at, (i) => cells.tier[i] as number),
    campaign: pick(cells.campaign),
    pair: pick(cells.pair),
    platform: pick(cells.platform),
    niche: pick(cells.niche),
    objective: pick(cells.objective),
    month: pick(cells.month),
    given: pick(cells.given),
    sums: Object.fromEntries(
      statColumns.map((name) => [name, Float64Array.from(at, (i) => cells.sums[name][i] as number)]),
    ) as StatSums,
  }
}

/** Strata numbered in the order of their keys: each field's values are numbered in the order of its texts. */
function numberStrata(cells: Chosen, fields: readonly StratumField[]): { stratum: Int32Array; count: number } {
  const key = new Float64Array(cells.count)
  for (const field of fields) {
    const { of, size } = fieldOf(cells, field)
    for (let i = 0; i < cells.count; i++) key[i] = (key[i] as number) * size + (of[i] as number)
  }
  const keys = Float64Array.from(new Set(key)).sort()
  const numbers = new Map<number, number>()
  keys.forEach((value, number) => {
    numbers.set(value, number)
  })
  return { stratum: Int32Array.from(key, (value) => numbers.get(value) as number), count: keys.length }
}

function fieldOf(cells: Chosen, field: StratumField): { of: ArrayLike<number>; size: number } {
  if (field === 'quarter') return sized(cells.month.map((month) => Math.floor(month / 3)))
  return sized(cells[field])
}

const sized = (of: Int32Array | Uint8Array): { of: ArrayLike<number>; size: number } => {
  let size = 1
  for (const value of of) if (value >= size) size = value + 1
  return { of, size }
}

/** Position of each campaign in the order of ids; the id of none is 0. */
function rankCampaigns(view: BooksView): Int32Array {
  const ids = view.campaigns.map(({ id }) => id)
  const rank = new Int32Array(ids.length)
  Int32Array.from(ids.keys())
    .sort((a, b) => (ids[a] as number) - (ids[b] as number))
    .forEach((at, place) => {
      rank[at] = place
    })
  return rank
}
