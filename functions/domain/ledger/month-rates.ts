import { CodedError } from '../../contract/problem.ts'
import { type Day, formatDay } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import { convertAmount, type Rates } from '../money/rates.ts'
import { digestOf } from './codec/digest.ts'

/** Currencies and days whose factors a fold used, and a digest of those factors. */
export type RateInputs = { uses: [string, Day[]][]; digest: string }

/** Converts for one month's fold, and remembers by which factors: they are inputs of its rollup. */
export class MonthRates {
  readonly #rates: Rates
  readonly #reporting: string
  readonly #uses = new Map<string, Set<Day>>()

  constructor(rates: Rates, reporting: string) {
    this.#rates = rates
    this.#reporting = reporting
  }

  readonly convert = (minor: number, currency: string, day: Day): number => {
    if (currency === this.#reporting) return minor
    const factor = this.#rates.factor(currency, this.#reporting, day)
    if (!factor) {
      throw new CodedError(
        'fx-rate-in-use',
        `Rows in ${currency} on ${formatDay(day)} need a rate to ${this.#reporting} that would be gone. Keep the rate, or revert those rows first.`,
      )
    }
    const days = getOrAdd(this.#uses, currency, () => new Set())
    days.add(day)
    return convertAmount(minor, factor)
  }

  inputs(): RateInputs {
    const uses = [...this.#uses]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, days]): [string, Day[]] => [currency, [...days].sort((a, b) => a - b)])
    return { uses, digest: digestRates(this.#rates, this.#reporting, uses) }
  }
}

/** Digest of the factors of some uses; tells whether other rates would fold differently. */
export function digestRates(rates: Rates, reporting: string, uses: readonly [string, Day[]][]): string {
  if (uses.length === 0) return ''
  const factors = uses.map(([currency, days]) =>
    days.map((day) => {
      const factor = rates.factor(currency, reporting, day)
      return factor ? `${currency} ${day} ${factor.numerator}/${factor.denominator}` : `${currency} ${day} none`
    }),
  )
  return digestOf(factors.flat().join('\n'))
}
