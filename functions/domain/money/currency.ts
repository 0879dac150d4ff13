import { data } from 'currency-codes'

const digits = new Map(data.map((entry) => [entry.code, entry.digits]))

/** Decimal places of an ISO 4217 currency (JPY 0, USD 2, KWD 3); undefined for a code that ISO does not list. */
export function currencyExponent(code: string): number | undefined {
  return digits.get(code)
}
