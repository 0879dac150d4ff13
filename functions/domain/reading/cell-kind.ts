import { currencyExponent } from '../money/currency.ts'

export type CellKind = 'empty' | 'number' | 'date' | 'text'

const dates = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}(?:[T ,].*)?$|^\d{1,2}[ ./-]?[\p{L}.]{3,10}[ ./-]*\d{2,4}$|^\d{4}-\d{2}$/u
/** `May-12`, `März 2024`: only with the beginning of a month, for a campaign may be called “Push 12”. */
const months =
  /^(?:jan|feb|fév|fev|mar|mär|mrz|apr|abr|avr|may|mai|maj|mei|jun|jui|jul|aug|ago|aoû|agu|sep|set|oct|okt|out|ott|nov|dec|dez|déc|dic|des|ene|gen|mag|giu|lug)\p{L}*[ ./-]*\d{2,4}$/iu
const mark = String.raw`(?:\p{Sc}|\p{L}{1,4}\.?\p{Sc}?)`
const numbers = new RegExp(
  String.raw`^[-+−(]*\s*${mark}?\s*[-+−]?(?:\d|[.,]\d)[\d.,'’\s]*(?:[eE][-+]?\d+)?\s*(?:%|${mark})?\s*[-)]?$`,
  'u',
)
/** Names of currencies beside a number, besides their ISO codes. */
const moneyWords = new Set('rp rm rs kr zł zl kč kc ft lei tl đ vnđ euro'.split(' '))
/** Letters that are a part of a sign (`US$`), of a number (`1e5`) or of its scale (`1.1M`), or tell its side (`CR`). */
const numberLetters = /\p{L}{1,3}(?=\p{Sc})|(?<=\d)e(?=[-+\d])|(?<=\d\s?)(?:[kmh]|mn|mio|tsd|cr|dr)(?!\p{L})/giu
const placeholder = /^(?:(?:\p{Sc}\s*)?[-–—]+(?:\s*\p{Sc})?|n\/?a|null|none|nan|#n\/a)$/iu

/** What a cell looks like, whatever convention its column follows. A placeholder such as `--` or `N/A` is empty. */
export function kindOf(text: string): CellKind {
  if (text === '') return 'empty'
  if (text.length > 60) return text.trim() === '' ? 'empty' : 'text'
  const cell = text.trim()
  if (cell === '') return 'empty'
  if (!/\d/.test(cell)) return placeholder.test(cell) ? 'empty' : 'text'
  if (dates.test(cell) || months.test(cell)) return 'date'
  return numbers.test(cell) && hasOnlyMarks(cell) ? 'number' : 'text'
}

/** `EUR 12` is an amount, `INV-12` is not. */
function hasOnlyMarks(cell: string): boolean {
  const words = cell.replace(numberLetters, '').match(/\p{L}+/gu)
  return words === null || words.every(isMoney)
}

const isMoney = (word: string): boolean =>
  moneyWords.has(word.toLowerCase()) || currencyExponent(word.toUpperCase()) !== undefined
