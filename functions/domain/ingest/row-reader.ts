import type { UploadKind } from '../../contract/upload.ts'
import { type Day, noDay } from '../calendar.ts'
import { measureCount, measures } from '../ledger/measures.ts'
import { CellReader, FaultyCell } from './cells.ts'
import type { NameHasher } from './name-hasher.ts'
import { tidyText } from './normalise.ts'
import type { ProblemLog } from './problems.ts'
import { checkResultRow, checkSpendRow, fieldRules, type ResultRow, type SpendFields } from './row-schemas.ts'
import type { RowIds, RowSink } from './row-sink.ts'

/** Positions of the fields in a record; -1 for a column that the file does not have. */
export type Columns = ReadonlyMap<string, number>

export const fieldOfMeasure: Record<string, string> = {
  grossProfit: 'gross_profit',
  contentScore: 'content_score',
  brandFit: 'brand_fit',
}
const fieldOfRow: Record<string, string> = {
  day: 'date',
  lineId: 'line_id',
  periodStart: 'period_start',
  periodDays: 'period_end',
  ...fieldOfMeasure,
}

/** Reads the records of spend, results and performance files into typed rows. */
export class RowReader {
  readonly cells = new CellReader()
  readonly #kind: UploadKind
  readonly #lifetime: boolean
  readonly #at: (field: string) => number
  readonly #positions: Record<string, number> = {}
  readonly #measures: number[]
  readonly #names: NameHasher
  readonly #problems: Pick<ProblemLog, 'add'>
  readonly #headers: readonly string[]
  readonly #ids: RowIds = { creator: 0, campaign: 0 }
  readonly #lineIds = new Map<string, number>()
  #field = ''

  constructor(input: {
    kind: UploadKind
    lifetime: boolean
    columns: Columns
    headers: readonly string[]
    names: NameHasher
    problems: Pick<ProblemLog, 'add'>
  }) {
    this.#kind = input.kind
    this.#lifetime = input.lifetime
    this.#names = input.names
    this.#problems = input.problems
    this.#headers = input.headers
    this.#at = (field) => input.columns.get(field) ?? -1
    for (const field of input.columns.keys()) this.#positions[field] = this.#at(field)
    this.#measures = measures.map((name) => this.#at(fieldOfMeasure[name] ?? name))
  }

  /** @returns whether the line is accepted; its problems are in the log otherwise */
  read(line: number, cells: readonly string[], sink: RowSink): boolean {
    try {
      const result = this.#kind === 'spend' ? null : this.#result(line, cells)
      const spend = this.#kind === 'results' ? null : this.#spend(line, cells, result)
      if (
        (result && !this.#accepts(line, cells, checkResultRow, result)) ||
        (spend && !this.#accepts(line, cells, checkSpendRow, spend))
      ) {
        return false
      }
      return this.#give(line, result, spend, sink)
    } catch (error) {
      if (!(error instanceof FaultyCell)) throw error
      this.#fail(line, cells, this.#field, error.fault)
      return false
    }
  }

  /**
   * Takes a result row that was read in another way; undefined leaves one that does not fit its schema to `read`.
   * @param ids shared by lines of one post; filled in by the first that is accepted
   */
  takeResult(line: number, row: ResultRow, sink: RowSink, ids: RowIds | undefined): boolean | undefined {
    if (!checkResultRow.safeParse(row).success) return undefined
    if (!ids) return this.#give(line, row, null, sink)
    if (ids.creator < 0) this.#identify(row, ids)
    sink.result(line, row, ids)
    return true
  }

  /** The same for a spend row. */
  takeSpend(line: number, row: SpendFields, sink: RowSink): boolean | undefined {
    return checkSpendRow.safeParse(row).success ? this.#give(line, null, row, sink) : undefined
  }

  #identify(row: { creator: string; campaign: string }, ids: RowIds): void {
    ids.creator = this.#names.id('creator', row.creator)
    ids.campaign = this.#names.id('campaign', row.campaign)
  }

  #give(line: number, result: ResultRow | null, spend: SpendFields | null, sink: RowSink): boolean {
    if (spend && spend.lineId !== '' && !this.#claimLineId(line, spend.lineId)) return false
    this.#identify((result ?? spend) as ResultRow | SpendFields, this.#ids)
    if (result) sink.result(line, result, this.#ids)
    if (spend) {
      const identity = spend.lineId !== '' ? 'line' : result ? 'group' : 'content'
      sink.spend(line, spend, this.#ids, identity, result)
    }
    return true
  }

  #cell(cells: readonly string[], field: string): string {
    const at = this.#positions[field]
    this.#field = field
    return at === undefined ? '' : (cells[at] ?? '')
  }

  #text(cells: readonly string[], field: string): string {
    return tidyText(this.#cell(cells, field))
  }

  #result(line: number, cells: readonly string[]): ResultRow {
    const post = this.#text(cells, 'post')
    const publishedCell = this.#cell(cells, 'published')
    const published = publishedCell.trim() === '' ? null : this.cells.day(publishedCell)
    if (this.#lifetime && (post === '' || published === null)) {
      this.#field = post === '' ? 'post' : 'published'
      throw new FaultyCell({
        code: 'lifetime-needs-post',
        expected: 'the post and the day it was published',
        message:
          'Lifetime figures belong to a post and stand on the day it was published; fill in both, or load the file as daily figures.',
      })
    }
    const day = this.#lifetime ? (published as Day) : this.#requiredDay(cells, 'date')
    const currency = this.cells.currency(this.#cell(cells, 'currency'))
    const row: ResultRow = {
      day,
      campaign: this.#text(cells, 'campaign'),
      creator: this.#text(cells, 'creator'),
      platform: this.#text(cells, 'platform').toLowerCase(),
      post,
      published,
      currency,
      followers: this.#measure(cells, 0, currency),
      impressions: this.#measure(cells, 1, currency),
      reach: this.#measure(cells, 2, currency),
      engagements: this.#measure(cells, 3, currency),
      comments: this.#measure(cells, 4, currency),
      saves: this.#measure(cells, 5, currency),
      shares: this.#measure(cells, 6, currency),
      clicks: this.#measure(cells, 7, currency),
      conversions: this.#measure(cells, 8, currency),
      revenue: this.#measure(cells, 9, currency),
      grossProfit: this.#measure(cells, 10, currency),
      contentScore: this.#measure(cells, 11, currency),
      brandFit: this.#measure(cells, 12, currency),
    }
    if (post === '' && this.#kind === 'results' && this.#blank(cells)) {
      this.#field = measures[1]
      throw new FaultyCell({
        code: 'no-figures',
        expected: 'at least one figure',
        message: `Line ${line} names no post and has no figures, so there is nothing to record. Fill it in or leave the line out.`,
      })
    }
    return row
  }

  #blank(cells: readonly string[]): boolean {
    for (let m = 0; m < measureCount; m++) {
      const at = this.#measures[m] as number
      if (at >= 0 && (cells[at] ?? '').trim() !== '') return false
    }
    return true
  }

  #measure(cells: readonly string[], m: number, currency: string): number | null {
    const at = this.#measures[m] as number
    const cell = at < 0 ? '' : (cells[at] as string)
    if (cell === '' || cell === undefined) return null
    this.#field = measures[m] as string
    if (m < 9) return this.cells.count(cell)
    return m < 11 ? this.cells.amount(cell, currency) : this.cells.score(cell)
  }

  #spend(line: number, cells: readonly string[], beside: ResultRow | null): SpendFields {
    const start = this.#cell(cells, 'period_start')
    const periodStart = start.trim() === '' ? noDay : this.cells.day(start)
    const end = this.#cell(cells, 'period_end')
    const periodEnd = end.trim() === '' ? noDay : this.cells.day(end)
    if ((periodStart === noDay) !== (periodEnd === noDay) || periodEnd < periodStart) {
      throw new FaultyCell({
        code: 'period-incomplete',
        expected: 'both days of a period, the first not after the last',
        message: `The period of line ${line} needs its first and its last day, in that order, or neither.`,
      })
    }
    const currency = this.cells.currency(this.#cell(cells, 'currency'))
    if (currency === '') throw missing('a currency', 'an ISO 4217 code such as USD')
    const amount = this.cells.amount(this.#cell(cells, 'amount'), currency)
    if (amount === null) throw missing('an amount', 'an amount such as 1250.00')
    return {
      day: beside ? beside.day : this.#spendDay(cells, periodStart),
      campaign: beside?.campaign ?? this.#text(cells, 'campaign'),
      creator: beside?.creator ?? this.#text(cells, 'creator'),
      platform: beside?.platform ?? this.#text(cells, 'platform').toLowerCase(),
      category: this.#text(cells, 'category'),
      lineId: this.#text(cells, 'line_id'),
      reference: this.#text(cells, 'reference'),
      status: this.cells.status(this.#cell(cells, 'status')),
      amount,
      currency,
      periodStart,
      periodDays: periodStart === noDay ? 0 : periodEnd - periodStart + 1,
    }
  }

  #spendDay(cells: readonly string[], periodStart: Day): Day {
    const cell = this.#cell(cells, 'date')
    return cell.trim() === '' && periodStart !== noDay ? periodStart : this.#requiredDay(cells, 'date')
  }

  #requiredDay(cells: readonly string[], field: string): Day {
    const cell = this.#cell(cells, field)
    if (cell.trim() === '') throw missing('a date', 'YYYY-MM-DD')
    return this.cells.day(cell)
  }

  #claimLineId(line: number, lineId: string): boolean {
    const first = this.#lineIds.get(lineId)
    if (first === undefined) {
      this.#lineIds.set(lineId, line)
      return true
    }
    this.#problems.add({
      line,
      column: this.#header('line_id'),
      found: lineId,
      expected: 'a line id that stands once in the file',
      code: 'line-id-repeated',
      message: `Line id ${lineId} already stands on line ${first}. Give each line its own, or leave one of the two out.`,
    })
    return false
  }

  #accepts(
    line: number,
    cells: readonly string[],
    schema: typeof checkResultRow | typeof checkSpendRow,
    row: ResultRow | SpendFields,
  ): boolean {
    const checked = schema.safeParse(row)
    if (checked.success) return true
    for (const issue of checked.error.issues) {
      const name = String(issue.path[0] ?? '')
      const expected = fieldRules[name] ?? 'a number that is not negative and below a million million'
      this.#fail(line, cells, fieldOfRow[name] ?? name, {
        code: 'out-of-range',
        expected,
        message: `${this.#header(fieldOfRow[name] ?? name)} on line ${line} must be ${expected}.`,
      })
    }
    return false
  }

  #fail(
    line: number,
    cells: readonly string[],
    field: string,
    fault: { code: string; expected: string; message: string },
  ): void {
    const named = fieldOfMeasure[field] ?? field
    const at = this.#positions[named]
    this.#problems.add({
      line,
      column: this.#header(named),
      found: at === undefined ? '' : (cells[at] ?? ''),
      ...fault,
    })
  }

  #header(field: string): string {
    const at = this.#positions[field]
    return at === undefined ? field : (this.#headers[at] ?? field)
  }
}

function missing(what: string, expected: string): FaultyCell {
  return new FaultyCell({ code: 'cell-missing', expected, message: `This line needs ${what}; the cell is empty.` })
}
