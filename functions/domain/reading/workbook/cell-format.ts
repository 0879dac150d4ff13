import { type FormatCode, readFormatCode } from './format-code.ts'
import { currenciesOfFormat } from './format-currency.ts'
import { isTimeOnly, showsDate } from './format-dates.ts'

/** How a number of the file is to be taken, by its format. */
export type CellFormat =
  | { shows: 'date' | 'time' | 'elapsed' }
  | { shows: 'number'; percent: boolean; currencies: readonly string[] | undefined; zeros: number }

export const generalFormat: CellFormat = { shows: 'number', percent: false, currencies: undefined, zeros: 0 }

/** Reads a format's own code, such as `[$-409]d/m/yyyy` or `"€"#,##0.00`. */
export function formatOfCode(code: string): CellFormat {
  const read = readFormatCode(code)
  if (read.elapsed) return { shows: 'elapsed' }
  if (showsDate(read.pattern)) return { shows: 'date' }
  if (isTimeOnly(read.pattern)) return { shows: 'time' }
  return numberFormat(read)
}

function numberFormat(code: FormatCode): CellFormat {
  const percent = code.pattern.includes('%')
  // `00000` makes an identifier of a number: 123 is shown, and meant, as 00123.
  const zeros = /^0{2,30}$/.test(code.pattern.trim()) && code.literal.trim() === '' ? code.pattern.trim().length : 0
  return { shows: 'number', percent, currencies: currenciesOfFormat(code), zeros }
}

const [dates, times] = [new Set([14, 15, 16, 17, 22]), new Set([18, 19, 20, 21, 45, 47])]

/**
 * Reads a format that stands in the file by its number alone (ECMA-376 Part 1, 18.8.30). Those of money, such as 5 and
 * 44, show the currency of the country where the file is opened, so they say nothing of the file's.
 */
export function formatOfId(id: number): CellFormat {
  // Dates of East Asian languages.
  if (dates.has(id) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58) {
    return { shows: 'date' }
  }
  if (times.has(id) || (id >= 32 && id <= 35) || id === 55 || id === 56) return { shows: 'time' }
  if (id === 46) return { shows: 'elapsed' }
  return id === 9 || id === 10 ? { shows: 'number', percent: true, currencies: undefined, zeros: 0 } : generalFormat
}
