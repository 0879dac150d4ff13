import type { DealCosts } from '../../contract/books-change.ts'
import { type Day, noDay } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import { cellSumIndex } from '../ledger/cell-sums.ts'
import type { DayCells } from '../ledger/rollup.ts'
import type { BooksView, ViewMonth } from './books-view.ts'
import { type CellPart, partOf } from './sums.ts'

/** What one deal costs beside the ledger, in minor units; 0 where the books are kept in another currency. */
export function dealCostOf(costs: DealCosts | null, reportingCurrency: string): number {
  if (!costs || costs.currency !== reportingCurrency) return 0
  return Math.round(costs.hours * costs.hourlyMinor) + costs.otherMinor
}

/**
 * Where the cost of each deal stands: in the month cell in which the deal has its first day, and on that day, so that any
 * range, platform or series adds up to the same.
 */
type Anchors = ReadonlyMap<ViewMonth, ReadonlyMap<number, Day>>

const kept = new WeakMap<BooksView, Anchors>()

const anchorsOf = (view: BooksView): Anchors => getOrAdd(kept, view, () => findAnchors(view))

function findAnchors({ months, pairs }: BooksView): Anchors {
  const first = new Map<number, { month: ViewMonth; cell: number; day: Day }>()
  for (const month of months) {
    const { cells } = month.rollup
    for (let cell = 0; cell < cells.count; cell++) {
      const pair = month.pair[cell] as number
      const day = cells.firstDay[cell] as Day
      const known = first.get(pair)
      const isDeal = pairs[pair]?.creator !== 0 && pairs[pair]?.campaign !== 0
      if (!isDeal || day === noDay || (known && known.day <= day)) continue
      first.set(pair, { month, cell, day })
    }
  }
  const anchors = new Map<ViewMonth, Map<number, Day>>()
  for (const { month, cell, day } of first.values()) getOrAdd(anchors, month, () => new Map()).set(cell, day)
  return anchors
}

/** Cells with the cost of the deals that begin there in their spend, and what was added by position. */
export type CostedPart = CellPart & { added: Float64Array }

const spendColumn = cellSumIndex.spendUnstated

/** A whole month with its deals' costs. */
export function costMonth(view: BooksView, month: ViewMonth, costMinor: number): CostedPart {
  const anchors = anchorsOf(view).get(month) ?? new Map()
  return addCosts(month.rollup.cells, costMinor, (add) => {
    for (const cell of anchors.keys()) add(cell)
  })
}

/** One day of a month with the costs of the deals that begin on it. */
export function costDay(view: BooksView, month: ViewMonth, day: DayCells, costMinor: number): CostedPart {
  const anchors = anchorsOf(view).get(month) ?? new Map<number, Day>()
  return addCosts(day, costMinor, (add) => {
    for (let at = 0; at < day.count; at++) if (anchors.get(day.cell[at] as number) === day.day) add(at)
  })
}

function addCosts(
  part: Pick<CellPart, 'sums' | 'given'>,
  costMinor: number,
  each: (add: (at: number) => void) => void,
): CostedPart {
  const own = part.sums[spendColumn] as Float64Array
  const spend = Float64Array.from(own)
  const added = new Float64Array(own.length)
  each((at) => {
    spend[at] = (spend[at] as number) + costMinor
    added[at] = costMinor
  })
  const { present } = partOf(part)
  const sums = part.sums.map((column, s) => (s === spendColumn ? spend : column))
  return {
    sums,
    given: part.given,
    added,
    present: present.includes(spendColumn) ? present : [...present, spendColumn],
  }
}
