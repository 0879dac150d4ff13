import { remember } from '../../remember.ts'
import { foldWord, isWeekdayWord, monthOfName } from './month-names.ts'

/** The order of day, month and year in a date of digits. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** What a written date says before anybody knows the order of its column. */
export type DateText =
  | { form: 'day'; year: number; month: number; day: number; timed: boolean; shortYear: boolean }
  /** Three numbers whose order only the column tells; with a short year it may also stand first. */
  | {
      form: 'numbers'
      parts: readonly [number, number, number]
      shape: string
      shortYear: boolean
      /** Where a year of two digits may stand: one digit is none. */
      yearFirst: boolean
      yearLast: boolean
      timed: boolean
    }
  | { form: 'month'; year: number; month: number }
  | { form: 'serial'; days: number }
  | { form: 'week' | 'quarter' }
  /** A month by its name; its day where that stands before it. */
  | { form: 'no-year'; month: number; day?: number }

const textCharsMax = 60
const wordsKeptMax = 5_000
const serialMin = 32_874
const serialMax = 73_050
const time =
  /[T ,]+(?:(?:at|um|à|a las|às|lúc|pukul)\s+)?\d{1,2}(?:[:h]\d{2}){1,2}(?:[.,]\d{1,9})?\s*(?:[ap]\.?\s?m\.?)?\s*(?:uhr)?\s*(?:z|(?:utc|gmt)?\s*[+-]\d{1,2}(?::?\d{2})?|utc|gmt|[a-z]{3,4})?(?:\s*\([a-z]{3,4}\)|\s+[a-z]{3,4})?$/i

/**
 * Reads the words and numbers of a date. Years of two digits: 00 to 68 are 2000 to 2068, 69 to 99 are 1969 to 1999
 * (POSIX). The time of day and its zone are dropped: the day counts as it is written. Long gaps are shortened, so that
 * no cell takes milliseconds to be told from a time.
 */
export function readDateText(text: string): DateText | undefined {
  if (text.length > textCharsMax) return undefined
  const trimmed = text
    .replace(/[\u00a0\u202f\u2007\u2009]/gu, ' ')
    .replace(/\s{3,}/gu, '  ')
    .trim()
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) return readDigits(trimmed)
  const date = trimmed.replace(time, '')
  return readNumbers(date, date !== trimmed) ?? readOdd(date) ?? readWords(date, date !== trimmed)
}

function readDigits(text: string): DateText | undefined {
  const monthFirst = /^(\d{1,2})\.(\d{4})$/.exec(text)
  if (monthFirst) return monthText(monthFirst[2] as string, monthFirst[1] as string)
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text)
  if (serial) {
    const days = Number(serial[1])
    return days >= serialMin && days <= serialMax ? { form: 'serial', days } : undefined
  }
  const compact = /^(\d{4})(\d{2})(\d{2})?$/.exec(text)
  if (!compact) return undefined
  const month = monthText(compact[1] as string, compact[2] as string)
  return month && compact[3]
    ? { ...month, form: 'day', day: Number(compact[3]), timed: false, shortYear: false }
    : month
}

const isYear = (text: string): boolean => text >= '1990' && text <= '2099'

const separated = /^(\d{1,4})(\s?[/.\- ]\s?)(\d{1,2})\2(\d{1,4})\.?$/

function readNumbers(text: string, timed: boolean): DateText | undefined {
  const match = separated.exec(text)
  if (!match) return undefined
  const [first, separator, second, third] = [match[1], match[2], match[3], match[4]] as [string, string, string, string]
  const [a, b, c] = [Number(first), Number(second), Number(third)]
  if (first.length === 4 && third.length <= 2)
    return { form: 'day', year: a, month: b, day: c, timed, shortYear: false }
  const yearFirst = first.length === 2 && third.length <= 2
  const yearLast = third.length === 4 || third.length === 2
  if (first.length > 2 || !(yearFirst || yearLast)) return undefined
  const shortYear = third.length !== 4
  const shape = `${separator.trim() || ' '}${shortYear ? 2 : 4}`
  return { form: 'numbers', parts: [a, b, c], shape, shortYear, yearFirst, yearLast, timed }
}

function readOdd(text: string): DateText | undefined {
  const cjk = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일])?$/u.exec(text)
  if (cjk?.[3])
    return {
      form: 'day',
      year: Number(cjk[1]),
      month: Number(cjk[2]),
      day: Number(cjk[3]),
      timed: false,
      shortYear: false,
    }
  if (cjk) return monthText(cjk[1] as string, cjk[2] as string)
  if (/^(?:\d{4}[-\s/]?)?(?:W|KW|wk|week|sem|semaine|semana|minggu|tuần)[-\s.]?\d{1,2}(?:[-\s/]\d{1,4})?$/iu.test(text))
    return { form: 'week' }
  if (/^(?:\d{4}[-\s/]?)?(?:Q|T|quarter|quý)[-\s]?[1-4](?:[-\s/]'?\d{2,4})?$/iu.test(text)) return { form: 'quarter' }
  const yearFirst = /^(\d{4})[-/](\d{1,2})$/.exec(text)
  if (yearFirst) return monthText(yearFirst[1] as string, yearFirst[2] as string)
  const yearLast = /^(\d{1,2})[-/](\d{4})$/.exec(text)
  return yearLast ? monthText(yearLast[2] as string, yearLast[1] as string) : undefined
}

function monthText(year: string, month: string): (DateText & { form: 'month' }) | undefined {
  const at = Number(month)
  return at >= 1 && at <= 12 && isYear(year) ? { form: 'month', year: Number(year), month: at } : undefined
}

/** Words between the parts, and the ends of ordinal numbers. */
const filler = new Set(
  'de del of the der den dem d le la el al em a o ngay nam tanggal tgl on year an st nd rd th er re º ª'.split(' '),
)
/** `17.May.2023`, `5-Jan-23`, `12 de marzo de 2024`, `ngày 5 tháng 3, 2024`, `Mar 2026`. */
function readWords(text: string, timed: boolean): DateText | undefined {
  const tokens = (/th/i.test(text) ? nameVietnamese(text) : text).match(/\d+|\p{L}+|[^\s\d\p{L}]/gu)
  if (!tokens) return undefined
  const numbers: string[] = []
  const months: { at: number; month: number }[] = []
  for (const token of tokens) {
    if (/\d/.test(token)) numbers.push(token)
    else if (/[.,/\-'’–()]/u.test(token)) continue
    else {
      const month = meaningOf(token)
      if (month < 0) return undefined
      if (month > 0) months.push({ at: numbers.length, month })
    }
  }
  // `mar. 5 mars 2024`: the first is a Tuesday.
  if (months.length === 2 && isWeekdayWord(tokens[0] as string)) months.shift()
  const [month, another] = months
  return month && !another ? place(numbers, month, timed) : undefined
}

const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `5 tháng 3` is `5 mar`: the only language whose months are numbers behind a word. */
function nameVietnamese(text: string): string {
  return text.replace(
    /\b(?:tháng|thg|th)\.?\s?(\d{1,2})(?!\d)/giu,
    (_, month: string) => ` ${english[Number(month) - 1] ?? '?'} `,
  )
}

/** What a word is in a date: a month from 1 to 12, 0 for one to skip, -1 if it belongs into none. */
const meaningOf = remember(
  (word) => monthOfName(word) ?? (filler.has(foldWord(word)) || isWeekdayWord(word) ? 0 : -1),
  wordsKeptMax,
)

function place(
  numbers: readonly string[],
  { at, month }: { at: number; month: number },
  timed: boolean,
): DateText | undefined {
  const [first, second, third] = numbers
  if (first === undefined || third !== undefined) return undefined
  if (second === undefined) {
    // `Mar-23` is March 2023 or the 23rd of some March: only four digits tell.
    if (first.length === 4 && isYear(first)) return { form: 'month', year: Number(first), month }
    return { form: 'no-year', month, ...(at === 1 && first.length <= 2 ? { day: Number(first) } : {}) }
  }
  const yearFirst = first.length === 4
  if (yearFirst && at === 2) return undefined
  const [yearText, dayText] = yearFirst ? [first, second] : [second, first]
  if (dayText.length > 2 || (yearText.length !== 4 && yearText.length !== 2)) return undefined
  return {
    form: 'day',
    year: yearText.length === 2 ? fullYear(Number(yearText)) : Number(yearText),
    month,
    day: Number(dayText),
    timed,
    shortYear: yearText.length === 2,
  }
}

/** POSIX: 69 to 99 are the twentieth century. */
export function fullYear(short: number): number {
  return short < 69 ? 2000 + short : 1900 + short
}
