import type { TrialLine } from '../../contract/trial-balance.ts'
import { type Day, daysIn, firstDayOf, formatDay, formatMonth, type MonthIndex } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import { divideHalfEven } from '../money/decimal.ts'
import { rateText } from '../money/rate-text.ts'
import { convertAmount, type Factor, type Rates } from '../money/rates.ts'
import { exactSum } from './exact-sum.ts'
import type { CountedMoney } from './fold-month.ts'

type Account = Pick<TrialLine, 'measure' | 'currency' | 'rows'> & {
  ownMinor: number
  convertedMinor: number
  /** Sum of own amounts by the day whose rate converted them. */
  byDay: Map<Day, number>
}

/** The money that counts in one month, by measure and original currency. */
export class TrialMonth {
  readonly #month: MonthIndex
  readonly #accounts = new Map<string, Account>()

  constructor(month: MonthIndex) {
    this.#month = month
  }

  readonly add = ({ measure, currency, day, ownMinor, convertedMinor }: CountedMoney): void => {
    const account = getOrAdd(this.#accounts, `${measure} ${currency}`, () => ({
      measure,
      currency,
      rows: 0,
      ownMinor: 0,
      convertedMinor: 0,
      byDay: new Map(),
    }))
    account.rows++
    account.ownMinor = exactSum(account.ownMinor + ownMinor, `${measure} in ${currency}`)
    account.convertedMinor = exactSum(account.convertedMinor + convertedMinor, `${measure} in ${currency}, converted`)
    account.byDay.set(day, (account.byDay.get(day) ?? 0) + ownMinor)
  }

  /** Spend first, then by currency. */
  lines(rates: Rates, reporting: string): TrialLine[] {
    const rank = ({ measure, currency }: Account): string => `${measure === 'spend' ? 0 : 1} ${currency}`
    return [...this.#accounts.values()]
      .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
      .map((account) => this.#line(account, rates, reporting))
  }

  #line(account: Account, rates: Rates, reporting: string): TrialLine {
    const { measure, currency, rows, ownMinor, convertedMinor } = account
    const factorOf = (day: Day): Factor => {
      if (currency === reporting) return { numerator: 1n, denominator: 1n, day }
      const factor = rates.factor(currency, reporting, day)
      if (!factor) throw new Error(`rows in ${currency} on ${formatDay(day)} count without a rate`)
      return factor
    }
    const monthFactor = this.#monthFactor(account, rates, reporting) ?? factorOf(Math.max(...account.byDay.keys()))
    const atMonthRateMinor = convertAmount(ownMinor, monthFactor)
    const exactMinor = exactProduct(account.byDay, factorOf)
    return {
      month: formatMonth(this.#month),
      measure,
      currency,
      rows,
      ownMinor,
      rate: rateText(monthFactor, currency, reporting),
      rateDay: currency === reporting ? null : formatDay(monthFactor.day),
      atMonthRateMinor,
      fxMinor: exactMinor - atMonthRateMinor,
      roundingMinor: convertedMinor - exactMinor,
      reportingMinor: convertedMinor,
    }
  }

  /** The rate in force on the last day of the month; none where rates end earlier. */
  #monthFactor({ currency }: Account, rates: Rates, reporting: string): Factor | undefined {
    const last = firstDayOf(this.#month) + daysIn(this.#month) - 1
    if (currency === reporting) return { numerator: 1n, denominator: 1n, day: last }
    return rates.factor(currency, reporting, last)
  }
}

/** Each day's amounts at that day's rate, added up as fractions and rounded once, half to even. */
function exactProduct(byDay: ReadonlyMap<Day, number>, factorOf: (day: Day) => Factor): number {
  let [over, under] = [0n, 1n]
  for (const [day, minor] of byDay) {
    const { numerator, denominator } = factorOf(day)
    over = over * denominator + BigInt(minor) * numerator * under
    under *= denominator
    const common = greatestCommonDivisor(over < 0n ? -over : over, under)
    over /= common
    under /= common
  }
  return Number(divideHalfEven(over, under))
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? 1n : x
}
