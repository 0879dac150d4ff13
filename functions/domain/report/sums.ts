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

/**
 * Adds one part of a cell to the sums that start at `start`.
 * @param joined followers to take for posts without an own count, -1 where unknown
 */
export function addCell(
  into: Float64Array,
  start: number,
  { sums, present }: CellPart,
  at: number,
  spend: number,
  joined: number,
): void {
  for (let i = 0; i < present.length; i++) {
    const s = present[i] as number
    into[start + s] = (into[start + s] as number) + ((sums[s] as Float64Array)[at] as number)
  }
  into[start + spendAt] = (into[start + spendAt] as number) + spend
  const own = (sums[cellSumIndex.followers] as Float64Array)[at] as number
  const posts =
    ((sums[cellSumIndex.posts] as Float64Array)[at] as number) +
    ((sums[cellSumIndex.activePosts] as Float64Array)[at] as number)
  const missing = posts - ((sums[cellSumIndex.followerPosts] as Float64Array)[at] as number)
  into[start + followersAt] = (into[start + followersAt] as number) + own + (joined > 0 ? missing * joined : 0)
}

export function addSums(into: Float64Array, from: Float64Array): void {
  for (let s = 0; s < into.length; s++) into[s] = (into[s] as number) + (from[s] as number)
}

export const sumOf = (sums: Float64Array, name: keyof typeof cellSumIndex): number => sums[cellSumIndex[name]] as number

/** The sums that the wire shows. */
export function wireSums(sums: Float64Array) {
  return {
    spendMinor: sums[spendAt] as number,
    impressions: sumOf(sums, 'impressions'),
    reach: sumOf(sums, 'reach'),
    engagements: sumOf(sums, 'engagements'),
    clicks: sumOf(sums, 'clicks'),
    conversions: sumOf(sums, 'conversions'),
    revenueMinor: sumOf(sums, 'revenue'),
  }
}

export const postsOf = (sums: Float64Array): number => sumOf(sums, 'posts') + sumOf(sums, 'activePosts')
