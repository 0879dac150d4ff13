import { type CellKind, kindOf } from './cell-kind.ts'
import type { SourceRecord } from './table-plan.ts'

/** A record that was looked at. `filled` counts the cells that say something. */
export type TableRow<R extends SourceRecord = SourceRecord> = SourceRecord & {
  record: R
  kinds: readonly CellKind[]
  filled: number
  width: number
  /** Nothing, or nothing but a comment, stands right above it. */
  afterGap: boolean
}

export function toRow<R extends SourceRecord>(record: R, afterGap = false): TableRow<R> {
  const kinds: CellKind[] = new Array(record.cells.length)
  let filled = 0
  let width = 0
  for (let i = 0; i < record.cells.length; i++) {
    const kind = kindOf(record.cells[i] as string)
    kinds[i] = kind
    if (kind === 'empty') continue
    filled++
    width = i + 1
  }
  return { record, line: record.line, cells: record.cells, kinds, filled, width, afterGap }
}

/** Nothing but blanks, or the dashes of a ruled line. */
export const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell === '' || /^[\s\-=_*:–—]*$/.test(cell))

/** The same for two rows of the same cells, in any letters. */
export const keyOf = ({ cells, width }: TableRow): string =>
  cells
    .slice(0, width)
    .map((cell) => cell.trim().toLowerCase())
    .join('\n')

/** How many cells half of the rows have at least. */
export function medianFilled(rows: readonly TableRow[]): number {
  return rows.map(({ filled }) => filled).sort((a, b) => b - a)[Math.floor((rows.length - 1) / 2)] ?? 0
}

export const hasKind = (row: TableRow, ...kinds: CellKind[]): boolean => row.kinds.some((kind) => kinds.includes(kind))
