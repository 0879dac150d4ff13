import { currenciesOfMark } from '../columns/currency-marks.ts'
import type { FormatCode } from './format-code.ts'

/** Marks that more than one country has, by the language that Excel writes beside them (MS-LCID). */
const ofLanguage: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  $: {
    1033: 'USD',
    4105: 'CAD',
    3084: 'CAD',
    3081: 'AUD',
    5129: 'NZD',
    18441: 'SGD',
    3076: 'HKD',
    1028: 'TWD',
    2058: 'MXN',
    13322: 'CLP',
    9226: 'COP',
    11274: 'ARS',
  },
  '¥': { 1041: 'JPY', 2052: 'CNY' },
  '￥': { 1041: 'JPY', 2052: 'CNY' },
  kr: { 1053: 'SEK', 1044: 'NOK', 2068: 'NOK', 1030: 'DKK', 1039: 'ISK' },
  Rs: { 16393: 'INR', 1056: 'PKR' },
}

/** Currencies that a number format shows beside its amounts, the likeliest first; undefined where it shows none. */
export function currenciesOfFormat({ money, literal }: FormatCode): readonly string[] | undefined {
  if (money) {
    const mark = trimmed(money.mark)
    const code = ofLanguage[mark]?.[money.language]
    return code === undefined ? currenciesOfMark(mark) : [code]
  }
  for (const word of literal.split(/[\s()\d-]+/u)) {
    const mark = trimmed(word)
    const currencies = isUnit(mark) ? undefined : currenciesOfMark(mark)
    if (currencies) return currencies
  }
  return undefined
}

/** Letters in small are units (`m`, `pcs`, `all`) far oftener than currencies. */
const isUnit = (mark: string): boolean => mark === '' || /^[a-z]$|^[a-z]{3}$/.test(mark)

const trimmed = (mark: string): string => mark.trim().replace(/\.+$/, '')
