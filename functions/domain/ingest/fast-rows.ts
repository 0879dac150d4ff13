import { noDay } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import { measureCount, measures } from '../ledger/measures.ts'
import { CellRun, endsCell, type Meaning } from './cell-run.ts'
import { type CellReader, FaultyCell } from './cells.ts'
import { tidyText } from './normalise.ts'
import { type Columns, fieldOfMeasure } from './row-reader.ts'
import type { ResultRow, SpendFields } from './row-schemas.ts'
import type { RowIds } from './row-sink.ts'

const fields = [
  'date',
  'published',
  'campaign',
  'creator',
  'platform',
  'post',
  'category',
  'line_id',
  'reference',
  'status',
  'currency',
] as const
type Field = (typeof fields)[number]
const isField = (name: string): name is Field => (fields as readonly string[]).includes(name)

/** How a column is read: not at all, as cells seen before, as a text of its own, by its digits, only if blank. */
const how = { ignored: 0, seen: 1, text: 2, count: 3, amount: 4, blank: 5 } as const

/** Columns that say the same together whenever their post comes again. */
const ofPost: readonly string[] = ['campaign', 'creator', 'platform', 'post', 'published']

const counts = 9
const revenueAt = 9
const grossProfitAt = 10
const amountAt = measureCount
const numbers = new Map<string, number>([
  ...measures.slice(0, grossProfitAt + 1).map((name, m) => [fieldOfMeasure[name] ?? name, m] as const),
  ['amount', amountAt],
])
const countDigitsMax = 15
const amountDigitsMax = 13
const textsMax = 50_000
const [carriageReturn, space, minus, point, zero, tilde] = [13, 32, 45, 46, 48, 126] as const

/**
 * Reads lines straight from bytes. It knows only the usual line of results by day and of spend: dates, digits and
 * texts without quotes. Any other is left to `RowReader.read`, which alone decides what lines mean: what is read here
 * would come out the same there.
 */
export class FastRows {
  readonly #delimiter: number
  readonly #cells: CellReader
  readonly #how: Uint8Array
  /** Position of a column's number in `digits`. */
  readonly #numberOf: Uint8Array
  /** By first column. */
  readonly #runs: (CellRun<Field> | undefined)[] = []
  /** The run with all that the file says of a post, if it stands in adjacent columns. */
  readonly #postRun: CellRun<Field> | undefined
  /** Equal cells are one text in memory, whatever stands beside them. */
  readonly #texts = new Map<string, string>()
  /** What the line's cells mean, by column; behind them, blanks for fields that the file does not have. */
  readonly #found: Meaning[]
  readonly #at: Record<Field, number>
  /** Counts, and amounts without their point, by measure; NaN for a blank. */
  readonly #digits = new Float64Array(measureCount + 1).fill(Number.NaN)
  readonly #places = new Int32Array(measureCount + 1)

  constructor(columns: Columns, width: number, delimiter: string, cells: CellReader) {
    this.#delimiter = delimiter.charCodeAt(0)
    this.#cells = cells
    this.#how = new Uint8Array(width)
    this.#numberOf = new Uint8Array(width)
    this.#found = Array.from({ length: width }, () => '')
    for (const [field, at] of [...columns].sort(([, a], [, b]) => a - b))
      this.#addColumn(field, at, columns.has('post'))
    const said = ofPost.filter((field) => columns.has(field))
    this.#postRun = this.#runs.find((run) => run && said.every((field) => run.fields.includes(field as Field)))
    const at = fields.map((field) => [field, columns.get(field) ?? this.#found.push(field === 'status' ? 0 : '') - 1])
    this.#at = Object.fromEntries(at) as Record<Field, number>
  }

  #addColumn(field: string, at: number, withPost: boolean): void {
    const number = numbers.get(field)
    if (number !== undefined) {
      this.#how[at] = number < counts ? how.count : how.amount
      this.#numberOf[at] = number
    } else if (field === 'line_id' || field === 'reference') this.#how[at] = how.text
    else if (isField(field)) {
      this.#how[at] = how.seen
      const first = this.#runs.findLastIndex((run) => run !== undefined)
      const before = this.#runs[first]
      const joins = before !== undefined && first + before.fields.length === at
      if (joins && withPost && [...before.fields, field].every((name) => ofPost.includes(name))) before.extend(field)
      else this.#runs[at] = new CellRun(field, this.#delimiter, (name, text) => this.#meaning(name, text))
    } else this.#how[at] = how.blank
  }

  #meaning(field: Field, text: string): Meaning {
    try {
      if (field === 'date' || field === 'published') return text === '' ? '' : this.#cells.day(text)
      if (field === 'currency') return this.#cells.currency(text)
      if (field === 'status') return this.#cells.status(text)
    } catch (error) {
      if (error instanceof FaultyCell) return undefined
      throw error
    }
    const tidy = field === 'platform' ? tidyText(text).toLowerCase() : tidyText(text)
    if (field === 'post') return tidy
    if (this.#texts.size > textsMax) this.#texts.clear()
    return getOrAdd(this.#texts, tidy, () => tidy)
  }

  /**
   * Reads the line at `start`; a line feed ends it.
   * @returns where the next line starts, or -1 for an unusual line
   */
  read(bytes: Buffer, start: number): number {
    const width = this.#how.length
    let at = start
    for (let column = 0; column < width; at++) {
      const run = this.#runs[column]
      at = run ? this.#known(run, column, bytes, at) : this.#cell(column, bytes, at)
      column += run ? run.fields.length : 1
      if (at < 0 || (bytes[at] === this.#delimiter) === (column === width)) return -1
    }
    return bytes[at - 1] === carriageReturn ? at + 1 : at
  }

  #known(run: CellRun<Field>, column: number, bytes: Buffer, at: number): number {
    const end = run.read(bytes, at)
    if (end >= 0) for (let i = 0; i < run.fields.length; i++) this.#found[column + i] = run.last.meanings[i]
    return end
  }

  #cell(column: number, bytes: Buffer, at: number): number {
    switch (this.#how[column]) {
      case how.count:
        return this.#count(column, bytes, at)
      case how.amount:
        return this.#amount(column, bytes, at)
      case how.text:
        return this.#text(column, bytes, at)
      case how.blank:
        return endsCell(bytes, at, this.#delimiter) ? at : -1
      default:
        return this.#skip(bytes, at)
    }
  }

  #skip(bytes: Buffer, start: number): number {
    let at = start
    while (!endsCell(bytes, at, this.#delimiter)) at++
    return at
  }

  /** Printable ASCII without outer or double spaces: it needs no tidying. */
  #text(column: number, bytes: Buffer, start: number): number {
    let previous: number = space
    let at = start
    for (; !endsCell(bytes, at, this.#delimiter); at++) {
      const byte = bytes[at] as number
      if (byte < space || byte > tilde || (byte === space && previous === space)) return -1
      previous = byte
    }
    if (at > start && previous === space) return -1
    this.#found[column] = bytes.toString('latin1', start, at)
    return at
  }

  #count(column: number, bytes: Buffer, start: number): number {
    let value = 0
    let at = start
    for (; ; at++) {
      const digit = (bytes[at] as number) - zero
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
    }
    if (at - start > countDigitsMax || !endsCell(bytes, at, this.#delimiter)) return -1
    this.#digits[this.#numberOf[column] as number] = at === start ? Number.NaN : value
    return at
  }

  #amount(column: number, bytes: Buffer, start: number): number {
    const negative = bytes[start] === minus
    let value = 0
    let digits = 0
    let places = -1
    let at = negative ? start + 1 : start
    for (; ; at++) {
      const digit = (bytes[at] as number) - zero
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit
        digits++
        if (places >= 0) places++
      } else if (bytes[at] === point && places < 0) places = 0
      else break
    }
    if (digits > amountDigitsMax || (digits === 0 && at > start) || !endsCell(bytes, at, this.#delimiter)) return -1
    const number = this.#numberOf[column] as number
    this.#digits[number] = digits === 0 ? Number.NaN : negative && value > 0 ? -value : value
    this.#places[number] = Math.max(places, 0)
    return at
  }

  /** Ids that the line just read shares with others that say the same of a post; undefined if none do. */
  sharedIds(): RowIds | undefined {
    return this.#postRun?.last.ids
  }

  /** The result row of the line just read; null if it is unusual after all. */
  result(): ResultRow | null {
    const { date, published, campaign, creator, platform, post, currency } = this.#at
    const found = this.#found
    const money = found[currency] as string
    const revenue = this.#minor(revenueAt, money)
    const grossProfit = this.#minor(grossProfitAt, money)
    if (typeof found[date] !== 'number' || found[post] === '') return null
    if (revenue === undefined || grossProfit === undefined) return null
    return {
      day: found[date],
      campaign: found[campaign] as string,
      creator: found[creator] as string,
      platform: found[platform] as string,
      post: found[post] as string,
      published: found[published] === '' ? null : (found[published] as number),
      currency: money,
      followers: this.#number(0),
      impressions: this.#number(1),
      reach: this.#number(2),
      engagements: this.#number(3),
      comments: this.#number(4),
      saves: this.#number(5),
      shares: this.#number(6),
      clicks: this.#number(7),
      conversions: this.#number(8),
      revenue,
      grossProfit,
      contentScore: null,
      brandFit: null,
    }
  }

  /** The spend row of the line just read; null if it is unusual after all. */
  spend(): SpendFields | null {
    const { date, campaign, creator, platform, category, line_id, reference, status, currency } = this.#at
    const found = this.#found
    const money = found[currency] as string
    const amount = this.#minor(amountAt, money)
    if (typeof found[date] !== 'number' || money === '' || amount == null) return null
    return {
      day: found[date],
      campaign: found[campaign] as string,
      creator: found[creator] as string,
      platform: found[platform] as string,
      category: found[category] as string,
      lineId: found[line_id] as string,
      reference: found[reference] as string,
      status: found[status] as number,
      amount,
      currency: money,
      periodStart: noDay,
      periodDays: 0,
    }
  }

  #number(m: number): number | null {
    const value = this.#digits[m] as number
    return Number.isNaN(value) ? null : value
  }

  /** Minor units; undefined where the general reader must judge. */
  #minor(m: number, currency: string): number | null | undefined {
    const value = this.#digits[m] as number
    if (Number.isNaN(value)) return null
    const exponent = this.#cells.exponent(currency)
    const missing = exponent === undefined ? -1 : exponent - (this.#places[m] as number)
    if (missing < 0) return undefined
    let minor = value
    for (let n = 0; n < missing; n++) minor *= 10
    return minor
  }
}
