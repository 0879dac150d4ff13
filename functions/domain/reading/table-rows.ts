import type { FoundTable, SourceRecord, TablePlan } from './table-plan.ts'
import { isBlank } from './table-row.ts'

/** Of the records of a file, given in any order, tells those that are data rows of one table of its plan. */
export class TableRows {
  readonly #table: FoundTable | undefined
  readonly #leftOut: ReadonlySet<number>

  constructor(plan: Pick<TablePlan, 'tables' | 'leftOut'>, table = 0) {
    this.#table = plan.tables[table]
    this.#leftOut = new Set(plan.leftOut)
  }

  has({ line, cells }: SourceRecord): boolean {
    const table = this.#table
    if (!table || table.rows === 0 || line < table.firstLine || line > table.lastLine) return false
    return line !== table.headerLine && !this.#leftOut.has(line) && !isBlank(cells)
  }
}
