import type { Closing, Mark } from '../../contract/books-change.ts'
import type { Warning } from '../../contract/upload.ts'
import { daysIn, firstDayOf, formatMonth } from '../calendar.ts'
import type { BooksView } from './books-view.ts'
import { type ScopedDays, scanCells } from './scan-cells.ts'

const namedMax = 12

/** What a reader of some ranges is to know of months that were closed: changed since, or open again. */
export function closingWarnings(
  view: BooksView,
  closings: readonly Closing[],
  ranges: readonly (ScopedDays | null | undefined)[],
): Warning[] {
  if (closings.every(({ restated, reopened }) => !restated && !reopened)) return []
  const read = new Set(ranges.flatMap((range) => (range ? monthsRead(view, range) : [])))
  const touched = closings.filter(({ month }) => read.has(month))
  return [
    ...warn('restated', touched, ({ restated, month }) =>
      restated ? `${month} was closed and says something else since ${tell(restated)}` : null,
    ),
    ...warn('reopened', touched, ({ reopened, month }) =>
      reopened ? `${month} was closed and is open again since ${tell(reopened)}` : null,
    ),
  ]
}

function warn(code: string, closings: readonly Closing[], say: (closing: Closing) => string | null): Warning[] {
  const said = closings.map(say).filter((text) => text !== null)
  if (said.length === 0) return []
  const rest = said.length > namedMax ? `; and ${said.length - namedMax} more months` : ''
  return [{ code, message: `${said.slice(-namedMax).join('; ')}${rest}.`, rows: 0 }]
}

const tell = ({ snapshot, at, by, reason }: Mark): string =>
  `${at.slice(0, 10)} (snapshot ${snapshot}, ${by}${reason === null ? '' : `: ${reason}`})`

/** Months in the range, and those in which campaigns that ran in it have rows. */
function monthsRead(view: BooksView, { scope, days }: ScopedDays): string[] {
  const months = new Set<string>()
  if (scope.basis === 'campaign') scanCells(view, scope, days, ({ month }) => void months.add(formatMonth(month.month)))
  for (const { month } of view.months) {
    const first = firstDayOf(month)
    if (first <= scope.to && first + daysIn(month) > scope.from) months.add(formatMonth(month))
  }
  return [...months]
}
