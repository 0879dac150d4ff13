import type { Day } from '../calendar.ts'
import type { ResultColumns } from './block.ts'
import { zeroColumn } from './codec/columns.ts'
import { measureCount } from './measures.ts'

type Ints = Int32Array<ArrayBuffer>

/** Collects result rows as columns. A measure that no row gives has none until the block is built. */
export class ResultBuilder {
  count = 0
  #line: Ints = new Int32Array(64)
  #subject: Ints = new Int32Array(64)
  #day: Ints = new Int32Array(64)
  #mask: Ints = new Int32Array(64)
  #currency: Ints = new Int32Array(64)
  readonly #values: (Float64Array<ArrayBuffer> | undefined)[] = Array.from({ length: measureCount })

  add(line: number, subject: number, day: Day, mask: number, currency: number): void {
    if (this.count === this.#line.length) this.#grow()
    const at = this.count++
    this.#line[at] = line
    this.#subject[at] = subject
    this.#day[at] = day
    this.#mask[at] = mask
    this.#currency[at] = currency
  }

  /** Gives the row added last its value of measure `m`. */
  give(m: number, value: number): void {
    let column = this.#values[m]
    if (!column) {
      column = new Float64Array(this.#line.length)
      this.#values[m] = column
    }
    column[this.count - 1] = value
  }

  build(): ResultColumns {
    const { count } = this
    return {
      count,
      line: this.#line.subarray(0, count),
      subject: this.#subject.subarray(0, count),
      day: this.#day.subarray(0, count),
      mask: this.#mask.subarray(0, count),
      currency: this.#currency.subarray(0, count),
      values: this.#values.map((column) => column?.subarray(0, count) ?? zeroColumn(count)),
    }
  }

  #grow(): void {
    this.#line = doubled(this.#line)
    this.#subject = doubled(this.#subject)
    this.#day = doubled(this.#day)
    this.#mask = doubled(this.#mask)
    this.#currency = doubled(this.#currency)
    this.#values.forEach((column, m) => {
      if (!column) return
      const grown = new Float64Array(column.length * 2)
      grown.set(column)
      this.#values[m] = grown
    })
  }
}

function doubled(column: Ints): Ints {
  const grown = new Int32Array(column.length * 2)
  grown.set(column)
  return grown
}
