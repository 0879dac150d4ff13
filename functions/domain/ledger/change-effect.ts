import { cellSums } from './cell-sums.ts'
import { digestOf } from './codec/digest.ts'
import { exactSum } from './exact-sum.ts'
import type { MonthCells, Rollup } from './rollup.ts'

/**
 * By how much a change moves every sum of every cell, as a digest: what else moved in the books meanwhile does not
 * show in it.
 * @param folded the months that the change touches, with their rollups before (if any) and after
 */
export function digestEffect(folded: Iterable<{ month: number; before: Rollup | undefined; after: Rollup }>): string {
  const moved: string[] = []
  for (const { month, before, after } of folded) {
    const cells = new Map<string, number[]>()
    if (after.cells.count > 0) addCells(cells, after.cells, 1)
    if (before) addCells(cells, before.cells, -1)
    for (const [key, sums] of cells) if (sums.some((sum) => sum !== 0)) moved.push(`${month} ${key} ${sums.join(' ')}`)
  }
  return digestOf(moved.sort().join('\n'))
}

function addCells(into: Map<string, number[]>, cells: MonthCells, sign: 1 | -1): void {
  for (let cell = 0; cell < cells.count; cell++) {
    const creator = cells.creators[cells.creator[cell] as number]
    const campaign = cells.campaigns[cells.campaign[cell] as number]
    const key = `${creator} ${campaign} ${JSON.stringify(cells.platforms[cells.platform[cell] as number])}`
    const sums = cells.sums.map((column) => sign * (column[cell] as number))
    const known = into.get(key)
    if (known) for (const [s, sum] of sums.entries()) known[s] = (known[s] as number) + sum
    else into.set(key, sums)
  }
}

/** Refuses books of which some sum, over all months, could not be told exactly: nobody could read their report. */
export function requireExactSums(rollups: readonly Rollup[]): void {
  for (const [s, name] of cellSums.entries()) {
    let size = 0
    for (const { cells } of rollups) for (const sum of cells.sums[s] ?? []) size += Math.abs(sum)
    exactSum(size, `sum of ${name} over all months`)
  }
}
