import { type Decimal, parseDecimal } from '../money/decimal.ts'

/** Reads an amount by the convention that its column may follow; undefined where the text is none by it. */
export type ReadNumber = (text: string, column: number) => Decimal | undefined

const marks = /\p{Sc}|[A-Za-z]{2,3}\.?|[\s\u00a0\u202f'’]/gu
const grouped = {
  ',': /^\d{1,3}(?:,\d{2,3})*(?:\.\d*)?$|^\d*\.?\d+$/,
  '.': /^\d{1,3}(?:\.\d{2,3})*(?:,\d*)?$|^\d*,?\d+$/,
}

function readerOf(group: ',' | '.'): ReadNumber {
  return (text) => {
    if (text.length > 40) return undefined
    if (/^\d+$/.test(text)) return { units: BigInt(text), exponent: 0 }
    const bare = text.replace(marks, '').replaceAll('−', '-')
    const sign = /^\((.*)\)$|^-(.*)$|^(.*)-$/.exec(bare)
    const size = (sign ? (sign[1] ?? sign[2] ?? sign[3] ?? '') : bare).replace(/^\+/, '')
    if (!grouped[group].test(size)) return undefined
    const plain = group === ',' ? size.replaceAll(',', '') : size.replaceAll('.', '').replace(',', '.')
    return parseDecimal(sign ? `-${plain}` : plain)
  }
}

/** `1,234.56` and `1.234,56`: what a number may mean before its column is understood. */
export const guessedReadings: readonly ReadNumber[] = [readerOf(','), readerOf('.')]
