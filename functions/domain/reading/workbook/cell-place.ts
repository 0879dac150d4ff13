/** The column, counted from 0, and the row, counted from 1, of `AB12`; undefined where it is no place of a cell. */
export function placeOf(ref: string): { column: number; line: number } | undefined {
  let column = 0
  let at = 0
  for (; at < ref.length && at < 4; at++) {
    const letter = (ref.charCodeAt(at) & ~32) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  let line = 0
  const digits = at
  for (; at < ref.length && at < digits + 8; at++) {
    const digit = ref.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return undefined
    line = line * 10 + digit
  }
  return column === 0 || line === 0 || at < ref.length ? undefined : { column: column - 1, line }
}

/** `AB` for 27. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

export type CellRange = { firstLine: number; lastLine: number; firstColumn: number; lastColumn: number }

/** The cells of `B2:D5`, or of `B2` alone. */
export function rangeOf(ref: string): CellRange | undefined {
  const [from = '', to = from] = ref.split(':')
  const [a, b] = [placeOf(from), placeOf(to)]
  if (!a || !b) return undefined
  return {
    firstLine: Math.min(a.line, b.line),
    lastLine: Math.max(a.line, b.line),
    firstColumn: Math.min(a.column, b.column),
    lastColumn: Math.max(a.column, b.column),
  }
}
