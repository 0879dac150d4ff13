import type { UploadId } from '../../contract/ids.ts'
import type { Problem } from '../../contract/problem.ts'
import { type Day, formatDay } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import { rateText } from '../money/rate-text.ts'
import type { Factor, Rates } from '../money/rates.ts'
import type { Block } from './block.ts'

/** Rows converted at the rate of an earlier day, on how many days, and the first such day with the rate it takes. */
export type EarlierRates = {
  rows: number
  days: number
  first: { from: string; to: string; day: string; rateDay: string; rate: string }
}

type Missing = { currency: string; day: Day; rows: number; filename: string; line: number }

/** Which rows in other currencies find no rate for their day, and how many take that of an earlier day. */
export class RateUse {
  readonly #rates: Rates
  readonly #reporting: string
  readonly #missing = new Map<string, Missing>()
  /** A row that is spread stands in each of its months. */
  readonly #spread = new Set<string>()
  readonly #earlier = new Map<string, { currency: string; day: Day; factor: Factor }>()
  #earlierRows = 0

  constructor(rates: Rates, reporting: string) {
    this.#rates = rates
    this.#reporting = reporting
  }

  add({ id, filename }: { id: UploadId; filename: string }, blocks: readonly Block[]): void {
    for (const { currencies, results, spends } of blocks) {
      if (currencies.every((currency) => currency === this.#reporting)) continue
      for (let i = 0; i < results.count; i++)
        this.#use(currencies[results.currency[i] as number], results.day[i] as Day, filename, results.line[i] as number)
      for (let i = 0; i < spends.count; i++) {
        const line = spends.line[i] as number
        if (spends.periodDays[i] !== 0) {
          const key = `${id} ${line}`
          if (this.#spread.has(key)) continue
          this.#spread.add(key)
        }
        this.#use(currencies[spends.currency[i] as number], spends.day[i] as Day, filename, line)
      }
    }
  }

  #use(currency: string | undefined, day: Day, filename: string, line: number): void {
    if (currency === undefined || currency === this.#reporting) return
    const factor = this.#rates.factor(currency, this.#reporting, day)
    if (!factor) {
      const none = getOrAdd(this.#missing, `${currency} ${day}`, () => ({ currency, day, rows: 0, filename, line }))
      none.rows++
    } else if (factor.day < day) {
      this.#earlierRows++
      getOrAdd(this.#earlier, `${currency} ${day}`, () => ({ currency, day, factor }))
    }
  }

  /** Null where every row finds the rate of its own day. */
  earlier(): EarlierRates | null {
    const all = [...this.#earlier.values()]
    const [first] = all.sort((a, b) => a.day - b.day || (a.currency < b.currency ? -1 : 1))
    if (!first) return null
    const { currency, day, factor } = first
    const to = this.#reporting
    const rate = rateText(factor, currency, to)
    return {
      rows: this.#earlierRows,
      days: new Set(all.map((use) => use.day)).size,
      first: { from: currency, to, day: formatDay(day), rateDay: formatDay(factor.day), rate },
    }
  }

  /** One for each currency and day without a rate, in order of the days. */
  problems(): Problem[] {
    return [...this.#missing.values()]
      .sort((a, b) => a.day - b.day || (a.currency < b.currency ? -1 : 1))
      .map(({ currency, day, rows, filename, line }) => ({
        line: 0,
        column: 'currency',
        found: `${currency} on ${formatDay(day)}`,
        expected: `a rate from ${currency} to ${this.#reporting} of that day or the seven before`,
        code: 'no-rate',
        message: `There is no exchange rate from ${currency} to ${this.#reporting} for ${formatDay(day)} or the seven days before: ${rows} ${rows === 1 ? 'row needs' : 'rows need'} it, the first on line ${line} of ${filename}. Upload a file of exchange rates with it, then try again.`,
      }))
  }
}
