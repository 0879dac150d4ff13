import { readDateText } from './date-text.ts'

/** A day and a month whose year stands elsewhere; of two numbers only the column tells which is which. */
export type YearlessText =
  | { form: 'named'; month: number; day: number }
  | { form: 'numbers'; parts: readonly [number, number]; separator: string }

/** Of `mdy` the month comes first, of `dmy` the day. */
export type YearlessOrder = 'dmy' | 'mdy'

const compact = /^(\d{1,2})(\d{2})$/
const separated = /^(\d{1,2})\s?([./-])\s?(\d{1,2})\.?$/

/** Reads `0203`, `02.03.`, `2/3` and `5. März`. A zero in front may have been lost: `203`. */
export function readYearless(text: string): YearlessText | undefined {
  const cell = text.trim()
  const digits = compact.exec(cell)
  if (digits) return numbers(Number(digits[1]), Number(digits[2]), '')
  const parted = separated.exec(cell)
  if (parted) return numbers(Number(parted[1]), Number(parted[3]), parted[2] as string)
  const date = readDateText(cell)
  if (date?.form !== 'no-year') return undefined
  const { month, day = 0 } = date
  return isDayOf(month, day) ? { form: 'named', month, day } : undefined
}

function numbers(first: number, second: number, separator: string): YearlessText | undefined {
  if (!isDayOf(first, second) && !isDayOf(second, first)) return undefined
  return { form: 'numbers', parts: [first, second], separator }
}

/** Month and day in an order, as 100 × month + day; undefined if no year has such a day. */
export function dayIn(text: YearlessText, order: YearlessOrder): number | undefined {
  if (text.form === 'named') return text.month * 100 + text.day
  const [first, second] = text.parts
  const [month, day] = order === 'dmy' ? [second, first] : [first, second]
  return isDayOf(month, day) ? month * 100 + day : undefined
}

const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isDayOf = (month: number, day: number): boolean => day >= 1 && day <= (daysOfMonths[month - 1] ?? 0)
