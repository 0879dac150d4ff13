import type { NumberParts } from './number-text.ts'

/** Which mark stands before the decimals. */
export type DecimalMark = '.' | ','

/** Digits without leading zeros that matter to nobody, and how many of them stand behind the point. */
export type Digits = { digits: string; places: number }

const withPoint = /^(?:(\d+)|(\d{1,3}(?:([,' ])\d{3})(?:\3\d{3})*)|(\d{1,2}(?:,\d{2})+,\d{3}))?(?:\.(\d+))?$/
const withComma = /^(?:(\d+)|(\d{1,3}(?:([.' ])\d{3})(?:\3\d{3})*))?(?:,(\d+))?$/

/** The digits of a body if `mark` is its decimal mark; undefined if the body cannot be so. */
export function readBody(body: string, mark: DecimalMark): Digits | undefined {
  const match = (mark === '.' ? withPoint : withComma).exec(body)
  if (!match) return undefined
  const grouped = match[2] ?? (mark === '.' ? match[4] : undefined)
  // `0,123` is no thousand: whoever groups digits starts with another digit than 0.
  if (grouped?.startsWith('0')) return undefined
  const fraction = (mark === '.' ? match[5] : match[4]) ?? ''
  const whole = grouped === undefined ? (match[1] ?? '') : grouped.replace(/\D/g, '')
  return { digits: whole + fraction, places: fraction.length }
}

/** The digits of a number if `mark` is its decimal mark, its units moved into them. */
export function readParts(parts: NumberParts, mark: DecimalMark): Digits | undefined {
  if (parts.noCents !== '' && parts.noCents !== mark) return undefined
  // Spreadsheets write one digit before the mark of a power of ten, so that mark is never one of thousands.
  if (parts.scientific && /^\d[.,]/.test(parts.body) && parts.body[1] !== mark) return undefined
  const read = readBody(parts.body, mark)
  if (!read || parts.power === 0) return read
  const places = read.places - parts.power
  return places >= 0 ? { digits: read.digits, places } : { digits: read.digits + '0'.repeat(-places), places: 0 }
}
