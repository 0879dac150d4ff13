import { type Day, daysIn, firstDayOf, formatDay, monthOf } from '../../calendar.ts'
import type { Period } from '../find-period.ts'
import type { CellType } from './column-facts.ts'
import type { DatePlan } from './column-plan.ts'
import { dayInOrder, dayOf, dayOfSerial } from './date-facts.ts'
import { type DateOrder, type DateText, readDateText } from './date-text.ts'
import { dayWithin } from './decide-yearless.ts'
import { isErrorCell, isMissing } from './number-words.ts'
import { errorFault } from './rewrite-number.ts'
import { blank, faulty, type Rewritten } from './rewritten.ts'
import { dayIn, readYearless, type YearlessText } from './yearless-text.ts'

const expected = 'a date such as 2026-03-14'
const examples: Record<DateOrder, string> = {
  dmy: '2026-03-14 or 14.03.2026',
  mdy: '2026-03-14 or 03/14/2026',
  ymd: '2026-03-14',
}
const orderNames: Record<DateOrder, string> = { dmy: 'day first', mdy: 'month first', ymd: 'year first' }

/** A date as `2026-03-14`, in the order that its column was found to have. */
export function rewriteDate(plan: DatePlan, cell: string, type?: CellType): Rewritten {
  if (isMissing(cell)) return blank
  if (isErrorCell(cell)) return errorFault(cell)
  if (plan.within) {
    const yearless = readYearless(cell)
    if (yearless) return fromYearless(plan, cell, yearless, plan.within)
  }
  const text = readDateText(cell)
  switch (text?.form) {
    case 'day':
      return written(dayOf(text.year, text.month, text.day)) ?? impossible(cell)
    case 'numbers':
      return written(dayInOrder(text, plan.order)) ?? fromOtherOrder(plan, cell, text)
    case 'serial':
      return fromSerial(plan, cell, text.days, type)
    case 'month':
      return fromMonth(plan, text.year, text.month)
    case 'week':
      return faulty(
        'date-is-week',
        expected,
        `“${cell}” names a week, which has seven days. Write its first day instead.`,
      )
    case 'quarter':
      return faulty('date-is-quarter', expected, `“${cell}” names a quarter. Write its first day instead.`)
    case 'no-year':
      return faulty('date-without-year', expected, `“${cell}” has no clear year. Write the year with four digits.`)
    default:
      return faulty('date-unreadable', expected, `“${cell}” is not a date. Write it like ${examples[plan.order]}.`)
  }
}

function written(day: Day | undefined): Rewritten | undefined {
  return day === undefined ? undefined : { text: formatDay(day) }
}

function impossible(cell: string): Rewritten {
  return faulty('date-impossible', expected, `“${cell}”: there is no such day. Correct it.`)
}

function fromOtherOrder(plan: DatePlan, cell: string, text: DateText & { form: 'numbers' }): Rewritten {
  const other = (['dmy', 'mdy', 'ymd'] as const).find((order) => dayInOrder(text, order) !== undefined)
  if (!other) return impossible(cell)
  return faulty(
    'date-order-other',
    expected,
    `“${cell}” is no day if the column is read ${orderNames[plan.order]}; it would be one ${orderNames[other]}. Write it like the others.`,
  )
}

/** `text` is a day in one of the two orders at least. */
function fromYearless(plan: DatePlan, cell: string, text: YearlessText, within: Period): Rewritten {
  const order = plan.order === 'mdy' ? 'mdy' : 'dmy'
  const day = dayIn(text, order)
  if (day === undefined) {
    const other = order === 'mdy' ? 'dmy' : 'mdy'
    return faulty(
      'date-order-other',
      expected,
      `“${cell}” is no day if the column is read ${orderNames[order]}; it would be one ${orderNames[other]}. Write it like the others.`,
    )
  }
  const at = dayWithin(day, within)
  if (at !== undefined) return { text: formatDay(at) }
  return faulty(
    'date-impossible',
    expected,
    `“${cell}”: there is no such day from ${formatDay(within.first)} to ${formatDay(within.last)}. Correct it, or write its year.`,
  )
}

function fromSerial(plan: DatePlan, cell: string, serial: number, type?: CellType): Rewritten {
  const day = dayOfSerial(serial, plan.serials)
  if (type === 'number' || (day >= plan.serialFirst && day <= plan.serialLast)) return { text: formatDay(day) }
  return faulty(
    'date-is-number',
    expected,
    `“${cell}” is a number. As Excel counts days it would be ${formatDay(day)}, far from the other dates of the column. Write the date itself.`,
  )
}

function fromMonth(plan: DatePlan, year: number, month: number): Rewritten {
  const first = firstDayOf(year * 12 + month - 1)
  const last = formatDay(first + daysIn(monthOf(first)) - 1)
  if (plan.months === 'last') return { text: last }
  return plan.months === 'first' ? { text: formatDay(first) } : { text: formatDay(first), until: last }
}
