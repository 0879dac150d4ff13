import { type Day, formatDay } from '../calendar.ts'
import { dayInOrder, dayOf } from './columns/date-facts.ts'
import { readDateText } from './columns/date-text.ts'
import type { FileFacts } from './columns/file-facts.ts'

export type Period = { first: Day; last: Day }

const between = /\s+(?:-|–|—|to|through|until|till|bis|au|al|a|até|hasta|s\/d|sampai|đến)\s+|\s*(?:–|—|\.\.\.?)\s*/iu
/** A cell that stands between the two days of a range. */
const betweenCells = /^(?:-|–|—|to|through|until|till|bis|datum bis|au|al|a|até|hasta|s\/d|sampai|đến)\s*:?$/iu
/** Words before a range: `Period: 1 March 2026 - 31 March 2026`, `Reporting period from …`. */
const lead = /^[^\d]*?[:：]\s*|^(?:from|von|vom|del?|du|de|desde|từ|dari)\s+/iu

/**
 * The days that a file says it covers: a range of two dates in one of its titles, or in two cells side by side. Null
 * where none says so, or where the order of day and month is not plain.
 */
export function findPeriod(titles: readonly string[]): Period | null {
  for (const title of titles) {
    const bare = title.trim().replace(lead, '').replace(lead, '')
    const [from, to, ...more] = bare.split(between)
    if (from === undefined || to === undefined || more.length > 0) continue
    const period = periodOf(plainDay(from), plainDay(to))
    if (period) return period
  }
  return periodInCells(titles)
}

/** Of several days in a row the last two: before them stands the start of the year, or when the file was made. */
function periodInCells(titles: readonly string[]): Period | null {
  const cells = titles.filter((title) => !betweenCells.test(title.trim()))
  const days = cells.map(plainDay)
  const at = days.findIndex((day, n) => day !== undefined && days[n + 1] !== undefined && days[n + 2] === undefined)
  return at < 0 ? null : periodOf(days[at], days[at + 1])
}

const periodOf = (first: Day | undefined, last: Day | undefined): Period | null =>
  first !== undefined && last !== undefined && first <= last ? { first, last } : null

/** A day whose order of numbers cannot be doubted. */
function plainDay(text: string): Day | undefined {
  const date = readDateText(text.trim())
  if (date?.form === 'day') return dayOf(date.year, date.month, date.day)
  if (date?.form !== 'numbers') return undefined
  // Where dates are written with points, the day comes first.
  if (date.shape === '.4') return dayInOrder(date, 'dmy')
  const days = new Set(
    (['dmy', 'mdy', 'ymd'] as const).map((order) => dayInOrder(date, order)).filter((day) => day !== undefined),
  )
  return days.size === 1 ? [...days][0] : undefined
}

/** The years that titles name, then the last one of each column of dates. */
export function yearsOf(titles: readonly string[], { columns }: Pick<FileFacts, 'columns'>): number[] {
  const named = titles.flatMap((title) => title.match(/(?<!\d)(?:199\d|20\d\d)(?!\d)/g) ?? []).map(Number)
  const ends = columns.flatMap(({ date }) => {
    const spans = [date.namedSpan, date.orders.dmy.span, date.orders.mdy.span]
    return spans.flatMap((span) => (span ? [Number(formatDay(span.last).slice(0, 4))] : []))
  })
  return [...new Set([...named, ...ends])]
}
