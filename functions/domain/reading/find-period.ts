import type { Day } from '../calendar.ts'
import { dayInOrder, dayOf } from './columns/date-facts.ts'
import { readDateText } from './columns/date-text.ts'

export type Period = { first: Day; last: Day }

const between = /\s+(?:-|–|—|to|through|until|till|bis|au|al|a|até|hasta|s\/d|sampai|đến)\s+|\s*(?:–|—|\.\.\.?)\s*/iu
/** Words before a range: `Period: 1 March 2026 - 31 March 2026`, `Reporting period from …`. */
const lead = /^[^\d]*?[:：]\s*|^(?:from|von|vom|del?|du|de|desde|từ|dari)\s+/iu

/**
 * The days that a file says it covers: a range of two dates in one of its titles. Null where none says so, or where the
 * order of day and month is not plain.
 */
export function findPeriod(titles: readonly string[]): Period | null {
  for (const title of titles) {
    const bare = title.trim().replace(lead, '').replace(lead, '')
    const [from, to, ...more] = bare.split(between)
    if (from === undefined || to === undefined || more.length > 0) continue
    const [first, last] = [plainDay(from), plainDay(to)]
    if (first !== undefined && last !== undefined && first <= last) return { first, last }
  }
  return null
}

/** A day whose order of numbers cannot be doubted. */
function plainDay(text: string): Day | undefined {
  const date = readDateText(text.trim())
  if (date?.form === 'day') return dayOf(date.year, date.month, date.day)
  if (date?.form !== 'numbers') return undefined
  const days = new Set(
    (['dmy', 'mdy', 'ymd'] as const).map((order) => dayInOrder(date, order)).filter((day) => day !== undefined),
  )
  return days.size === 1 ? [...days][0] : undefined
}
