import type { CellType } from './columns/column-facts.ts'
import type { SourceRecord } from './table-plan.ts'
import { BlankLines } from './workbook/blank-lines.ts'
import type { CellFault, SheetRecord, TypedCell } from './workbook/typed-cell.ts'

/** A record of any source. What a workbook says of its cells stands beside them. */
export type TypedRecord = SourceRecord & {
  typed?: readonly (CellType | null)[]
  /** Cells that say something but have no value. */
  faults?: ReadonlyMap<number, CellFault>
}

/** Rows of a sheet as records, with one record without cells for each gap between them. */
export function typedRecords(): (rows: readonly SheetRecord[]) => TypedRecord[] {
  const blanks = new BlankLines()
  return (rows) => {
    const typed = new Map(rows.map((row) => [row.line, row]))
    return blanks.fill(rows).map((record) => {
      const row = typed.get(record.line)
      return row ? toTyped(row) : record
    })
  }
}

function toTyped({ line, cells, typed }: SheetRecord): TypedRecord {
  const record = { line, cells, typed: typed.map(cellTypeOf) }
  const faults = new Map(typed.flatMap((cell, at) => (cell.kind === 'fault' ? [[at, cell.fault] as const] : [])))
  return faults.size > 0 ? { ...record, faults } : record
}

function cellTypeOf({ kind }: TypedCell): CellType | null {
  return kind === 'number' || kind === 'date' ? kind : null
}
