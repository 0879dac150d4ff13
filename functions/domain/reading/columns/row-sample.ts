/** A record of a table: what stands in its cells, and on which line of the file. */
export type SampledRow = { line: number; cells: string[] }

const rowsMax = 512
const columnsMax = 60
const cellCharsMax = 60

/** Every n-th record of a table, n doubling as it grows: what columns say about each other is tried on these. */
export class RowSample {
  #rows: SampledRow[] = []
  #step = 1
  #seen = 0

  add(line: number, cells: readonly string[]): void {
    if (this.#seen++ % this.#step !== 0) return
    if (this.#rows.length >= rowsMax) {
      this.#rows = this.#rows.filter((_, at) => at % 2 === 0)
      this.#step *= 2
      if ((this.#seen - 1) % this.#step !== 0) return
    }
    this.#rows.push({ line, cells: cells.slice(0, columnsMax).map((cell) => cell.slice(0, cellCharsMax)) })
  }

  rows(): SampledRow[] {
    return this.#rows
  }
}
