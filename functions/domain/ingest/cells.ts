import { limits } from '../../contract/limits.ts'
import { type Day, parseDay } from '../calendar.ts'
import { scoreScale, spendStatuses } from '../ledger/measures.ts'
import { currencyExponent } from '../money/currency.ts'
import { parseAmount } from '../money/parse-amount.ts'
import { PlainNumber } from '../money/plain-number.ts'
import { remember } from '../remember.ts'

/** Why a cell could not be read: what was expected, and how to mend it. */
export type CellFault = { code: string; expected: string; message: string }

export class FaultyCell extends Error {
  readonly fault: CellFault
  constructor(fault: CellFault) {
    super(fault.message)
    this.fault = fault
  }
}

const fault = (code: string, expected: string, message: string): never => {
  throw new FaultyCell({ code, expected, message })
}

const daysKeptMax = 100_000

/** Reads cells of one file, remembering those that repeat. `noisy` counts amounts that were rounded to 15 digits. */
export class CellReader {
  noisy = 0
  readonly day = remember(readDay, daysKeptMax)
  readonly #plain = new PlainNumber()
  readonly #exponents = new Map<string, number>()

  /** A whole number, perhaps with `.0` or `.00` behind it; null for a blank. Three noughts would be a German thousand. */
  count(cell: string): number | null {
    if (this.#plain.scan(cell) && this.#plain.mark === 0) return this.#plain.value
    const text = cell.trim()
    if (text === '') return null
    if (!/^[+-]?\d{1,15}(\.0{0,2})?$/.test(text))
      fault(
        'not-a-whole-number',
        'a whole number, digits only',
        `“${cell}” is not a whole number. Write digits only, without spaces, commas or units.`,
      )
    const value = Number(text)
    return value === 0 ? 0 : value
  }

  /** ISO code in capitals; '' for a blank. */
  currency(cell: string): string {
    if (this.#exponents.has(cell)) return cell
    const code = cell.trim().toUpperCase()
    if (code === '') return ''
    const exponent = currencyExponent(code)
    if (exponent === undefined)
      fault(
        'currency-unknown',
        'an ISO 4217 code such as USD',
        `“${cell}” is not a currency code. Write three letters such as USD, EUR or JPY.`,
      )
    this.#exponents.set(code, exponent as number)
    return code
  }

  /** Decimal places of a currency that a cell of the file has named. */
  exponent(currency: string): number | undefined {
    return this.#exponents.get(currency)
  }

  /** Minor units; null for a blank. */
  amount(cell: string, currency: string): number | null {
    const text = cell.trim()
    if (text === '') return null
    if (currency === '')
      fault(
        'currency-missing',
        'an ISO 4217 code such as USD',
        `There is an amount (${cell}) but no currency. Fill in the currency column.`,
      )
    const exponent = this.#exponents.get(currency) ?? 2
    const reading = parseAmount(text, exponent)
    if (reading.ok) {
      if (reading.noisy) this.noisy++
      return reading.minor
    }
    switch (reading.reason) {
      case 'too-many-decimals':
        return fault(
          'too-many-decimals',
          `at most ${exponent} decimals`,
          `“${cell}” has more decimals than ${currency} has (${exponent}). Round it, or write it without a thousands separator.`,
        )
      case 'too-large':
        return fault(
          'amount-too-large',
          'an amount below a million million',
          `“${cell}” is larger than any amount we accept. Check the decimal point.`,
        )
      case 'not-a-number':
        return fault(
          'amount-unreadable',
          'digits with a decimal point',
          `“${cell}” is not an amount. Write it like 1234.56, without currency signs, spaces or thousands separators.`,
        )
    }
  }

  /** Hundredths; null for a blank. */
  score(cell: string): number | null {
    const text = cell.trim()
    if (text === '') return null
    const reading = parseAmount(text, String(scoreScale).length - 1)
    if (!reading.ok)
      return fault(
        'score-unreadable',
        'a number from 0 to 100',
        `“${cell}” is not a score. Write a number from 0 to 100 with at most two decimals.`,
      )
    return reading.minor
  }

  /** Position in `spendStatuses`. */
  status(cell: string): number {
    const at = spendStatuses.indexOf(cell.trim().toLowerCase() as '')
    if (at < 0)
      fault(
        'status-unknown',
        'committed, invoiced, paid or blank',
        `“${cell}” is not a status. Write committed, invoiced or paid, or leave it blank.`,
      )
    return at
  }
}

function readDay(cell: string): Day {
  const day =
    parseDay(cell.trim()) ??
    fault(
      'date-unreadable',
      'YYYY-MM-DD',
      `“${cell}” is not a date of the form 2026-03-14. Write year, month and day like that.`,
    )
  const [min, max] = [parseDay(limits.dateMin) as Day, parseDay(limits.dateMax) as Day]
  if (day < min || day > max) {
    fault(
      'date-out-of-range',
      `${limits.dateMin} to ${limits.dateMax}`,
      `${cell} lies outside ${limits.dateMin} to ${limits.dateMax}. Check the year.`,
    )
  }
  return day
}
