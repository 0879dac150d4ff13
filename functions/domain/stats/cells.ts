import { newStatSums, type StatSums, statColumns } from './stat-columns.ts'

/** Two sides that are compared: A (micro) and B (macro), or any others. */
export type Arm = 0 | 1

/**
 * What sampling units (creators) did, by stratum and arm. Entries stand by unit, then stratum, then arm, each
 * once; entries of unit `u` are those from `start[u]` to before `start[u + 1]`. Sums are integers, and everything is
 * added in this order, so that results are bitwise independent of the order in which rows came and of how they were split.
 */
export type Cells = {
  units: number
  strata: number
  start: Int32Array
  stratum: Int32Array
  arm: Uint8Array
  sums: StatSums
}

/** Entries in any order, some of them of the same unit, stratum and arm. */
export type LooseCells = {
  count: number
  unit: ArrayLike<number>
  stratum: ArrayLike<number>
  arm: ArrayLike<number>
  sums: StatSums
}

/** @param units units are numbered in the order of their ids, strata in that of their keys */
export function sortCells(loose: LooseCells, units: number, strata: number): Cells {
  const { count, unit, stratum, arm } = loose
  const bounds = new Int32Array(units + 1)
  for (let i = 0; i < count; i++) increment(bounds, (unit[i] as number) + 1)
  for (let u = 0; u < units; u++) bounds[u + 1] = (bounds[u + 1] as number) + (bounds[u] as number)
  const next = bounds.slice(0, units)
  const order = new Int32Array(count)
  for (let i = 0; i < count; i++) order[increment(next, unit[i] as number) - 1] = i
  const key = new Float64Array(count)
  for (let i = 0; i < count; i++) key[i] = (stratum[i] as number) * 2 + (arm[i] as number)
  for (let u = 0; u < units; u++)
    order.subarray(bounds[u], bounds[u + 1]).sort((a, b) => (key[a] as number) - (key[b] as number))
  return mergeSorted(loose, order, bounds, key, units, strata)
}

function increment(counts: Int32Array, at: number): number {
  const count = (counts[at] as number) + 1
  counts[at] = count
  return count
}

function mergeSorted(
  loose: LooseCells,
  order: Int32Array,
  bounds: Int32Array,
  key: Float64Array,
  units: number,
  strata: number,
): Cells {
  const place = new Int32Array(order.length)
  const start = new Int32Array(units + 1)
  let entries = 0
  for (let u = 0; u < units; u++) {
    start[u] = entries
    let last = -1
    for (let i = bounds[u] as number; i < (bounds[u + 1] as number); i++) {
      const from = order[i] as number
      if (key[from] !== last) entries++
      last = key[from] as number
      place[from] = entries - 1
    }
  }
  start[units] = entries
  const cells: Cells = {
    units,
    strata,
    start,
    stratum: new Int32Array(entries),
    arm: new Uint8Array(entries),
    sums: newStatSums(entries),
  }
  for (let i = 0; i < order.length; i++) {
    const to = place[i] as number
    cells.stratum[to] = loose.stratum[i] as number
    cells.arm[to] = loose.arm[i] as number
  }
  for (const name of statColumns) {
    const [into, from] = [cells.sums[name], loose.sums[name]]
    for (let i = 0; i < order.length; i++)
      into[place[i] as number] = (into[place[i] as number] as number) + (from[i] as number)
  }
  return cells
}

/** The same over fewer strata: stratum `k` becomes part of `into[k]`, of `strata`. */
export function mergeStrata(cells: Cells, into: ArrayLike<number>, strata: number): Cells {
  const { start, units } = cells
  const count = cells.stratum.length
  const unit = new Int32Array(count)
  for (let u = 0; u < units; u++) unit.fill(u, start[u], start[u + 1])
  const stratum = new Int32Array(count)
  for (let i = 0; i < count; i++) stratum[i] = into[cells.stratum[i] as number] as number
  return sortCells({ count, unit, stratum, arm: cells.arm, sums: cells.sums }, units, strata)
}
