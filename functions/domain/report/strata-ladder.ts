import type { StrataDimension } from '../../contract/report.ts'
import { type Cells, mergeStrata, sortCells } from '../stats/cells.ts'
import { levelPasses } from '../stats/compare/choose-strata.ts'
import { newStatSums, statColumns } from '../stats/stat-columns.ts'
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
  const pick = <A extends Int32Array | Uint8Array | Float64Array>(from: A, into: A): A => {
    for (let i = 0; i < count; i++) into[i] = from[kept[i] as number] as number
    return into
  }
  const ints = (from: Int32Array): Int32Array => pick(from, new Int32Array(count))
  const sums = newStatSums(count)
  for (const name of statColumns) pick(cells.sums[name], sums[name])
  return {
    count,
    arm: arms.slice(0, count),
    unit: ints(cells.unit),
    tier: pick(cells.tier, new Uint8Array(count)),
    campaign: ints(cells.campaign),
    pair: ints(cells.pair),
    platform: ints(cells.platform),
    niche: ints(cells.niche),
    objective: ints(cells.objective),
    month: ints(cells.month),
    given: ints(cells.given),
    sums,
  }
}

/** Strata numbered in the order of their keys: each field's values are numbered in the order of its texts. */
function numberStrata(cells: Chosen, fields: readonly StratumField[]): { stratum: Int32Array; count: number } {
  const key = new Float64Array(cells.count)
  let keys = 1
  for (const field of fields) {
    const { of, first, size } = fieldOf(cells, field)
    keys *= size
    for (let i = 0; i < cells.count; i++) key[i] = (key[i] as number) * size + (of[i] as number) - first
  }
  return keys <= tableKeysMax ? numberByTable(key, keys) : numberByMap(key)
}

/** So many keys are looked up in a table; it is several times as fast. */
const tableKeysMax = 1_000_000

function numberByTable(key: Float64Array, keys: number): { stratum: Int32Array; count: number } {
  const numbers = new Int32Array(keys)
  for (let i = 0; i < key.length; i++) numbers[key[i] as number] = 1
  let count = 0
  for (let at = 0; at < keys; at++) if (numbers[at] === 1) numbers[at] = count++
  const stratum = new Int32Array(key.length)
  for (let i = 0; i < key.length; i++) stratum[i] = numbers[key[i] as number] as number
  return { stratum, count }
}

function numberByMap(key: Float64Array): { stratum: Int32Array; count: number } {
  const numbers = new Map<number, number>()
  for (const value of Float64Array.from(new Set(key)).sort()) numbers.set(value, numbers.size)
  return { stratum: Int32Array.from(key, (value) => numbers.get(value) as number), count: numbers.size }
}

function fieldOf(cells: Chosen, field: StratumField): { of: Int32Array | Uint8Array; first: number; size: number } {
  const of = field === 'quarter' ? cells.month.map((month) => Math.floor(month / 3)) : cells[field]
  if (cells.count === 0) return { of, first: 0, size: 1 }
  let [first, last] = [of[0] as number, of[0] as number]
  for (let i = 1; i < cells.count; i++) {
    first = Math.min(first, of[i] as number)
    last = Math.max(last, of[i] as number)
  }
  return { of, first, size: last - first + 1 }
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
