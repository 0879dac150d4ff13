import type { Decimal } from '../money/decimal.ts'
import type { ReadNumber } from './read-number.ts'
import { decimalText, RunningSum, subtract } from './running-sum.ts'
import type { FoundTotal, TotalAmount } from './table-plan.ts'
import type { TableRow } from './table-row.ts'

export type Comparison = Pick<FoundTotal, 'amounts' | 'covers' | 'agreeing'>

type Reach = { rows: number; firstLine: number; lastLine: number }

/** The exact sums of some rows: a column at a time, and for each way in which its numbers may be read. */
export class ColumnSums {
  readonly #readings: readonly ReadNumber[]
  readonly #sums: RunningSum[][] = []
  /** Ways of reading a column in which a cell was no number that was one in another way. */
  readonly #wrong: Set<number>[]
  reach: Reach = { rows: 0, firstLine: 0, lastLine: 0 }

  /** Sums of one table share what was found out about its columns. */
  constructor(readings: readonly ReadNumber[], wrong: Set<number>[] = readings.map(() => new Set())) {
    this.#readings = readings
    this.#wrong = wrong
  }

  another(): ColumnSums {
    return new ColumnSums(this.#readings, this.#wrong)
  }

  add(row: TableRow): void {
    this.#cover({ rows: 1, firstLine: row.line, lastLine: row.line })
    for (let column = 0; column < row.kinds.length; column++) {
      if (row.kinds[column] !== 'number') continue
      this.#addCell(row.cells[column] as string, column)
    }
  }

  #addCell(text: string, column: number): void {
    let read = 0
    for (let i = 0; i < this.#readings.length; i++) {
      const value = this.#read(i, text, column)
      if (!value) continue
      read++
      this.#sum(column, i).add(value)
    }
    if (read === 0 || read === this.#readings.length) return
    this.#readings.forEach((_, i) => {
      if (!this.#read(i, text, column)) this.#wrong[i]?.add(column)
    })
  }

  addSums(other: ColumnSums): void {
    this.#cover(other.reach)
    other.#sums.forEach((sums, column) => {
      sums.forEach((sum, i) => {
        this.#sum(column, i).addSum(sum)
      })
    })
  }

  /** What a total says, against these sums: by the way of reading that agrees, or else by the likeliest. */
  compare(row: TableRow, contributionsMin: number): Comparison {
    const amounts: TotalAmount[] = []
    const agreeing: number[] = []
    for (let column = 0; column < row.kinds.length; column++) {
      if (row.kinds[column] !== 'number') continue
      const found = this.#compareColumn(row.cells[column] as string, column, contributionsMin)
      if (!found) continue
      amounts.push(found.amount)
      if (found.agrees) agreeing.push(column)
    }
    return { amounts, agreeing, covers: { ...this.reach } }
  }

  #compareColumn(text: string, column: number, min: number): { amount: TotalAmount; agrees: boolean } | undefined {
    let best: TotalAmount | undefined
    for (let i = 0; i < this.#readings.length; i++) {
      const value = this.#read(i, text, column)
      if (!value) continue
      const sum = this.#sums[column]?.[i]
      const total: Decimal = sum?.value() ?? { units: 0n, exponent: 0 }
      const difference = subtract(value, total)
      const amount = { column, text, sum: decimalText(total), difference: decimalText(difference) }
      if (difference.units === 0n && value.units !== 0n && (sum?.filled ?? 0) >= min) return { amount, agrees: true }
      best ??= amount
    }
    return best && { amount: best, agrees: false }
  }

  #read(reading: number, text: string, column: number): Decimal | undefined {
    return this.#wrong[reading]?.has(column) ? undefined : this.#readings[reading]?.(text, column)
  }

  #sum(column: number, reading: number): RunningSum {
    this.#sums[column] ??= this.#readings.map(() => new RunningSum())
    return (this.#sums[column] as RunningSum[])[reading] as RunningSum
  }

  #cover({ rows, firstLine, lastLine }: Reach): void {
    if (rows === 0) return
    const first = this.reach.rows === 0 ? firstLine : Math.min(firstLine, this.reach.firstLine)
    this.reach = { rows: this.reach.rows + rows, firstLine: first, lastLine: Math.max(lastLine, this.reach.lastLine) }
  }
}
