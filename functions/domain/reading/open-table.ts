import { ColumnSums } from './column-sums.ts'
import { contributionsMin, judgeTotal, type TotalSigns, totalSigns } from './judge-total.ts'
import type { ReadNumber } from './read-number.ts'
import type { SkipLog } from './skip-log.ts'
import type { FoundTable, FoundTotal, SkipReason, SourceRecord } from './table-plan.ts'
import { hasKind, type TableRow } from './table-row.ts'
import { TableShape } from './table-shape.ts'
import { TotalsLedger, toFoundTotal } from './totals-ledger.ts'

const topRows = 2
const heldMax = 50
const totalsListedMax = 400

/** The table that is being read: tells its rows from its totals and notes as they go by. */
export class OpenTable<R extends SourceRecord = SourceRecord> {
  readonly index: number
  readonly found: FoundTable
  readonly totals: FoundTotal[] = []
  readonly shape = new TableShape()
  readonly #ledger: TotalsLedger
  readonly #below: ColumnSums
  readonly #log: SkipLog
  /** Rows above all others that may be their total, as some exports have it. */
  #tops: { row: TableRow<R>; signs: TotalSigns }[] = []
  /** Rows called a total of which the next row tells. */
  #held: { row: TableRow<R>; signs: TotalSigns }[] = []
  #notes: number[] = []
  #hasUnlabelled = false
  /** Rows that the shape was made of before they went by. */
  readonly #known: ReadonlySet<TableRow<R>>

  constructor(index: number, found: FoundTable, log: SkipLog, readings: readonly ReadNumber[], known: TableRow<R>[]) {
    this.index = index
    this.found = found
    this.#log = log
    this.#ledger = new TotalsLedger(readings)
    this.#below = new ColumnSums(readings)
    this.#known = new Set(known)
    for (const row of known) this.shape.add(row)
  }

  /** @returns the rows that are now known to be data */
  take(row: TableRow<R>): TableRow<R>[] {
    if (this.isNote(row)) {
      this.#notes.push(row.line)
      return []
    }
    const signs = totalSigns(row, this.shape)
    if (signs && this.#mayBeTotal(row, signs)) return []
    const rows = [...this.#held.map((held) => held.row), row]
    this.#held = []
    for (const one of rows) this.#count(one)
    return rows
  }

  /** A line of one text in a table of several columns: a caption, a page number, a remark. */
  isNote(row: TableRow<R>): boolean {
    const usual = this.shape.usualFilled
    if (hasKind(row, 'number', 'date')) return false
    if (row.filled === 1) return usual >= (row.afterGap || this.#notes.length > 0 ? 2 : 3)
    return row.filled === 2 && usual >= 5 && row.width === 2
  }

  /** The notes so far stand above what follows. */
  flushNotes(why: SkipReason): void {
    for (const line of this.#notes) this.#log.add(line, why)
    this.#notes = []
  }

  /** @returns the rows that were data after all */
  close(why: 'footer' | 'title'): TableRow<R>[] {
    for (const { row, signs } of this.#held) this.#addTotal(row, signs)
    this.#held = []
    const rows = this.#judgeTops()
    this.flushNotes(why)
    for (const row of rows) this.#count(row)
    return rows
  }

  #mayBeTotal(row: TableRow<R>, signs: TotalSigns): boolean {
    if (this.found.rows === 0 && this.#held.length === 0 && this.#tops.length < topRows) {
      if (!signs.sparse && signs.strength !== 'sure') return false
      this.#tops.push({ row, signs })
      return true
    }
    const { agreeing } = this.#ledger.compare(row, this.#contributionsMin(signs), signs.label !== '')
    const verdict = judgeTotal(signs, agreeing.length > 0)
    if (verdict === true) this.#addTotal(row, signs)
    else if (verdict === false || this.#held.length === heldMax) return false
    else this.#held.push({ row, signs })
    return true
  }

  /** Where sums without a label are the habit, even one row has its sum. */
  #contributionsMin(signs: TotalSigns): number {
    return this.#hasUnlabelled && signs.strength === 'none' ? 1 : contributionsMin(signs)
  }

  #addTotal(row: TableRow<R>, signs: TotalSigns): void {
    const found = this.#ledger.compare(row, signs.strength === 'none' ? this.#contributionsMin(signs) : 1, true)
    this.#ledger.close()
    if (signs.strength === 'none') this.#hasUnlabelled = true
    this.#keepTotal(toFoundTotal(this.index, row, signs.label, found))
  }

  #keepTotal(total: FoundTotal): void {
    this.totals.push(total)
    // The last are the grand ones.
    if (this.totals.length > totalsListedMax) this.totals.splice(totalsListedMax / 2, 1)
    this.#log.add(total.line, 'total')
    this.found.lastLine = Math.max(this.found.lastLine, total.line)
    this.flushNotes('note')
  }

  #judgeTops(): TableRow<R>[] {
    const rows: TableRow<R>[] = []
    for (const { row, signs } of this.#tops) {
      const found = this.#below.compare(row, contributionsMin(signs))
      if (this.found.rows > 0 && judgeTotal(signs, found.agreeing.length > 0)) {
        this.#keepTotal(toFoundTotal(this.index, row, signs.label, found))
      } else rows.push(row)
    }
    this.#tops = []
    return rows
  }

  #count(row: TableRow<R>): void {
    this.flushNotes('note')
    if (!this.#known.has(row)) this.shape.add(row)
    this.#ledger.add(row)
    if (this.#tops.length > 0) this.#below.add(row)
    const { found } = this
    found.rows++
    found.firstLine = found.rows === 1 ? row.line : Math.min(found.firstLine, row.line)
    found.lastLine = Math.max(found.lastLine, row.line)
  }
}
