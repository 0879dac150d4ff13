import { type Decimal, parseDecimal } from '../money/decimal.ts'

/** Reads an amount by the convention that its column may follow; undefined where the text is none by it. */
export type ReadNumber = (text: string, column: number) => Decimal | undefined

const marks = /\p{Sc}|\p{L}+\.?|[\s\u00a0\u202f'’]/gu
/** Thousands, millions and powers of ten are no plain amounts, and no percentages are added up. */
const scaled = /\d\s*(?:[kKmMhHeE]|mn|mio|tsd)\b|%/
const byPoint = /^\d{1,3}(?:(?:,\d{2,3})*,\d{3})?(?:\.\d*)?$|^\d*\.?\d+$/
const byComma = /^\d{1,3}(?:\.\d{3})*(?:,\d*)?$|^\d*,?\d+$/

function readerOf(point: '.' | ','): ReadNumber {
  const group = point === '.' ? ',' : '.'
  const shape = point === '.' ? byPoint : byComma
  return (text) => {
    if (text.length > 40) return undefined
    const usual = readUsual(text, point)
    if (usual) return usual
    if (scaled.test(text)) return undefined
    const bare = text.replace(marks, '').replaceAll('−', '-')
    const sign = /^\((.*)\)$|^-(.*)$|^(.*)-$/.exec(bare)
    const size = (sign ? (sign[1] ?? sign[2] ?? sign[3] ?? '') : bare).replace(/^\+/, '')
    if (!shape.test(size)) return undefined
    const plain = size.replaceAll(group, '').replace(point, '.')
    return parseDecimal(sign ? `-${plain}` : plain)
  }
}

/** Digits with at most one point, as most amounts are: the same as below without a pattern. */
function readUsual(text: string, point: string): Decimal | undefined {
  if (text.length > 16) return undefined
  let units = 0
  let exponent = -1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) {
      units = units * 10 + code - 48
      if (exponent >= 0) exponent++
    } else if (exponent < 0 && at > 0 && text[at] === point) exponent = 0
    else return undefined
  }
  return text.length === 0 || !Number.isSafeInteger(units)
    ? undefined
    : { units: BigInt(units), exponent: Math.max(exponent, 0) }
}

/** `1,234.56` and `1.234,56`: what a number may mean before its column is understood. */
export const guessedReadings: readonly ReadNumber[] = [readerOf('.'), readerOf(',')]
