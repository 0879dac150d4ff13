import type { TableRow } from './table-row.ts'

type Column = { filled: number; numbers: number; dates: number; first: string; constant: boolean }

/** What the rows of a table have in common, column by column: how often filled, how often with a number or a date. */
export class TableShape {
  readonly #columns: (Column | undefined)[] = []
  readonly #filled: number[] = []
  rows = 0

  add(row: TableRow): void {
    this.rows++
    this.#filled[row.filled] = (this.#filled[row.filled] ?? 0) + 1
    for (let i = 0; i < row.kinds.length; i++) {
      const kind = row.kinds[i]
      if (kind === 'empty') continue
      const cell = row.cells[i] as string
      this.#columns[i] ??= { filled: 0, numbers: 0, dates: 0, first: cell, constant: true }
      const column = this.#columns[i] as Column
      column.filled++
      if (kind === 'number') column.numbers++
      else if (kind === 'date') column.dates++
      if (column.constant && column.first !== cell) column.constant = false
    }
  }

  get width(): number {
    return this.#columns.length
  }

  /** How many cells half of the rows have at least. */
  get usualFilled(): number {
    let left = this.rows / 2
    for (let filled = 0; filled < this.#filled.length; filled++) {
      left -= this.#filled[filled] ?? 0
      if (left < 0) return filled
    }
    return 0
  }

  isUsual(column: number): boolean {
    return (this.#columns[column]?.filled ?? 0) * 10 >= this.rows * 6
  }

  /** Numbers or dates. */
  isValues(column: number): boolean {
    const { filled = 0, numbers = 0, dates = 0 } = this.#columns[column] ?? {}
    return filled > 0 && (numbers + dates) * 10 >= filled * 7
  }

  isDates(column: number): boolean {
    const { filled = 0, dates = 0 } = this.#columns[column] ?? {}
    return dates * 2 >= filled && dates > 0
  }

  isNumbers(column: number): boolean {
    const { filled = 0, numbers = 0 } = this.#columns[column] ?? {}
    return numbers * 2 >= filled && numbers > 0
  }

  /** Texts and dates that tell rows apart, which a total leaves empty. A currency that is always the same does not. */
  nameColumns(): number[] {
    return this.usualColumns().filter((column) => !this.isNumbers(column) && !this.#isConstant(column))
  }

  /** Texts and dates that are the same in every row. */
  constantColumns(): number[] {
    return this.usualColumns().filter((column) => !this.isNumbers(column) && this.#isConstant(column))
  }

  usualColumns(): number[] {
    return [...this.#columns.keys()].filter((column) => this.isUsual(column))
  }

  someUsual(holds: (column: number) => boolean): boolean {
    for (let column = 0; column < this.#columns.length; column++) if (this.isUsual(column) && holds(column)) return true
    return false
  }

  #isConstant(column: number): boolean {
    return this.rows > 1 && this.#columns[column]?.constant === true
  }
}
