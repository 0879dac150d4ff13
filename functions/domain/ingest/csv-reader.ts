import Papa from 'papaparse'
import { limits } from '../../contract/limits.ts'

/** One record of a file. `line` is where it starts, counted from 1 as a text editor does. */
export type CsvRecord = { line: number; cells: string[]; badQuote: boolean }

export const delimiters = [',', ';', '\t'] as const

/** The end of the file was reached inside a quote, or a record never ends. */
export class UnclosedQuote extends Error {
  readonly line: number
  constructor(line: number) {
    super(`a quote that opens on line ${line} is never closed`)
    this.line = line
  }
}

/**
 * Splits text, given in pieces, into records. The parser is Papa Parse; what is added here is where each record
 * starts, and that nothing is ever read twice or kept for long.
 */
export class CsvReader {
  readonly #parser: InstanceType<typeof Papa.Parser>
  readonly delimiter: string
  readonly #newline: string
  #rest = ''
  #line = 1
  #waited = 0

  constructor(delimiter: string, newline: '\n' | '\r') {
    this.delimiter = delimiter
    this.#newline = newline
    this.#parser = new Papa.Parser({ delimiter, newline, quoteChar: '"' })
  }

  /** @returns the records that are complete */
  push(text: string): CsvRecord[] {
    this.#rest += text
    // Each look at an open quote starts over: look again only when the text has doubled.
    if (this.#rest.length < this.#waited) return []
    const records = this.#take(true)
    this.#waited = records.length === 0 ? this.#rest.length * 2 : 0
    if (records.length === 0 && this.#rest.length > limits.recordCharsMax) throw new UnclosedQuote(this.#line)
    return records
  }

  /** Hands over what waits for its line end, and the line it stands on; undefined where a quote or a CR decides. */
  release(): { line: number; rest: string } | undefined {
    const rest = this.#rest
    if (this.#newline === '\r' || rest.includes('"')) return undefined
    this.#rest = ''
    return { line: this.#line, rest }
  }

  /** Takes over again at a line of which only `rest` is known. */
  resume(line: number, rest: string): void {
    this.#line = line
    this.#rest = rest
    this.#waited = 0
  }

  /** Complete records that still wait to be looked at. Take them before `finish`, which throws for what follows them. */
  drain(): CsvRecord[] {
    return this.#rest === '' ? [] : this.#take(true)
  }

  /** The last record, where the file does not end with a line end. */
  finish(): CsvRecord[] {
    // Of a line end that was cut in two the first half is no part of the record.
    if (this.#newline === '\n' && this.#rest.endsWith('\r')) this.#rest = this.#rest.slice(0, -1)
    return this.#rest === '' ? [] : this.#take(false)
  }

  #take(more: boolean): CsvRecord[] {
    const parsed = this.#parser.parse(this.#rest, 0, more) as Papa.ParseResult<string[]>
    const consumed = more ? parsed.meta.cursor : this.#rest.length
    const simple = this.#rest.indexOf('"') === -1
    this.#rest = this.#rest.slice(consumed)
    const bad = new Set(parsed.errors.filter((error) => error.type === 'Quotes').map((error) => error.row ?? 0))
    if (!more && parsed.errors.some((error) => error.code === 'MissingQuotes')) throw new UnclosedQuote(this.#line)
    const records: CsvRecord[] = []
    for (let i = 0; i < parsed.data.length; i++) {
      const cells = parsed.data[i] as string[]
      records.push({ line: this.#line, cells, badQuote: bad.size > 0 && bad.has(i) })
      this.#line += simple ? 1 : 1 + countIn(cells, this.#newline)
      const last = cells.length - 1
      const cell = cells[last] as string
      if (cell.charCodeAt(cell.length - 1) === 13) cells[last] = cell.slice(0, -1)
    }
    return records
  }
}

function countIn(cells: readonly string[], newline: string): number {
  let count = 0
  for (const cell of cells) {
    for (let at = cell.indexOf(newline); at >= 0; at = cell.indexOf(newline, at + 1)) count++
  }
  return count
}
