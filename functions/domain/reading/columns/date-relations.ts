import type { ColumnFacts } from './column-facts.ts'
import { dayInOrder, dayOf, dayOfSerial } from './date-facts.ts'
import { type DateOrder, readDateText } from './date-text.ts'
import type { OrderHint } from './decide-date.ts'
import type { SampledRow } from './row-sample.ts'

const rowsMin = 5
const fitsMin = 0.9
const othersMax = 0.5
const tried = ['dmy', 'mdy'] as const

/**
 * The order in which the difference between a column and another date column is a third column, a duration, on nearly
 * all lines.
 * @param orders the other date columns; null where their order is open as well: then they share it, if written alike
 */
export function orderByDuration(
  column: ColumnFacts,
  orders: ReadonlyMap<number, DateOrder | null>,
  columns: readonly ColumnFacts[],
  rows: readonly SampledRow[],
): OrderHint | null {
  const durations = columns.filter(isDuration)
  for (const [other, known] of orders) {
    const shared = columns[other]?.date.shapes.join() === column.date.shapes.join()
    if (other === column.at || (known === null && !shared)) continue
    for (const duration of durations) {
      const hint = tryDuration(column, { at: other, known }, duration, rows)
      if (hint)
        return {
          order: hint,
          reason: `Only so is the time to “${columns[other]?.header}” the one in “${duration.header}”.`,
        }
    }
  }
  return null
}

const isDuration = ({ number, filled }: ColumnFacts): boolean =>
  filled > 0 && number.numbers.cells * 10 >= filled * 9 && number.negatives.cells === 0 && number.fractions.point === 0

function tryDuration(
  column: ColumnFacts,
  other: { at: number; known: DateOrder | null },
  duration: ColumnFacts,
  rows: readonly SampledRow[],
): DateOrder | null {
  // A duration may count both its first and its last day.
  for (const extra of [0, 1]) {
    const shares = tried.map((order) => shareOfFits(rows, order, { column, other, duration, extra }))
    for (const at of [0, 1] as const) {
      const [own, opposite] = [shares[at] ?? 0, shares[1 - at] ?? 0]
      if (own >= fitsMin && opposite <= othersMax) return tried[at]
    }
  }
  return null
}

function shareOfFits(
  rows: readonly SampledRow[],
  order: DateOrder,
  of: { column: ColumnFacts; other: { at: number; known: DateOrder | null }; duration: ColumnFacts; extra: number },
): number {
  let seen = 0
  let fits = 0
  for (const { cells } of rows) {
    const length = Number(cells[of.duration.at])
    const other = dayOfCell(cells[of.other.at] ?? '', of.other.known ?? order)
    const text = cells[of.column.at] ?? ''
    if (!cells[of.duration.at] || !Number.isInteger(length) || other === undefined || text === '') continue
    // Lines on which the orders agree say nothing about them.
    if (dayOfCell(text, 'dmy') === dayOfCell(text, 'mdy')) continue
    seen++
    const day = dayOfCell(text, order)
    if (day !== undefined && Math.abs(day - other) + of.extra === length) fits++
  }
  return seen < rowsMin ? 0 : fits / seen
}

function dayOfCell(cell: string, order: DateOrder): number | undefined {
  const text = readDateText(cell)
  switch (text?.form) {
    case 'day':
      return dayOf(text.year, text.month, text.day)
    case 'numbers':
      return dayInOrder(text, order)
    case 'serial':
      return dayOfSerial(text.days, 1900)
    default:
      return undefined
  }
}

/** The order that another column of the file, written with the same marks, is known to have. */
export function orderOfTwin(
  column: ColumnFacts,
  orders: ReadonlyMap<number, DateOrder | null>,
  columns: readonly ColumnFacts[],
  sameShape: boolean,
): OrderHint | null {
  const shapes = column.date.shapes
  for (const [at, order] of orders) {
    const twin = columns[at]
    if (at === column.at || order === null || !twin || twin.date.numbers.cells === 0) continue
    if (sameShape && !shapes.every((shape) => twin.date.shapes.includes(shape))) continue
    return { order, reason: `“${twin.header}” of the same file is written so.` }
  }
  return null
}
