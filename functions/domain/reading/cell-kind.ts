export type CellKind = 'empty' | 'number' | 'date' | 'text'

const dates = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}(?:[T ,].*)?$|^\d{1,2}[ ./-]?[\p{L}.]{3,10}[ ./-]*\d{2,4}$|^\d{4}-\d{2}$/u
const numbers =
  /^[-+−(]*\s*(?:\p{Sc}|[A-Z]{2,3}\p{Sc}?|R\p{Sc})?\s*[-+−]?(?:\d|[.,]\d)[\d.,'’\s]*(?:[eE][-+]?\d+)?\s*(?:%|\p{Sc}|[A-Z]{2,3}|[KkMm])?\s*[-)]?$/u
const placeholder = /^(?:[-–—]+|n\/?a|null|none|nan|#n\/a)$/i

/** What a cell looks like, whatever convention its column follows. A placeholder such as `--` or `N/A` is empty. */
export function kindOf(text: string): CellKind {
  if (text === '') return 'empty'
  if (text.length > 60) return text.trim() === '' ? 'empty' : 'text'
  const cell = text.trim()
  if (cell === '') return 'empty'
  if (!/\d/.test(cell)) return placeholder.test(cell) ? 'empty' : 'text'
  if (dates.test(cell)) return 'date'
  return numbers.test(cell) ? 'number' : 'text'
}
