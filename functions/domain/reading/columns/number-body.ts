import type { NumberParts } from './number-text.ts'

/** Which mark stands before the decimals. */
export type DecimalMark = '.' | ','

/** Digits without leading zeros that matter to nobody, and how many of them stand behind the point. */
export type Digits = { digits: string; places: number }

const patterns: Record<DecimalMark, RegExp> = {
  '.': /^(?:(\d+)|(\d{1,3}(?:([,' ])\d{3})(?:\3\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}))?(?:\.(\d+))?$/,
  ',': /^(?:(\d+)|(\d{1,3}(?:([.' ])\d{3})(?:\3\d{3})*))?(?:,(\d+))?$/,
}

export const otherMark = { '.': ',', ',': '.' } as const

/** The digits of a body if `mark` is its decimal mark; undefined if the body cannot be so. */
export function readBody(body: string, mark: DecimalMark): Digits | undefined {
  const match = patterns[mark].exec(body)
  if (!match) return undefined
  const [, plain = '', grouped, , fraction = ''] = match
  // `0,123` is no thousand: whoever groups digits starts with another digit than 0.
  if (grouped?.startsWith('0')) return undefined
  const whole = grouped?.replace(/\D/g, '') ?? plain
  return { digits: whole + fraction, places: fraction.length }
}

/** The digits of a number if `mark` is its decimal mark, its units moved into them. */
export function readParts(parts: NumberParts, mark: DecimalMark): Digits | undefined {
  const other = otherMark[mark]
  if (parts.noCents === other) return undefined
  // Spreadsheets write one digit before the mark of a power of ten, so that mark is never one of thousands.
  if (parts.scientific && parts.body[1] === other) return undefined
  const read = readBody(parts.body, mark)
  return read && movePoint(read, parts.power)
}

/** Times ten to the power. */
export function movePoint({ digits, places }: Digits, power: number): Digits {
  const moved = places - power
  return { digits: digits + '0'.repeat(Math.max(-moved, 0)), places: Math.max(moved, 0) }
}
