import { type FoundHeader, findHeader } from './find-header.ts'
import { headersOver } from './headers-over.ts'
import { OpenTable } from './open-table.ts'
import { guessedReadings, type ReadNumber } from './read-number.ts'
import { Unreadable } from './refusal.ts'
import { SkipLog } from './skip-log.ts'
import type { FoundTable, FoundTotal, SourceRecord, TablePlan } from './table-plan.ts'
import { hasKind, isBlank, keyOf, medianFilled, type TableRow, toRow } from './table-row.ts'
import { totalLabel } from './total-label.ts'

/** A row of data, and which of the tables of the plan it is of. */
export type DataRow<R extends SourceRecord = SourceRecord> = { table: number; record: R }

const firstWindow = 150
const laterWindow = 6
const windowCharsMax = 2_000_000
const tablesMax = 500
/** The score of a row that names all columns below it, or most and stands above numbers. */
const laterScoreMin = 2.75

/**
 * Finds the tables in the records of a file, given one after another: where each begins, what its columns are called,
 * and which lines are titles, comments, notes, repeated headers and totals. Of the rows only sums are kept. `readings`
 * are the ways in which an amount may be read; give one where it is known.
 */
export class TableFinder<R extends SourceRecord = SourceRecord> {
  readonly #readings: readonly ReadNumber[]
  readonly #log = new SkipLog()
  readonly #tables: FoundTable[] = []
  readonly #totals: FoundTotal[] = []
  #open: OpenTable<R> | undefined
  /** Rows that wait until it is known whether a table begins among them. */
  #window: TableRow<R>[] = []
  #windowChars = 0
  #waiting = true
  /** The last record was blank, a comment or a note. */
  #gap = true
  #afterNote = false
  #headerKeys: ReadonlySet<string> = new Set()

  constructor(readings: readonly ReadNumber[] = guessedReadings) {
    this.#readings = readings
  }

  /** @returns the rows of data that are now known to be such, in their order but for a few that had to wait */
  push(record: R): DataRow<R>[] {
    if (isBlank(record.cells)) {
      this.#log.add(record.line, 'blank')
      this.#gap = true
      return []
    }
    const row = toRow(record, this.#gap)
    this.#gap = false
    return this.#body(row)
  }

  finish(): { rows: DataRow<R>[]; plan: TablePlan } {
    const rows: DataRow<R>[] = []
    while (this.#window.length > 0) rows.push(...this.#decide())
    rows.push(...this.#close('footer'))
    return { rows, plan: this.#plan() }
  }

  /** What the columns of a table are called of which a row was handed over. */
  headersOf(table: number): readonly string[] {
    return this.#tables[table]?.headers ?? []
  }

  #plan(): TablePlan {
    return {
      tables: this.#tables,
      totals: this.#totals,
      skipped: this.#log.listed,
      skippedCounts: this.#log.counts,
      leftOut: this.#log.leftOut(),
    }
  }

  #wait(row: TableRow<R>): DataRow<R>[] {
    this.#window.push(row)
    this.#windowChars += row.cells.reduce((sum, cell) => sum + cell.length, 0)
    const full = this.#window.length >= (this.#open ? laterWindow : firstWindow)
    return full || this.#windowChars > windowCharsMax ? this.#decide() : []
  }

  /** Enough was seen to tell whether, and where, a table begins. */
  #decide(): DataRow<R>[] {
    const rows = this.#window
    this.#window = []
    this.#windowChars = 0
    this.#waiting = false
    if (rows.length === 0) return []
    const open = this.#open
    if (!open) return this.#begin(rows)
    const header = findHeader(rows, laterScoreMin)
    if (header.lines > 0 && header.first === header.lines && rows.length > header.first) {
      return [...this.#closeBefore(), ...this.#begin(rows, header)]
    }
    // The first is no header, but a later one may be.
    const [first, ...others] = rows as [TableRow<R>, ...TableRow<R>[]]
    return [...this.#row(first, open), ...others.flatMap((row) => this.#body(row))]
  }

  #begin(rows: TableRow<R>[], header: FoundHeader = findHeader(comments(rows).others)): DataRow<R>[] {
    const { others, commented } = comments(rows)
    const headerAt = header.first - header.lines
    for (const row of others.slice(0, headerAt)) this.#log.add(row.line, 'title')
    const body = header.first === 0 ? rows : rows.slice(rows.indexOf(others[header.first - 1] as TableRow<R>) + 1)
    const above = commented.filter((row) => !body.includes(row))
    for (const row of above) this.#log.add(row.line, 'comment')
    const headerRow = header.lines > 0 ? others[headerAt] : undefined
    const line = headerRow?.line ?? body[0]?.line ?? 1
    const cells = headerRow?.cells.length ?? 0
    const headers = headersOver(header, upToNextTable(body), cells)
    const found: FoundTable = {
      headerLine: headerRow?.line ?? null,
      headers,
      ...(cells > headers.length ? { width: cells } : {}),
      firstLine: line,
      lastLine: line,
      rows: 0,
    }
    // The lower line of a header of two is left out like a title.
    for (const row of others.slice(headerAt + 1, header.first)) this.#log.add(row.line, 'title')
    if (this.#tables.length === tablesMax) throw new Unreadable(tooMany)
    this.#tables.push(found)
    const own = upToNextTable(body)
    const half = medianFilled(own) / 2
    const known = own.filter((row) => row.filled > half && !row.cells.some((cell) => totalLabel(cell)))
    this.#open = new OpenTable<R>(this.#tables.length - 1, found, this.#log, this.#readings, known)
    const named = headerRow && headerRow.filled > 1 ? others.slice(headerAt, header.first) : []
    this.#headerKeys = new Set(named.map(keyOf))
    this.#afterNote = false
    return body.flatMap((row) => this.#body(row))
  }

  #close(why: 'footer' | 'title'): DataRow<R>[] {
    if (!this.#open) return []
    const rows = this.#toData(this.#open.close(why), this.#open)
    this.#totals.push(...this.#open.totals)
    this.#open = undefined
    return rows
  }

  /** Another table follows. One without rows was none: its header stood above that of the other. */
  #closeBefore(): DataRow<R>[] {
    const rows = this.#close('title')
    const last = this.#tables.at(-1)
    if (
      last &&
      last.headerLine !== null &&
      last.rows === 0 &&
      !this.#totals.some(({ line }) => line > last.firstLine)
    ) {
      this.#tables.pop()
      this.#log.add(last.headerLine, 'title')
    }
    return rows
  }

  #body(row: TableRow<R>): DataRow<R>[] {
    if (this.#waiting) return this.#wait(row)
    const open = this.#open
    if (!open) return this.#begin([row])
    if (this.#headerKeys.size > 0 && !hasKind(row, 'date') && this.#headerKeys.has(keyOf(row))) {
      open.flushNotes('note')
      this.#log.add(row.line, 'repeated-header')
      return []
    }
    if (this.#mayBeHeader(row, open)) {
      this.#waiting = true
      return this.#wait(row)
    }
    return this.#row(row, open)
  }

  #row(row: TableRow<R>, open: OpenTable<R>): DataRow<R>[] {
    if (isComment(row) && row.filled === 1 && open.shape.usualFilled > 1) {
      this.#log.add(row.line, 'comment')
      this.#afterNote = true
      return []
    }
    this.#afterNote = open.isNote(row)
    return this.#toData(open.take(row), open)
  }

  /** Names where the open table has numbers or dates, or, after a gap, another number of names. */
  #mayBeHeader(row: TableRow<R>, open: OpenTable<R>): boolean {
    if (row.filled < 2 || hasKind(row, 'number', 'date') || open.isNote(row)) return false
    if (open.shape.rows === 0) return false
    let against = 0
    for (let column = 0; column < row.kinds.length; column++) {
      if (row.kinds[column] === 'text' && open.shape.isValues(column)) against++
    }
    if (row.afterGap || this.#afterNote) return against > 0 || Math.abs(row.filled - open.shape.usualFilled) > 1
    return against > 1 && row.filled >= 3
  }

  #toData(rows: readonly TableRow<R>[], open: OpenTable<R>): DataRow<R>[] {
    return rows.map(({ record }) => ({ table: open.index, record }))
  }
}

/** A header may begin with `#`, and so may a creator's hashtag: a comment has fewer cells than the rows below. */
function comments<R extends SourceRecord>(
  rows: readonly TableRow<R>[],
): { others: TableRow<R>[]; commented: TableRow<R>[] } {
  const usual = medianFilled(rows)
  const commented = rows.filter((row) => isComment(row) && (row.filled < usual || row.cells[0]?.trim() === '#'))
  const isOnly = commented.length === rows.length
  return { others: rows.filter((row) => isOnly || !commented.includes(row)), commented: isOnly ? [] : commented }
}

/** Another table may begin at a row of names after a gap. */
function upToNextTable<R extends SourceRecord>(rows: TableRow<R>[]): TableRow<R>[] {
  const next = rows.findIndex((row, i) => i > 0 && row.afterGap && row.filled > 1 && !hasKind(row, 'number', 'date'))
  return next < 0 ? rows : rows.slice(0, next)
}

const isComment = (row: TableRow): boolean => (row.cells[0] ?? '').trimStart().startsWith('#')

const tooMany = {
  code: 'too-many-tables',
  found: `more than ${tablesMax} tables`,
  expected: 'one table, or a few',
  message: `This file holds more than ${tablesMax} tables under each other. Send one table a file.`,
}
