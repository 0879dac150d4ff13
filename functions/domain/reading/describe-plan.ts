import { formatDay } from '../calendar.ts'
import type { ColumnPlan, DatePlan } from './columns/column-plan.ts'
import type { DateFacts } from './columns/date-facts.ts'
import type { DateOrder } from './columns/date-text.ts'
import type { Period } from './find-period.ts'

const orders: Record<DateOrder, string> = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' }

/** How the cells of a column are read, in a few words: `1.234,56 in EUR`. */
export function describePlan(plan: ColumnPlan | undefined, dates?: DateFacts): string {
  if (!plan) return ''
  switch (plan.as) {
    case 'number': {
      const shape = plan.decimal === '.' ? '1,234.56' : '1.234,56'
      const power = plan.power === 0 ? '' : ` × ${(10 ** plan.power).toLocaleString('en-US')}`
      return `${shape}${power}${plan.currency === '' ? '' : ` in ${plan.currency}`}${plan.flipped ? ', signs reversed' : ''}`
    }
    case 'date':
      if (plan.within) return describeYearless(plan, plan.within)
      return dates && dates.numbers.cells === 0 ? describeNamed(dates) : orders[plan.order]
    default:
      return ''
  }
}

function describeYearless({ order }: DatePlan, { first, last }: Period): string {
  const days = formatDay(first).slice(0, 4) === formatDay(last).slice(0, 4) ? `of ${formatDay(first).slice(0, 4)}` : ''
  return `${order === 'mdy' ? 'month, day' : 'day, month'} ${days || `from ${formatDay(first)} to ${formatDay(last)}`}`
}

/** Dates whose order nobody has to decide. */
function describeNamed({ named, serials, months }: DateFacts): string {
  const first = named.first[0]?.text
  if (first !== undefined) return /^\d{4}/.test(first) ? orders.ymd : 'month by its name'
  if (serials.cells > 0) return 'Excel’s number of a day'
  return months.cells > 0 ? 'months' : ''
}
