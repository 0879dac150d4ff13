/** Days since 1970-01-01, so that dates compare and add as integers. */
export type Day = number

/** Months since year 0: `year * 12 + month - 1`. */
export type MonthIndex = number

const dayMs = 86_400_000

/** No date: below every day that a file may hold. */
export const noDay: Day = -1_000_000

const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** The day that an ISO date (or the date part, as written, of an ISO time) names; undefined if there is no such day. */
export function parseDay(text: string): Day | undefined {
  const match = isoDate.exec(text)
  if (!match) return undefined
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const read = new Date(0)
  // Not `Date.UTC`, which takes the years 0 to 99 for those of the twentieth century.
  read.setUTCFullYear(year, month - 1, date)
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === date ? read.getTime() / dayMs : undefined
}

export function formatDay(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

const firstTableDay = Date.UTC(1900, 0, 1) / dayMs
const lastTableDay = Date.UTC(2150, 0, 1) / dayMs
const monthTable = new Int32Array(lastTableDay - firstTableDay)
for (let month = 1900 * 12; month < 2150 * 12; month++) {
  monthTable.fill(month, firstDayOf(month) - firstTableDay, firstDayOf(month + 1) - firstTableDay)
}

export function firstDayOf(month: MonthIndex): Day {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / dayMs
}

/** Month of a day between 1900 and 2149. */
export function monthOf(day: Day): MonthIndex {
  const month = monthTable[day - firstTableDay]
  if (month === undefined) throw new RangeError(`day ${day} is outside the calendar`)
  return month
}

export function daysIn(month: MonthIndex): number {
  return firstDayOf(month + 1) - firstDayOf(month)
}

export function formatMonth(month: MonthIndex): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}

export function parseMonth(text: string): MonthIndex {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1
}
