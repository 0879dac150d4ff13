import { ColumnSums, type Comparison } from './column-sums.ts'
import type { ReadNumber } from './read-number.ts'
import type { FoundTotal } from './table-plan.ts'
import type { TableRow } from './table-row.ts'

const segmentsMax = 100

/**
 * The sums that a total may claim, as the rows of a table go by: of the rows since the last total, of the last few such
 * stretches (a subtotal of subtotals), and of all rows. Totals may overlap; none takes rows away from the next.
 */
export class TotalsLedger {
  readonly #all: ColumnSums
  #since: ColumnSums
  #segments: ColumnSums[] = []

  constructor(readings: readonly ReadNumber[]) {
    this.#all = new ColumnSums(readings)
    this.#since = this.#all.another()
  }

  add(row: TableRow): void {
    this.#since.add(row)
  }

  /** The rows since the last total are closed by one more. */
  close(): void {
    if (this.#since.reach.rows === 0) return
    this.#all.addSums(this.#since)
    this.#segments = [...this.#segments, this.#since].slice(-segmentsMax)
    this.#since = this.#all.another()
  }

  /**
   * The first sum that agrees with a total; without any, the nearest of the stretch and of all. The last few stretches
   * are many sums: they are tried where `deep` says that the row is called a total, or stands right below another.
   */
  compare(row: TableRow, contributionsMin: number, deep: boolean): Comparison {
    const apart: Comparison[] = []
    for (const scope of this.#scopes(deep)) {
      const found = scope.compare(row, contributionsMin)
      if (found.agreeing.length > 0) return found
      if (apart.length < 2) apart.push(found)
    }
    return apart.reduce((best, next) => (distance(next) < distance(best) ? next : best))
  }

  *#scopes(deep: boolean): Generator<ColumnSums> {
    const pending = this.#since.reach.rows > 0
    if (pending) yield this.#since
    const all = this.#all.another()
    all.addSums(this.#all)
    if (pending) all.addSums(this.#since)
    yield all
    if (!deep && pending) return
    let group = this.#all.another()
    group.addSums(this.#since)
    for (let at = this.#segments.length - 1; at > 0; at--) {
      const wider = this.#all.another()
      wider.addSums(this.#segments[at] as ColumnSums)
      wider.addSums(group)
      group = wider
      if (at < this.#segments.length - 1 || pending) yield group
    }
  }
}

function distance({ amounts }: Comparison): number {
  return amounts.reduce((sum, { sum: of, difference }) => {
    const size = Math.abs(Number(of))
    return sum + (size === 0 ? 1 : Math.min(1, Math.abs(Number(difference)) / size))
  }, 0)
}

export function toFoundTotal(table: number, row: TableRow, label: string, found: Comparison): FoundTotal {
  return { table, line: row.line, label, ...found }
}
