import { currencyExponent } from './currency.ts'
import { divideHalfEven } from './decimal.ts'
import type { Factor } from './rates.ts'

const rateDecimals = 10

/** The factor between minor units as a rate between whole units. */
export function rateText({ numerator, denominator }: Factor, from: string, to: string): string {
  const shift = (currencyExponent(from) ?? 2) - (currencyExponent(to) ?? 2)
  const scale = 10n ** BigInt(rateDecimals)
  const [over, under] =
    shift >= 0 ? [numerator * 10n ** BigInt(shift), denominator] : [numerator, denominator * 10n ** BigInt(-shift)]
  const digits = divideHalfEven(over * scale, under)
    .toString()
    .padStart(rateDecimals + 1, '0')
  const text = `${digits.slice(0, -rateDecimals)}.${digits.slice(-rateDecimals)}`
  return text.replace(/\.?0+$/, '')
}
