import type * as z from 'zod'
import type { SpendBasis } from '../../contract/report.ts'
import { getOrAdd } from '../get-or-add.ts'
import { cellSumIndex, cellSums, type SumColumns } from '../ledger/cell-sums.ts'

type SpendBasisName = z.infer<typeof SpendBasis>

/** Sums of a report are kept as the cells' sums in one array, and two that are made on the way. */
export const sumCount = cellSums.length + 2
/** Spend by the report's basis. */
export const spendAt = cellSums.length
/** Followers at post time over posts, those of posts without an own count joined from the timeline. */
export const followersAt = cellSums.length + 1

export const newSums = (): Float64Array => new Float64Array(sumCount)

const accrued = [
  cellSumIndex.spendUnstated,
  cellSumIndex.spendCommitted,
  cellSumIndex.spendInvoiced,
  cellSumIndex.spendPaid,
]
/** Paid, or without any status: such rows come from systems that book payments only. */
const paid = [cellSumIndex.spendUnstated, cellSumIndex.spendPaid]

export const spendColumns = (basis: SpendBasisName): readonly number[] => (basis === 'paid' ? paid : accrued)

export function spendOf(sums: SumColumns, at: number, columns: readonly number[]): number {
  let spend = 0
  for (const column of columns) spend += (sums[column] as Float64Array)[at] as number
  return spend
}

/** Sums of cells with what was given of them: month cells or day cells. */
export type CellPart = {
  sums: SumColumns
  given: Int32Array
  /** Positions of the sums that are not 0 in every cell. */
  present: readonly number[]
}

export function partOf({ sums, given }: { sums: SumColumns; given: Int32Array }): CellPart {
  return { sums, given, present: getOrAdd(presentOf, sums, () => presentSums(sums)) }
}

/** Decoded cells never change. */
const presentOf = new WeakMap<SumColumns, number[]>()

const presentSums = (sums: SumColumns): number[] =>
  sums.flatMap((column, s) => (column.some((value) => value !== 0) ? [s] : []))

/** Which cells to add up: see `SelectedCells`. `joinedFollowers` are -1 where nothing is known. */
type Addends = {
  part: CellPart
  count: number
  cell: Int32Array
  at: Int32Array
  month: { joinedFollowers: Float64Array }
}

/**
 * Adds cells, column by column, each to the sums that start at `starts[i]` of `into`; -1 leaves one out. Followers are
 * joined for posts without an own count.
 */
export function addCells(into: Float64Array, starts: Int32Array, cells: Addends, spends: readonly number[]): void {
  const { part, count, at } = cells
  for (const s of part.present) {
    addColumn(into, starts, s, cells, part.sums[s] as Float64Array)
    if (spends.includes(s)) addColumn(into, starts, spendAt, cells, part.sums[s] as Float64Array)
  }
  const [own, counted, posts, active] = (['followers', 'followerPosts', 'posts', 'activePosts'] as const).map(
    (name) => part.sums[cellSumIndex[name]],
  ) as [Float64Array, Float64Array, Float64Array, Float64Array]
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number
    if (start < 0) continue
    const from = at[i] as number
    const joined = cells.month.joinedFollowers[cells.cell[i] as number] as number
    const missing = (posts[from] as number) + (active[from] as number) - (counted[from] as number)
    const more = (own[from] as number) + (joined > 0 ? missing * joined : 0)
    into[start + followersAt] = (into[start + followersAt] as number) + more
  }
}

function addColumn(
  into: Float64Array,
  starts: Int32Array,
  sum: number,
  { count, at }: Addends,
  column: Float64Array,
): void {
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number
    if (start >= 0) into[start + sum] = (into[start + sum] as number) + (column[at[i] as number] as number)
  }
}

/** Adds one cell by itself, without spend or joined followers. */
export function addCell(into: Float64Array, { sums, present }: CellPart, at: number): void {
  for (const s of present) into[s] = (into[s] as number) + ((sums[s] as Float64Array)[at] as number)
  into[followersAt] = (into[followersAt] as number) + ((sums[cellSumIndex.followers] as Float64Array)[at] as number)
}

export function addSums(into: Float64Array, from: Float64Array): void {
  for (let s = 0; s < into.length; s++) into[s] = (into[s] as number) + (from[s] as number)
}

/** @param start where the sums start in an array that holds those of several */
export const sumOf = (sums: Float64Array, name: keyof typeof cellSumIndex, start = 0): number =>
  sums[start + cellSumIndex[name]] as number

/** The sums that the wire shows. */
export function wireSums(sums: Float64Array, start = 0) {
  return {
    spendMinor: sums[start + spendAt] as number,
    impressions: sumOf(sums, 'impressions', start),
    reach: sumOf(sums, 'reach', start),
    engagements: sumOf(sums, 'engagements', start),
    clicks: sumOf(sums, 'clicks', start),
    conversions: sumOf(sums, 'conversions', start),
    revenueMinor: sumOf(sums, 'revenue', start),
  }
}

export const postsOf = (sums: Float64Array, start = 0): number =>
  sumOf(sums, 'posts', start) + sumOf(sums, 'activePosts', start)
