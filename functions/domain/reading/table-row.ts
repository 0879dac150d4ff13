import { type CellKind, kindOf } from './cell-kind.ts'
import type { SourceRecord } from './table-plan.ts'

/** A record that was looked at. `filled` counts the cells that say something. */
export type TableRow = SourceRecord & { kinds: readonly CellKind[]; filled: number; width: number }

export function toRow(record: SourceRecord): TableRow {
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
  return { line: record.line, cells: record.cells, kinds, filled, width }
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '' || cell.trim() === '')

export const hasKind = (row: TableRow, ...kinds: CellKind[]): boolean => row.kinds.some((kind) => kinds.includes(kind))
