import { limits } from '../../contract/limits.ts'
import { Objective, TargetMetric } from '../../contract/report.ts'
import type { UploadKind } from '../../contract/upload.ts'
import type { Day } from '../calendar.ts'
import type { DirectoryRow } from '../ledger/directory.ts'
import { parseDecimal } from '../money/decimal.ts'
import { CellReader, FaultyCell } from './cells.ts'
import type { NameHasher } from './name-hasher.ts'
import { tidyText } from './normalise.ts'
import type { ProblemLog } from './problems.ts'
import type { Columns } from './row-reader.ts'
import type { RowSink } from './row-sink.ts'

/** Reads the records of creators, campaigns, aliases and fx files. */
export class DirectoryReader {
  readonly cells = new CellReader()
  readonly #kind: UploadKind
  readonly #columns: Columns
  readonly #headers: readonly string[]
  readonly #names: NameHasher
  readonly #problems: Pick<ProblemLog, 'add'>
  readonly #seen = new Map<string, number>()
  #field = ''

  constructor(input: {
    kind: UploadKind
    columns: Columns
    headers: readonly string[]
    names: NameHasher
    problems: Pick<ProblemLog, 'add'>
  }) {
    this.#kind = input.kind
    this.#columns = input.columns
    this.#headers = input.headers
    this.#names = input.names
    this.#problems = input.problems
  }

  read(line: number, cells: readonly string[], sink: RowSink): boolean {
    try {
      const row = this.#row(line, cells)
      this.#claim(line, row)
      sink.directory(row)
      return true
    } catch (error) {
      if (!(error instanceof FaultyCell)) throw error
      const at = this.#columns.get(this.#field)
      this.#problems.add({
        line,
        column: at === undefined ? this.#field : (this.#headers[at] ?? this.#field),
        found: at === undefined ? '' : (cells[at] ?? ''),
        ...error.fault,
      })
      return false
    }
  }

  #row(line: number, cells: readonly string[]): DirectoryRow {
    switch (this.#kind) {
      case 'creators':
        return {
          row: 'creator',
          line,
          creator: this.#name(cells, 'creator', 'creator'),
          platform: this.#text(cells, 'platform').toLowerCase(),
          followers: this.#count(cells, 'followers'),
          day: this.#day(cells, 'date'),
          niche: this.#text(cells, 'niche') || null,
          region: this.#text(cells, 'region') || null,
        }
      case 'campaigns':
        return this.#campaign(line, cells)
      case 'aliases': {
        const of = this.#oneOf(cells, 'kind', ['creator', 'campaign'] as const) ?? 'creator'
        const alias = this.#name(cells, 'alias', of)
        const name = this.#text(cells, 'name') === '' ? null : this.#name(cells, 'name', of)
        return { row: 'alias', line, of, alias, name }
      }
      default: {
        const day = this.#day(cells, 'date') ?? this.#missing('YYYY-MM-DD')
        const from = this.#currency(cells, 'from')
        return { row: 'fx', line, day, from, to: this.#quoted(cells, from), rate: this.#rate(cells) }
      }
    }
  }

  #campaign(line: number, cells: readonly string[]): DirectoryRow {
    const currency = this.cells.currency(this.#cell(cells, 'currency')) || null
    const budget = this.cells.amount(this.#cell(cells, 'budget'), currency ?? '')
    const [start, end] = [this.#day(cells, 'start'), this.#day(cells, 'end')]
    if (start !== null && end !== null && end < start) {
      throw new FaultyCell({
        code: 'period-incomplete',
        expected: 'a last day not before the first',
        message: `Campaign on line ${line} ends before it starts. Exchange the dates.`,
      })
    }
    const given = TargetMetric.options
      .map((metric) => [metric, this.#decimal(cells, `target_${metric}`)] as const)
      .filter(([, value]) => value !== null)
    return {
      row: 'campaign',
      line,
      campaign: this.#name(cells, 'campaign', 'campaign'),
      brand: this.#text(cells, 'brand') || null,
      objective: this.#oneOf(cells, 'objective', Objective.options),
      start,
      end,
      budgetMinor: budget,
      currency,
      margin: this.#margin(cells),
      targetNiche: this.#text(cells, 'target_niche') || null,
      brief: this.#text(cells, 'brief') || null,
      targets: Object.fromEntries(given) as Record<string, string>,
    }
  }

  /** What a line is about may stand once in a file, or it would depend on the order of lines. */
  #claim(line: number, row: DirectoryRow): void {
    const key = subjectOf(row)
    const first = this.#seen.get(key)
    if (first === undefined) {
      this.#seen.set(key, line)
      return
    }
    throw new FaultyCell({
      code: 'row-repeated',
      expected: 'one line for each',
      message: `Line ${first} already says this of the same entry. Leave one of the two out.`,
    })
  }

  #cell(cells: readonly string[], field: string): string {
    this.#field = field
    return cells[this.#columns.get(field) ?? -1] ?? ''
  }

  #text(cells: readonly string[], field: string): string {
    const text = tidyText(this.#cell(cells, field))
    if (text.length > limits.textCharsMax) {
      throw new FaultyCell({
        code: 'out-of-range',
        expected: `at most ${limits.textCharsMax} characters`,
        message: `This text has ${text.length} characters; shorten it to ${limits.textCharsMax}.`,
      })
    }
    return text
  }

  #name(cells: readonly string[], field: string, kind: 'creator' | 'campaign'): number {
    return this.#names.id(kind, this.#text(cells, field)) || this.#missing('a name')
  }

  #day(cells: readonly string[], field: string): Day | null {
    const cell = this.#cell(cells, field)
    return cell.trim() === '' ? null : this.cells.day(cell)
  }

  #count(cells: readonly string[], field: string): number | null {
    const count = this.cells.count(this.#cell(cells, field))
    if (count !== null && (count < 0 || count > limits.countMax)) {
      throw new FaultyCell({
        code: 'out-of-range',
        expected: 'a count that is not negative',
        message: `${count} cannot be a count.`,
      })
    }
    return count
  }

  #currency(cells: readonly string[], field: string): string {
    return this.cells.currency(this.#cell(cells, field)) || this.#missing('an ISO 4217 code such as USD')
  }

  #quoted(cells: readonly string[], from: string): string {
    const to = this.#currency(cells, 'to')
    if (to !== from) return to
    throw new FaultyCell({
      code: 'rate-of-itself',
      expected: `a currency other than ${from}`,
      message: `This rate is from ${from} to ${from}; a currency needs no rate to itself. Correct one of the two, or leave the line out.`,
    })
  }

  #rate(cells: readonly string[]): string {
    const text = this.#decimal(cells, 'rate') ?? this.#missing('a number such as 1.0842')
    if ((parseDecimal(text)?.units ?? 0n) > 0n) return text
    throw new FaultyCell({
      code: 'rate-not-positive',
      expected: 'a number above 0',
      message: `A rate of ${text} cannot convert anything. Write how many of the second currency one of the first is worth.`,
    })
  }

  #margin(cells: readonly string[]): string | null {
    const text = this.#decimal(cells, 'margin')
    if (text === null || (Number(text) >= 0 && Number(text) <= 1)) return text
    throw new FaultyCell({
      code: 'margin-out-of-range',
      expected: 'a fraction from 0 to 1',
      message: `A margin is a fraction: write 0.45 for 45 percent.`,
    })
  }

  #decimal(cells: readonly string[], field: string): string | null {
    const text = this.#cell(cells, field).trim()
    if (text === '') return null
    if (text.length <= 30 && parseDecimal(text)) return text
    throw new FaultyCell({
      code: 'number-unreadable',
      expected: 'digits with a decimal point',
      message: `“${text}” is not a number. Write it like 0.45.`,
    })
  }

  #oneOf<T extends string>(cells: readonly string[], field: string, options: readonly T[]): T | null {
    const text = this.#cell(cells, field).trim().toLowerCase()
    if (text === '') return null
    const found = options.find((option) => option === text)
    if (found) return found
    throw new FaultyCell({
      code: 'value-unknown',
      expected: options.join(', '),
      message: `“${text}” is none of ${options.join(', ')}.`,
    })
  }

  #missing(expected: string): never {
    throw new FaultyCell({
      code: 'cell-missing',
      expected,
      message: `This line needs a value for ${this.#field}; the cell is empty.`,
    })
  }
}

function subjectOf(row: DirectoryRow): string {
  switch (row.row) {
    case 'creator':
      return `${row.creator}|${row.platform}|${row.day}`
    case 'campaign':
      return `${row.campaign}`
    case 'alias':
      return `${row.of}|${row.alias}`
    case 'fx':
      return `${row.day}|${row.from}|${row.to}`
  }
}
