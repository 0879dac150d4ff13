import type { CellMend } from '../../contract/cell-patch.ts'
import { limits } from '../../contract/limits.ts'
import type { CheckOptions, UploadKind, Warning } from '../../contract/upload.ts'
import { CellPatches } from './cell-patches.ts'
import { CsvReader, type CsvRecord, UnclosedQuote } from './csv-reader.ts'
import { DirectoryReader } from './directory-reader.ts'
import { FastLines } from './fast-lines.ts'
import { FastRows } from './fast-rows.ts'
import { binaryKind, chooseDelimiter, lineEnd } from './file-start.ts'
import { matchHeader } from './match-header.ts'
import type { NameHasher } from './name-hasher.ts'
import { nameSome, ProblemLog } from './problems.ts'
import { type Columns, RowReader } from './row-reader.ts'
import type { RowSink } from './row-sink.ts'
import { matchWideRates, type WideRates, WideRatesReader } from './wide-rates-reader.ts'

/** Stops the reading of a file that cannot be one of ours; what is wrong is in the problems. */
class Unreadable extends Error {}

const headerCharsMax = 100_000
/**
 * Reads one file, given in pieces, into the rows of its kind: a pure function of its bytes, its kind and the options.
 * Lines in `skip` are passed over without a word: they were found wanting before.
 */
export class FileParser {
  readonly problems = new ProblemLog()
  readonly counts = { read: 0, valid: 0, excluded: 0 }
  columns: Record<string, string> = {}
  /** The names of all columns, by position. */
  headers: readonly string[] = []
  /** It is a central bank's table: nothing else reads it. */
  isWide = false
  readonly #kind: UploadKind
  readonly #options: CheckOptions
  readonly #names: NameHasher
  readonly #sink: RowSink
  readonly #skip: ReadonlySet<number>
  readonly #excluded: ReadonlySet<number>
  readonly #patches: CellPatches
  readonly #decoder = new TextDecoder('utf-8', { fatal: true })
  #head = ''
  #first = true
  #csv: CsvReader | undefined
  #reader: RowReader | DirectoryReader | WideRatesReader | undefined
  #fast: FastLines | undefined
  #width = 0
  #ignored: string[] = []
  #stopped = false

  constructor(input: {
    kind: UploadKind
    options: CheckOptions
    names: NameHasher
    sink: RowSink
    skip?: ReadonlySet<number>
    patches?: readonly CellMend[]
  }) {
    this.#kind = input.kind
    this.#options = input.options
    this.#names = input.names
    this.#sink = input.sink
    this.#skip = input.skip ?? new Set()
    this.#excluded = new Set(input.options.exclude)
    this.#patches = new CellPatches(input.patches)
  }

  push(bytes: Uint8Array): void {
    this.#guarded(() => {
      if (this.#first && bytes.length > 0) this.#refuseBinary(bytes)
      if (!this.#fast?.push(bytes)) this.#text(this.#decode(bytes, true))
    })
  }

  finish(): void {
    this.#guarded(() => {
      this.#text(this.#decode(new Uint8Array(), false))
      if (!this.#csv && this.#head.trim() !== '') this.#start(true)
      if (this.#csv) {
        this.#records(this.#csv.drain())
        this.#records(this.#csv.finish())
      }
      if (!this.#reader)
        this.#fatal(
          'file-empty',
          '',
          'a header line and at least one row',
          'The file is empty. Choose the file again, or start from the template.',
        )
      else if (this.counts.read === 0)
        this.#fatal('no-rows', '', 'at least one row below the header', 'The file has a header but no rows below it.')
      for (const problem of this.#patches.problems(this.headers)) this.problems.add(problem)
    })
  }

  warnings(): Warning[] {
    const warnings: Warning[] = []
    if (this.#ignored.length > 0) {
      warnings.push({ code: 'columns-ignored', message: `Not read: ${nameSome(this.#ignored)}.`, rows: 0 })
    }
    if (this.isWide) {
      warnings.push({
        code: 'rates-per-euro',
        message: 'Read as a table of the European Central Bank: each column is what one euro was worth on that day.',
        rows: 0,
      })
    }
    const noisy = this.#reader?.cells.noisy ?? 0
    if (noisy > 0) {
      warnings.push({
        code: 'amounts-rounded',
        message: `${noisy} amounts had more than 15 significant digits, as programs write them, and were rounded to 15.`,
        rows: noisy,
      })
    }
    return warnings
  }

  #guarded(step: () => void): void {
    if (this.#stopped) return
    try {
      step()
    } catch (error) {
      this.#stopped = true
      if (error instanceof UnclosedQuote) {
        this.problems.add({
          line: error.line,
          column: '',
          found: '"',
          expected: 'a closing quote',
          code: 'quote-unclosed',
          message: `A quote that opens on line ${error.line} is never closed, so the rest of the file cannot be read. Close or remove it.`,
        })
        this.problems.add({
          line: 0,
          column: '',
          found: '',
          expected: 'a whole file',
          code: 'file-unreadable',
          message: `Reading stopped at line ${error.line}.`,
        })
      } else if (!(error instanceof Unreadable)) throw error
    }
  }

  #decode(bytes: Uint8Array, stream: boolean): string {
    try {
      return this.#decoder.decode(bytes, { stream })
    } catch {
      return this.#fatal(
        'not-utf8',
        '',
        'text in UTF-8',
        'The file is not text in UTF-8. Save it as “CSV UTF-8” and send it again.',
      )
    }
  }

  #refuseBinary(bytes: Uint8Array): void {
    this.#first = false
    const kind = binaryKind(bytes)
    if (kind || bytes.subarray(0, 4096).includes(0)) {
      this.#fatal(
        'not-csv',
        kind ?? 'bytes that are not text',
        'a CSV file',
        `This is ${kind ?? 'not text'}, not a CSV file. Export or save it as “CSV UTF-8”.`,
      )
    }
  }

  #text(text: string): void {
    if (text.includes('\u0000'))
      this.#fatal(
        'not-csv',
        'bytes that are not text',
        'a CSV file',
        'The file holds bytes that are no text. Export it as “CSV UTF-8”.',
      )
    if (this.#csv) {
      this.#records(this.#csv.push(text))
      return
    }
    this.#head += text
    if (lineEnd(this.#head) !== undefined || this.#head.length > headerCharsMax) this.#start(false)
  }

  /** Chooses delimiter and line end by the header, then reads on. */
  #start(whole: boolean): void {
    const newline = lineEnd(this.#head) ?? '\n'
    this.#csv = new CsvReader(chooseDelimiter(this.#kind, this.#head), newline)
    const text = this.#head
    this.#head = ''
    this.#records(this.#csv.push(text))
    if (!whole && !this.#reader && text.length > headerCharsMax)
      this.#fatal(
        'not-csv',
        text.slice(0, 40),
        'a header line',
        `The first line has more than ${headerCharsMax} characters. Is it a CSV file?`,
      )
  }

  #records(records: readonly CsvRecord[]): void {
    for (const record of records) {
      const { cells } = record
      if (
        cells.length <= 1
          ? (cells[0] ?? '').trim() === ''
          : (cells[0] as string).trimStart() === '' && cells.every((cell) => cell.trim() === '')
      )
        continue
      if (!this.#reader) this.#header(record)
      else this.#row(record, this.#reader)
    }
  }

  #header({ line, cells }: CsvRecord): void {
    if (cells.length > limits.columnsMax)
      this.#fatal(
        'too-many-columns',
        String(cells.length),
        `at most ${limits.columnsMax} columns`,
        `The header has ${cells.length} columns. Is it a CSV file?`,
      )
    const wide = this.#kind === 'fx' && !this.#options.mapping ? matchWideRates(cells) : undefined
    if (wide) {
      this.#readWide(wide)
      return
    }
    const { columns, headers, ignored } = matchHeader(this.#kind, cells, this.#options, line, this.problems)
    if (this.problems.fatal) throw new Unreadable()
    this.#width = headers.length
    this.headers = headers
    this.#ignored = ignored
    this.columns = Object.fromEntries([...columns].map(([field, at]) => [field, headers[at] ?? '']))
    const shared = { kind: this.#kind, columns, headers, names: this.#names, problems: this.problems }
    const isRows = this.#kind === 'spend' || this.#kind === 'results' || this.#kind === 'performance'
    this.#reader = isRows
      ? new RowReader({ ...shared, lifetime: this.#options.figures === 'lifetime' })
      : new DirectoryReader(shared)
    this.#fast = this.#fastLines(columns)
  }

  #readWide(columns: WideRates): void {
    this.isWide = true
    this.#width = columns.headers.length
    this.headers = columns.headers
    this.#ignored = columns.ignored
    this.columns = { date: columns.headers[columns.date] ?? '' }
    this.#reader = new WideRatesReader({ columns, problems: this.problems })
  }

  /** Usual lines of spend and of results by day are read in a quicker way that comes to the same. */
  #fastLines(columns: Columns): FastLines | undefined {
    const [kind, csv, reader] = [this.#kind, this.#csv, this.#reader]
    if ((kind !== 'spend' && kind !== 'results') || this.#options.figures === 'lifetime') return undefined
    if (!csv || !(reader instanceof RowReader)) return undefined
    return new FastLines({
      kind,
      csv,
      reader,
      rows: new FastRows(columns, this.#width, csv.delimiter, reader.cells),
      sink: this.#sink,
      counts: this.counts,
      isMarked: (line) => this.#excluded.has(line) || this.#skip.has(line) || this.#patches.has(line),
      decode: (bytes) => this.#decode(bytes, true),
      readRecord: (record) => this.#records([record]),
    })
  }

  #row(record: CsvRecord, reader: RowReader | DirectoryReader | WideRatesReader): void {
    const { line, badQuote } = record
    const { cells } = this.#patches.apply(record)
    this.#patches.follow(record)
    this.counts.read++
    if (this.#excluded.has(line)) {
      this.counts.excluded++
      return
    }
    if (this.#skip.has(line)) return
    if (badQuote) {
      const last = line + cells.join('').split(/\r\n|[\r\n]/).length - 1
      const joined = last > line ? `, which makes one of lines ${line} to ${last}` : ''
      this.problems.add({
        line,
        column: '',
        found: cells.join(','),
        expected: 'quotes that close before the delimiter',
        code: 'quote-misplaced',
        message: `Line ${line} has a quote in the middle of a cell${joined}. Double it ("") or remove it.`,
      })
      return
    }
    if (cells.length !== this.#width && !this.#fits(cells)) {
      this.problems.add({
        line,
        column: '',
        found: `${cells.length} cells`,
        expected: `${this.#width} cells, as in the header`,
        code: 'row-ragged',
        message: `Line ${line} has ${cells.length} cells, the header has ${this.#width}. Is there a delimiter too many or too few?`,
      })
      return
    }
    if (reader.read(line, cells, this.#sink)) this.counts.valid++
  }

  /** Cells beyond the header may be empty: spreadsheets leave such commas behind. */
  #fits(cells: readonly string[]): boolean {
    return cells.length > this.#width && cells.slice(this.#width).every((cell) => cell.trim() === '')
  }

  #fatal(code: string, found: string, expected: string, message: string): never {
    this.problems.add({ line: 0, column: '', found, expected, code, message })
    throw new Unreadable()
  }
}
