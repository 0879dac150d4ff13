import { limits } from '../../contract/limits.ts'
import type { Dialect } from './dialect.ts'
import { lineTooLong, quoteUnclosed } from './record-refusals.ts'
import { Unreadable } from './refusal.ts'
import { unwrapGuard } from './unwrap-guard.ts'

/** One record of a file. `line` is where it starts, counted from 1 as a text editor does. */
export type TextRecord = {
  line: number
  cells: string[]
  /** A quote closed before the end of its cell: what follows was taken as text. */
  badQuote?: true
}

const CR = 13
const LF = 10

/**
 * Splits text, given in pieces, into records. CR LF, LF and a lone CR each end a record, mixed as they come: that is why
 * no parser is used that wants to be told one line end. Every character is looked at once, however the text is cut.
 */
export class RecordReader {
  readonly #delimiter: number
  readonly #quote: number
  readonly #backslash: boolean
  readonly #wrapped: Dialect | undefined
  #skipLine: boolean
  #line = 1
  #start = 1
  #size = 0
  #cells: string[] = []
  #cell = ''
  #at: 'start' | 'plain' | 'quoted' | 'escaped' | 'closed' = 'start'
  #afterCr = false
  #bad = false
  #guarded = false
  #reopened = false
  #blanks = 0
  #records: TextRecord[] = []

  constructor(dialect: Dialect) {
    this.#delimiter = dialect.delimiter.charCodeAt(0)
    this.#quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0)
    this.#backslash = dialect.escape === 'backslash'
    this.#skipLine = dialect.sepLine
    this.#wrapped = dialect.wrapped ? { ...dialect, wrapped: false, sepLine: false } : undefined
  }

  /**
   * @returns the records that are complete
   * @throws Unreadable where a record is longer than any table has
   */
  push(text: string): TextRecord[] {
    this.#records = []
    let at = 0
    while (at < text.length) at = this.#step(text, at)
    return this.#records
  }

  /** The last record, where the file does not end with a line end. */
  finish(): TextRecord[] {
    this.#records = []
    if (this.#at === 'quoted' || this.#at === 'escaped') throw new Unreadable(quoteUnclosed(this.#start))
    if (this.#at !== 'start' || this.#cells.length > 0) this.#endRecord()
    return this.#records
  }

  /** How many characters of a record wait for its end. */
  get waiting(): number {
    return this.#size
  }

  /** Takes one run of `text` from `from`. @returns where the next begins */
  #step(text: string, from: number): number {
    switch (this.#at) {
      case 'start':
        return this.#open(text, from)
      case 'plain':
        return this.#plain(text, from)
      case 'quoted':
        return this.#quoted(text, from)
      case 'escaped':
        this.#at = 'quoted'
        return this.#keepEscaped(text, from)
      case 'closed':
        return this.#closed(text, from)
    }
  }

  #open(text: string, from: number): number {
    const code = text.charCodeAt(from)
    if (code === LF && this.#afterCr) {
      this.#afterCr = false
      return from + 1
    }
    this.#afterCr = false
    // A mark in the middle is left of files that were put together.
    if (code === 0xfeff) return from + 1
    if (code === this.#quote) {
      this.#at = 'quoted'
      return from + 1
    }
    this.#at = 'plain'
    return from
  }

  #plain(text: string, from: number): number {
    let at = from
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === this.#delimiter || code === LF || code === CR) break
      if (code === this.#quote && !this.#reopened && this.#opensLate(text.slice(from, at))) return at + 1
    }
    this.#keep(text, from, at)
    if (at === text.length) return at
    this.#endCell(text.charCodeAt(at))
    return at + 1
  }

  /** A quote may follow a blank, or the `=` by which Excel guards a text that looks like a number: `="0012"`. */
  #opensLate(run: string): boolean {
    if (this.#cell.length + run.length > 1) return false
    const before = this.#cell + run
    if (before !== '=' && (before !== ' ' || this.#cells.length === 0)) return false
    this.#cell = before === '=' ? before : ''
    this.#guarded = before === '='
    this.#at = 'quoted'
    return true
  }

  #quoted(text: string, from: number): number {
    let at = from
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === this.#quote) {
        this.#keep(text, from, at)
        this.#at = 'closed'
        return at + 1
      }
      if (code === 92 && this.#backslash) {
        this.#keep(text, from, at)
        this.#at = 'escaped'
        return at + 1
      }
      if (code === LF || code === CR) {
        if (code === CR || !this.#afterCr) this.#line++
        this.#afterCr = code === CR
      } else this.#afterCr = false
    }
    this.#keep(text, from, at)
    return at
  }

  #keepEscaped(text: string, from: number): number {
    const code = text.charCodeAt(from)
    // Of `C:\new` the backslash is text.
    this.#grow(1)
    this.#cell += code === this.#quote || code === 92 ? text[from] : '\\'
    this.#afterCr = false
    return code === this.#quote || code === 92 ? from + 1 : from
  }

  #closed(text: string, from: number): number {
    this.#afterCr = false
    const code = text.charCodeAt(from)
    if (code === this.#delimiter || code === LF || code === CR) {
      this.#endCell(code)
      return from + 1
    }
    if (code === this.#quote && this.#blanks === 0) {
      this.#cell += text[from]
      this.#at = 'quoted'
      this.#grow(1)
      return from + 1
    }
    if (code === 32) {
      this.#grow(1)
      this.#blanks++
      return from + 1
    }
    this.#reopen()
    return from
  }

  /** A quote that closed too early was text, and so is the one that opened: what follows ends as a plain cell does. */
  #reopen(): void {
    const quote = String.fromCharCode(this.#quote)
    const inner = this.#guarded ? `=${quote}${this.#cell.slice(1)}` : quote + this.#cell
    this.#cell = inner + quote + ' '.repeat(this.#blanks)
    this.#reopened = !this.#guarded
    this.#guarded = false
    this.#bad = true
    this.#at = 'plain'
  }

  #keep(text: string, from: number, to: number): void {
    this.#grow(to - from)
    this.#cell = this.#cell === '' ? text.slice(from, to) : this.#cell + text.slice(from, to)
  }

  #grow(chars: number): void {
    this.#size += chars
    if (this.#size <= limits.recordCharsMax) return
    throw new Unreadable(this.#at === 'quoted' ? quoteUnclosed(this.#start) : lineTooLong(this.#start))
  }

  #endCell(code: number): void {
    if (code !== this.#delimiter) {
      this.#endRecord()
      this.#line++
      this.#start = this.#line
      this.#afterCr = code === CR
      return
    }
    this.#pushCell()
    this.#size++
  }

  #pushCell(): void {
    this.#cells.push(this.#finishedCell())
    if (this.#cells.length > limits.recordCharsMax / 10) throw new Unreadable(lineTooLong(this.#start))
    this.#cell = ''
    this.#blanks = 0
    this.#guarded = false
    this.#reopened = false
    this.#at = 'start'
  }

  #finishedCell(): string {
    const cell = this.#cell
    if (this.#guarded) return cell.slice(1)
    if (this.#reopened && cell.charCodeAt(cell.length - 1) === this.#quote) return cell.slice(1, -1)
    return cell.charCodeAt(0) === 61 ? unwrapGuard(cell) : cell
  }

  #endRecord(): void {
    this.#pushCell()
    const record: TextRecord = { line: this.#start, cells: this.#cells }
    if (this.#bad) record.badQuote = true
    this.#cells = []
    this.#size = 0
    this.#bad = false
    if (this.#skipLine) this.#skipLine = false
    else this.#records.push(this.#wrapped ? unwrap(record, this.#wrapped) : record)
  }
}

function unwrap(record: TextRecord, dialect: Dialect): TextRecord {
  if (record.cells.length !== 1) return record
  const reader = new RecordReader(dialect)
  const inner = [...reader.push(`${record.cells[0] ?? ''}`), ...reader.finish()]
  return { ...record, cells: inner[0]?.cells ?? [''] }
}
