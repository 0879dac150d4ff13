import { limits } from '../../contract/limits.ts'
import type { Problem } from '../../contract/problem.ts'
import type { CheckOptions, FlagCode, Warning } from '../../contract/upload.ts'
import { CellPatches, type SheetMend } from '../ingest/cell-patches.ts'
import { DirectoryReader } from '../ingest/directory-reader.ts'
import { HeldRows } from '../ingest/held-rows.ts'
import type { NameHasher } from '../ingest/name-hasher.ts'
import { ProblemLog } from '../ingest/problems.ts'
import { RowReader } from '../ingest/row-reader.ts'
import type { RowSink } from '../ingest/row-sink.ts'
import { CellRewriter } from './columns/cell-rewriter.ts'
import { useOfField } from './columns/field-uses.ts'
import { type Flag, flaggedLinesMax } from './columns/flag.ts'
import type { Rewritten } from './columns/rewritten.ts'
import { RowFlagger } from './columns/row-flagger.ts'
import { ContinuedLines } from './continued-lines.ts'
import { patchRecord } from './patch-record.ts'
import { readAmount } from './read-amount.ts'
import type { PlannedField, ReadingPlan } from './reading-plan.ts'
import { RefundRows } from './refund-rows.ts'
import { noRows, openQuote, raggedRow, twoCurrencies } from './row-faults.ts'
import { rowWarnings } from './row-warnings.ts'
import { TableRows } from './table-rows.ts'
import type { TypedRecord } from './typed-records.ts'
import { faultOfCell } from './workbook-faults.ts'

/** Reads the records of a file, by a plan that was made of it, into the rows of its kind. */
export class PlanParser {
  readonly problems = new ProblemLog()
  readonly counts = { read: 0, valid: 0, excluded: 0 }
  readonly columns: Record<string, string>
  /** The names of all columns, by position. */
  readonly headers: readonly string[]
  readonly #plan: ReadingPlan
  readonly #rows: TableRows
  readonly #cells: CellRewriter
  readonly #reader: RowReader | DirectoryReader
  readonly #flagger: RowFlagger
  readonly #sink: RowSink
  readonly #skip: ReadonlySet<number>
  readonly #excluded: ReadonlySet<number>
  readonly #patches: CellPatches
  /** Positions in what the reader is given: a field has one, in this order. */
  readonly #positions = new Map<string, number>()
  readonly #constants: string[]
  readonly #currencyField: PlannedField | undefined
  readonly #money: ReadonlySet<string>
  readonly #months: boolean
  /** No cell is quoted, so that a quote at the start of one was never closed. */
  readonly #quoteless: boolean
  /** What the file has where the reader was given something else. */
  readonly #originals = new Map<string, string>()
  readonly #continued: ContinuedLines
  readonly #refundRows: RefundRows
  readonly #figures: ReadonlySet<number>
  #shortRows = 0

  constructor(input: {
    plan: ReadingPlan
    options: CheckOptions
    names: NameHasher
    sink: RowSink
    skip: ReadonlySet<number>
    patches?: readonly SheetMend[]
    /** Flags of which every line is wanted. */
    whole?: ReadonlySet<FlagCode>
  }) {
    const { plan, options, names, sink, skip, whole = new Set() } = input
    this.#plan = plan
    this.headers = plan.table.headers
    this.#continued = new ContinuedLines(plan)
    this.#refundRows = new RefundRows(
      plan.fields,
      whole.has('refunds-shared') ? Number.POSITIVE_INFINITY : flaggedLinesMax,
    )
    this.#sink = sink
    this.#skip = skip
    this.#excluded = new Set(options.exclude)
    this.#patches = new CellPatches(input.patches, plan.source.kind === 'workbook' ? plan.source.sheet : '')
    this.#rows = new TableRows({ tables: [plan.table], leftOut: plan.leftOut })
    const planned = plan.fields.flatMap((field) => [
      field,
      ...[field.less, field.refund, field.refund?.of].filter((beside) => beside !== undefined),
    ])
    const width = Math.max(0, ...planned.map(({ at }) => at + 1))
    const plans = Array.from({ length: width }, (_, at) => planned.find((field) => field.at === at)?.plan)
    this.#cells = new CellRewriter(plans.map((own) => own ?? { as: 'text' }))
    this.#months = plan.fields.some((field) => field.plan.as === 'date' && field.plan.months === 'period')
    this.#quoteless = plan.source.kind === 'text' && plan.source.text.dialect.quote === ''
    const headers = this.#placeFields()
    const isFigure = (field: string): boolean => useOfField(plan.kind, field).as === 'number'
    this.#figures = new Set([...this.#positions].flatMap(([field, at]) => (isFigure(field) ? [at] : [])))
    this.#constants = [...this.#positions.keys()].map((field) => plan.constants[field] ?? '')
    this.#currencyField = plan.fields.find(({ field }) => field === 'currency')
    this.#money = new Set(['amount', 'revenue', 'gross_profit', 'budget'])
    this.columns = Object.fromEntries(plan.fields.map(({ field, header }) => [field, header]))
    const mapping = Object.fromEntries(this.#positions)
    this.#flagger = new RowFlagger({ kind: plan.kind, headers, mapping, period: plan.period, whole })
    const problems = { add: (problem: Problem) => this.#add(problem) }
    const shared = { kind: plan.kind, columns: this.#positions, headers, names, problems }
    const isRows = plan.kind === 'spend' || plan.kind === 'results' || plan.kind === 'performance'
    this.#reader = isRows
      ? new RowReader({ ...shared, lifetime: options.figures === 'lifetime' })
      : new DirectoryReader(shared)
  }

  take(records: readonly TypedRecord[]): void {
    for (const record of records) {
      const mended = patchRecord(record, this.#patches)
      if (!this.#rows.has(mended)) continue
      this.#patches.follow(record)
      this.#take(mended)
    }
  }

  finish(): void {
    if (this.counts.read === 0) this.problems.add(noRows)
    for (const problem of this.#patches.problems(this.headers)) this.problems.add(problem)
  }

  /** Lines that are further items of an order, rising: left out. */
  get continued(): readonly number[] {
    return this.#continued.lines
  }

  warnings(): Warning[] {
    const warnings = rowWarnings({
      noisy: this.#reader.cells.noisy,
      short: this.#shortRows,
      continued: this.continued.length,
    })
    for (const { code, message, lines, total } of this.flags())
      warnings.push({ code, message, rows: total, lines: lines.slice(0, flaggedLinesMax) })
    return warnings
  }

  flags(): Flag[] {
    return [...this.#refundRows.flags(), ...this.#flagger.flags()]
  }

  /** A field has a column or a constant; a currency may come out of an amount, a period out of a month. */
  #placeFields(): string[] {
    const { fields, constants } = this.#plan
    const headers: string[] = []
    const place = (field: string, header: string): void => {
      if (this.#positions.has(field)) return
      this.#positions.set(field, headers.length)
      headers.push(header)
    }
    for (const { field, header } of fields) place(field, header)
    for (const field of Object.keys(constants)) place(field, field)
    if (fields.some(({ plan }) => plan.as === 'number' && plan.expects === 'amount')) place('currency', 'currency')
    if (this.#months) for (const field of ['period_start', 'period_end']) place(field, field)
    return headers
  }

  #take(record: TypedRecord): void {
    const { line, cells } = record
    this.counts.read++
    if (this.#continued.has(record) || this.#excluded.has(line)) {
      this.counts.excluded++
      return
    }
    if (this.#skip.has(line)) return
    const named = this.#plan.table.headers.length
    const width = Math.max(named, this.#plan.table.width ?? 0)
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
      this.#add(raggedRow(line, cells.length, width))
      return
    }
    if (cells.length < named) this.#shortRows++
    if (this.#quoteless && cells.some((cell) => cell.startsWith('"'))) {
      this.#add(openQuote(line))
      return
    }
    this.#originals.clear()
    const written = this.#rewrite(record)
    if (!written) return
    const currency = written[this.#positions.get('currency') ?? -1] ?? ''
    const refunds = this.#refunds(record, written, currency)
    if (!refunds || !this.#give(line, [written, ...refunds])) return
    this.counts.valid++
    this.#flagger.add(line, written, () => currency)
  }

  /** Gives all rows of a line, or none. */
  #give(line: number, rows: readonly (readonly string[])[]): boolean {
    const held = rows.length > 1 ? new HeldRows() : null
    const isAccepted = rows.every((row) => this.#reader.read(line, row, held ?? this.#sink))
    if (isAccepted) held?.release(this.#sink)
    return isAccepted
  }

  /** @returns the cells that the reader takes, or undefined where some say nothing that could be loaded */
  #rewrite(record: TypedRecord): string[] | undefined {
    const written = [...this.#constants]
    const rowCurrency = this.#rowCurrency(record)
    let isWhole = rowCurrency !== undefined
    let seenCurrency = rowCurrency ?? ''
    for (const planned of this.#plan.fields) {
      const { field, header } = planned
      const { result, cell } = readAmount(planned, record, (at) => this.#cell(record, at, rowCurrency ?? ''))
      if ('fault' in result) {
        if (field !== 'currency' || rowCurrency !== undefined)
          this.#add({ line: record.line, column: header, found: cell, ...result.fault })
        isWhole = false
        continue
      }
      written[this.#positions.get(field) as number] = result.text
      if (result.text !== cell) this.#originals.set(header, cell)
      if (result.until !== undefined) this.#spread(written, result.text, result.until)
      if (result.currency === undefined || !this.#money.has(field)) continue
      if (seenCurrency !== '' && seenCurrency !== result.currency) {
        this.#add({ line: record.line, column: header, found: cell, ...twoCurrencies(seenCurrency, result.currency) })
        isWhole = false
      }
      seenCurrency = result.currency
    }
    if (seenCurrency !== '') this.#put(written, 'currency', seenCurrency)
    return isWhole ? written : undefined
  }

  /** The row of what a line pays back, if it does; undefined where that cannot be read. */
  #refunds(record: TypedRecord, written: readonly string[], currency: string): string[][] | undefined {
    const at = this.#positions.get('revenue') ?? -1
    const read = (cell: number): Rewritten => this.#cell(record, cell, currency)
    const back = this.#refundRows.read(record, written[at] ?? '', currency, read)
    if (back === null) return []
    if ('problem' in back) {
      this.#add(back.problem)
      return undefined
    }
    this.#originals.set(back.header, back.cell)
    return [written.map((cell, position) => (position === at ? back.text : this.#figures.has(position) ? '' : cell))]
  }

  #cell(record: TypedRecord, at: number, rowCurrency: string): Rewritten {
    const fault = record.faults?.get(at)
    if (fault) return { fault: faultOfCell(fault) }
    return this.#cells.rewrite(at, record.cells[at] ?? '', record.typed?.[at] ?? undefined, rowCurrency)
  }

  /** The line's own currency; undefined where its cell is none. */
  #rowCurrency({ line, cells, typed }: TypedRecord): string | undefined {
    const own = this.#currencyField
    if (!own) return ''
    const result = this.#cells.rewrite(own.at, cells[own.at] ?? '', typed?.[own.at] ?? undefined)
    if (!('fault' in result)) return result.text
    this.#add({ line, column: own.header, found: cells[own.at] ?? '', ...result.fault })
    return undefined
  }

  /** A month without a day: what it cost is spread over it. */
  #spread(written: string[], first: string, last: string): void {
    this.#put(written, 'period_start', first)
    this.#put(written, 'period_end', last)
  }

  #put(written: string[], field: string, text: string): void {
    const at = this.#positions.get(field)
    if (at !== undefined) written[at] = text
  }

  /** What stood in the file, not what was made of it. */
  #add(problem: Problem): void {
    const found = this.#originals.get(problem.column)
    this.problems.add({ ...problem, found: found ?? problem.found.slice(0, limits.textCharsMax) })
  }
}
