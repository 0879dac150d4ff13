import { type CellType, type ColumnFacts, ColumnProfiler } from './column-facts.ts'
import { RowSample, type SampledRow } from './row-sample.ts'

/** What a whole table shows. Plain data: deciding can be done again for another mapping without reading the file. */
export type FileFacts = { rows: number; columns: ColumnFacts[]; sample: SampledRow[] }

/** Looks at all cells of a table once. Its memory depends on the number of columns, not of rows. */
export class FileProfiler {
  readonly #columns: ColumnProfiler[]
  readonly #sample = new RowSample()
  #rows = 0

  constructor(headers: readonly string[]) {
    this.#columns = headers.map((header, at) => new ColumnProfiler(at, header))
  }

  push(record: { line: number; cells: readonly string[]; typed?: readonly (CellType | null | undefined)[] }): void {
    const { line, cells, typed } = record
    this.#rows++
    this.#sample.add(line, cells)
    for (let at = 0; at < this.#columns.length; at++)
      this.#columns[at]?.add(line, cells[at] ?? '', typed?.[at] ?? undefined)
  }

  facts(): FileFacts {
    return {
      rows: this.#rows,
      columns: this.#columns.map((column) => column.facts()),
      sample: this.#sample.rows(),
    }
  }
}
