import type { SourceRecord } from '../table-plan.ts'
import type { SheetRecord } from './typed-cell.ts'

/**
 * Tells where blank rows stood between the rows of a sheet, by one record without cells for each gap however large: a
 * gap may part two tables.
 */
export class BlankLines {
  #line = 0

  fill(records: readonly SheetRecord[]): SourceRecord[] {
    return records.flatMap((record) => {
      const gap = record.line > this.#line + 1 ? [{ line: this.#line + 1, cells: [] }] : []
      this.#line = record.line
      return [...gap, record]
    })
  }
}
