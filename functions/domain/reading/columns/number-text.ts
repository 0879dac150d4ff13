import { currenciesOfMark } from './currency-marks.ts'
import { powerOfWord, type Side, sideOfWord } from './number-words.ts'

/** What a written number is made of, before anybody says which mark is the decimal one. */
export type NumberParts = {
  /** Digits, points, commas, spaces and apostrophes; starts and ends with a digit, or starts with a mark. */
  body: string
  negative: boolean
  /** Digits to move the point to the right: `K` is 3, `E-02` is -2. */
  power: number
  percent: boolean
  /** As the column writes it, in small letters; '' for none. */
  mark: string
  side: Side
  scientific: boolean
  /** `5,-`: the mark before a dash for no cents is the decimal one. */
  noCents: '' | '.' | ','
}

const textCharsMax = 60

/** Splits a cell into sign, currency mark, digits and units; undefined if it is no number. */
export function splitNumber(text: string): NumberParts | undefined {
  if (text.length > textCharsMax || !/[\d\uff10-\uff19]/.test(text)) return undefined
  const parts: NumberParts = {
    body: tidy(text),
    negative: false,
    power: 0,
    percent: false,
    mark: '',
    side: '',
    scientific: false,
    noCents: '',
  }
  const seen = { signs: 0, powers: 0, capitalM: false }
  while (!/^[\d.,].*\d$|^\d$/.test(parts.body)) if (!peel(parts, seen)) return undefined
  const exponent = /^([^e]*\d)e([+-]?\d{1,2})$/i.exec(parts.body)
  if (exponent) {
    parts.scientific = true
    parts.power += Number(exponent[2])
    parts.body = exponent[1] as string
    if (seen.powers > 0) return undefined
  }
  return isWhole(parts, seen) ? parts : undefined
}

type Seen = { signs: number; powers: number; capitalM: boolean }

function isWhole(parts: NumberParts, seen: Seen): boolean {
  if (!/^(?:\d[\d.,' ]*|[.,]\d+)$/.test(parts.body) || seen.signs > 1 || seen.powers > 1) return false
  if (parts.side !== '' && seen.signs > 0) return false
  // Beside rupees `cr` may be crores, beside rupiah `M` may be a thousand million.
  if (parts.side !== '' && ['₹', 'inr', 'rs'].includes(parts.mark)) return false
  return !(seen.capitalM && ['rp', 'idr'].includes(parts.mark))
}

/** Takes one sign, mark or word off either end. */
function peel(parts: NumberParts, seen: Seen): boolean {
  const { body } = parts
  if (body.startsWith('(') && body.endsWith(')')) return sign(parts, seen, body.slice(1, -1))
  const cents = /\d([.,])-{1,2}$/.exec(body)
  if (cents) {
    parts.noCents = cents[1] as '.' | ','
    parts.body = body.slice(0, cents.index + 1)
    return true
  }
  if (body.startsWith('-')) return sign(parts, seen, body.slice(1))
  if (body.endsWith('-')) return sign(parts, seen, body.slice(0, -1))
  if (body.startsWith('+')) {
    seen.signs++
    parts.body = body.slice(1).trim()
    return true
  }
  if (!parts.percent && (body.endsWith('%') || body.startsWith('%'))) {
    parts.percent = true
    parts.body = body.replace('%', '').trim()
    return true
  }
  const before = /^([^\d\s()+\-.,'%]+)/u.exec(body)?.[1]
  if (before && word(parts, seen, before)) {
    // Letters swallow a point behind them (`Rs.5`): only behind a sign (`$.50`) it is half a dollar.
    const rest = body.slice(before.length)
    parts.body = (/[\p{L}/]$/u.test(before) ? rest.replace(/^\./, '') : rest).trim()
    return true
  }
  const after = /\s*([^\d\s()+\-.,'%]+)\.?$/u.exec(body)
  if (after && word(parts, seen, after[1] as string)) {
    parts.body = body.slice(0, after.index)
    return true
  }
  return false
}

function sign(parts: NumberParts, seen: Seen, rest: string): boolean {
  seen.signs++
  parts.negative = true
  parts.body = rest.trim()
  return true
}

function word(parts: NumberParts, seen: Seen, text: string): boolean {
  const side = sideOfWord(text)
  if (side && parts.side === '') {
    parts.side = side
    return true
  }
  if (parts.mark === '' && currenciesOfMark(text)) {
    parts.mark = text.toLowerCase()
    return true
  }
  const power = powerOfWord(text)
  if (power !== undefined) {
    seen.powers++
    seen.capitalM ||= text === 'M'
    parts.power += power
    return true
  }
  return splitWord(parts, seen, text)
}

/** `k€`, `Mio€`, `$K`: a power and a mark without a space between. */
function splitWord(parts: NumberParts, seen: Seen, text: string): boolean {
  const two = /^(\p{L}+)(\P{L})$/u.exec(text) ?? /^(\P{L})(\p{L}+)$/u.exec(text) ?? /^([kmKM])([A-Z]{3})$/.exec(text)
  if (!two || parts.mark !== '') return false
  const [first, second] = [two[1] as string, two[2] as string]
  const [power, mark] = powerOfWord(first) !== undefined ? [first, second] : [second, first]
  if (powerOfWord(power) === undefined || !currenciesOfMark(mark)) return false
  seen.powers++
  parts.power += powerOfWord(power) as number
  parts.mark = mark.toLowerCase()
  return true
}

/** One minus, one apostrophe, one space; no marks that only steer the direction of writing. */
function tidy(text: string): string {
  const plain = /^[ -~]*$/.test(text)
    ? text
    : text
        .replace(/[\u2018\u2019\u02bc\u00b4\u2032\uff07]/gu, "'")
        // Marks that turn text round stay: what is shown would not be what is read.
        .replace(/[\u200b-\u200f\u202a\u202c\u2060-\u2065\ufeff]/gu, '')
        .normalize('NFKC')
        .replace(/[\u2010-\u2015\u2212]/gu, '-')
  return plain.replace(/`/g, "'").replace(/\s/gu, ' ').trim().replace(/^'/, '')
}
