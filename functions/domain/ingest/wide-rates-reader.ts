import { currencyExponent } from '../money/currency.ts'
import { parseDecimal } from '../money/decimal.ts'
import { CellReader, FaultyCell } from './cells.ts'
import { fieldOfHeader } from './kinds.ts'
import { tidyText } from './normalise.ts'
import type { ProblemLog } from './problems.ts'
import type { RowSink } from './row-sink.ts'

/** What each column of the European Central Bank's tables is quoted against. */
const base = 'EUR'
const none = /^(n\/a|-)?$/i

/** Columns of a table of rates: one day a line, one currency a column. */
export type WideRates = {
  headers: string[]
  date: number
  currencies: { at: number; code: string }[]
  /** Columns of currencies that ISO 4217 does not list any more: nothing can be in them. */
  ignored: string[]
}

/**
 * The European Central Bank's table (`Date,USD,JPY,…,`), told by its header: a date first, then nothing but codes of
 * three capitals, each once. Undefined for any other header.
 */
export function matchWideRates(cells: readonly string[]): WideRates | undefined {
  const headers = cells.map(tidyText)
  const codes = headers.slice(1).filter((header) => header !== '')
  const dated = fieldOfHeader('fx', headers[0] ?? '')?.name === 'date'
  if (!dated || codes.length === 0 || new Set(codes).size < codes.length) return undefined
  if (!codes.every((code) => /^[A-Z]{3}$/.test(code))) return undefined
  const columns = headers.map((code, at) => ({ code, at })).filter(({ code, at }) => at > 0 && code !== '')
  const isQuoted = (code: string): boolean => code !== base && currencyExponent(code) !== undefined
  return {
    headers,
    date: 0,
    currencies: columns.filter(({ code }) => isQuoted(code)),
    ignored: columns.filter(({ code }) => !isQuoted(code)).map(({ code }) => code),
  }
}

/** Transposes such a table: each cell is the rate from EUR to its column's currency; `N/A` and blanks are none. */
export class WideRatesReader {
  readonly cells = new CellReader()
  readonly #columns: WideRates
  readonly #problems: ProblemLog
  readonly #seen = new Map<number, number>()

  constructor({ columns, problems }: { columns: WideRates; problems: ProblemLog }) {
    this.#columns = columns
    this.#problems = problems
  }

  read(line: number, cells: readonly string[], sink: RowSink): boolean {
    let at = this.#columns.date
    try {
      const day = this.cells.day(cells[at] ?? '')
      this.#claim(line, day)
      const rates = this.#columns.currencies.flatMap((column) => {
        at = column.at
        const text = (cells[at] ?? '').trim()
        return none.test(text) ? [] : [{ to: column.code, rate: readRate(text) }]
      })
      for (const { to, rate } of rates) sink.directory({ row: 'fx', line, day, from: base, to, rate })
      return true
    } catch (error) {
      if (!(error instanceof FaultyCell)) throw error
      this.#problems.add({
        line,
        column: this.#columns.headers[at] ?? '',
        found: cells[at] ?? '',
        ...error.fault,
      })
      return false
    }
  }

  #claim(line: number, day: number): void {
    const first = this.#seen.get(day)
    if (first !== undefined) {
      throw new FaultyCell({
        code: 'row-repeated',
        expected: 'one line for each day',
        message: `Line ${first} already has the rates of this day. Leave one of the two out.`,
      })
    }
    this.#seen.set(day, line)
  }
}

function readRate(text: string): string {
  const decimal = text.length <= 30 ? parseDecimal(text) : undefined
  if (!decimal) {
    throw new FaultyCell({
      code: 'number-unreadable',
      expected: 'digits with a decimal point, or N/A',
      message: `“${text}” is not a rate. Write it like 1.0842, or N/A where there is none.`,
    })
  }
  if (decimal.units > 0n) return text
  throw new FaultyCell({
    code: 'rate-not-positive',
    expected: 'a number above 0',
    message: `A rate of ${text} cannot convert anything. Write how many of the column's currency one euro is worth.`,
  })
}
