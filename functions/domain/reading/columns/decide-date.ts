import { limits } from '../../../contract/limits.ts'
import { formatDay, parseDay } from '../../calendar.ts'
import {
  type Answers,
  ask,
  type ColumnDecision,
  chosen,
  type DatePlan,
  type Note,
  type Question,
} from './column-plan.ts'
import { type DateFacts, dayInOrder, dayOfSerial, type Span, widen } from './date-facts.ts'
import { type DateOrder, readDateText } from './date-text.ts'
import { countCells, quoteExamples } from './evidence.ts'

/** What speaks for an order from outside the column, and in which words. */
export type OrderHint = { order: DateOrder; reason: string }

/** A month without a day means its first day or its last one; or the user says, who may also mean the whole month. */
export type MonthUse = 'first' | 'last' | 'ask-day' | 'ask-period'

export type DateColumn = {
  at: number
  header: string
  months: MonthUse
  /** The file's own period. */
  period: { first: number; last: number } | null
  /** Settles the order: a duration, or a column of the file written in the same way. */
  settled: OrderHint | null
  /** Only proposes one. */
  leaning: OrderHint | null
}

export type DateDecision = ColumnDecision & { plan: DatePlan; order: DateOrder | null }

const orders = ['dmy', 'mdy', 'ymd'] as const
const orderNames: Record<DateOrder, string> = {
  dmy: 'day, month, year',
  mdy: 'month, day, year',
  ymd: 'year, month, day',
}
const serialSlackDays = 800
const oddShare = 20

/** Decides how a column of dates is read. `order` is null where only the user can tell. */
export function decideDate(facts: DateFacts, column: DateColumn, answers: Answers): DateDecision {
  const { order, reason, sure } = decideOrder(facts, column)
  const questions: Question[] = []
  const question = sure ? null : askOrder(facts, column, answers, order, reason)
  if (question) questions.push(question)
  const takenOrder = (question ? chosen(question) : order) as DateOrder
  const span = facts.orders[takenOrder].span
  const all = span ? widen(widen(facts.namedSpan, span.first), span.last) : facts.namedSpan
  const months = decideMonths(facts, column, answers)
  if (months.question) questions.push(months.question)
  const plan: DatePlan = {
    as: 'date',
    order: takenOrder,
    ...decideSerials(facts, column, all),
    months: months.months,
  }
  return { plan, questions, notes: dateNotes(facts, column, plan, sure ? reason : ''), order: sure ? order : null }
}

type Order = { order: DateOrder; reason: string; sure: boolean }

function decideOrder(facts: DateFacts, column: DateColumn): Order {
  const numbers = facts.numbers.cells
  if (numbers === 0) return { order: 'dmy', reason: '', sure: true }
  const fitting = (odd: number) => orders.filter((order) => (numbers - facts.orders[order].fits) * oddShare <= odd)
  const all = fitting(0)
  const possible = withoutUnlikely(facts, all.length > 0 ? all : fitting(numbers))
  const first = possible[0]
  if (first === undefined) {
    const most = orders.reduce((best, order) => (facts.orders[order].fits > facts.orders[best].fits ? order : best))
    return { order: most, reason: 'Most dates of the column fit it.', sure: facts.differ.cells === 0 }
  }
  if (possible.length === 1 || facts.differ.cells === 0) return { order: first, reason: '', sure: true }
  return fromOutside(facts, column, possible)
}

/**
 * Where all years have two digits, the number that hardly varies is the year, if the other is also below 10: few books
 * reach back to 2009, and a column of firsts of January would look the same the other way round.
 */
function withoutUnlikely(facts: DateFacts, candidates: readonly DateOrder[]): readonly DateOrder[] {
  if (!candidates.includes('ymd') || candidates.length === 1) return candidates
  const { firstValues, lastValues } = facts
  if (lastValues.count <= 3 && firstValues.count >= 6 && firstValues.least <= 9)
    return candidates.filter((order) => order !== 'ymd')
  if (firstValues.count <= 3 && lastValues.count >= 6 && lastValues.least <= 9) return ['ymd']
  return candidates
}

function fromOutside(facts: DateFacts, column: DateColumn, possible: readonly DateOrder[]): Order {
  const { period, settled, leaning } = column
  if (period) {
    const inside = possible.filter((order) => isInside(facts.orders[order].span, period))
    if (inside.length === 1)
      return {
        order: inside[0] as DateOrder,
        reason: `Only so do all dates lie in the file's own period, ${formatDay(period.first)} to ${formatDay(period.last)}.`,
        sure: true,
      }
  }
  if (settled && possible.includes(settled.order)) return { ...settled, sure: true }
  const points = facts.shapes.every((shape) => shape.startsWith('.'))
  // With a year of two digits it may still stand first.
  if (points && possible.includes('dmy') && !possible.includes('ymd'))
    return { order: 'dmy', reason: 'Where dates are written with points, the day comes first.', sure: true }
  if (leaning && possible.includes(leaning.order)) return { ...leaning, sure: false }
  const narrowest = possible.reduce((best, order) =>
    lengthOf(facts.orders[order].span) < lengthOf(facts.orders[best].span) ? order : best,
  )
  return { order: narrowest, reason: 'So the dates lie closest together.', sure: false }
}

const lengthOf = (span: Span): number => (span ? span.last - span.first : 0)
const isInside = (span: Span, period: { first: number; last: number }): boolean =>
  span !== null && span.first >= period.first && span.last <= period.last

function askOrder(
  facts: DateFacts,
  column: DateColumn,
  answers: Answers,
  proposed: DateOrder,
  reason: string,
): Question {
  const example = facts.differ.first[0]
  const text = example && readDateText(example.text)
  const options = orders
    .filter((order) => facts.orders[order].fits > 0)
    .map((order) => {
      const { span, fits } = facts.orders[order]
      const day = text?.form === 'numbers' ? dayInOrder(text, order) : undefined
      const shown = day === undefined ? 'no date' : inWords(day)
      const rest = facts.numbers.cells - fits
      return {
        value: order,
        label: `${orderNames[order]}: ${example?.text ?? ''} is ${shown}`,
        effect: `The dates run from ${span ? inWords(span.first) : '–'} to ${span ? inWords(span.last) : '–'}${
          rest > 0 ? `; ${countCells(rest)} would be no date and be refused` : ''
        }.`,
      }
    })
  const mixed = facts.dmyOnly.cells > 0 && facts.mdyOnly.cells > 0
  return ask(answers, {
    id: `order:${column.at}`,
    column: column.at,
    code: mixed ? 'date-order-mixed' : 'date-order-unclear',
    text: mixed
      ? `“${column.header}” mixes two ways to write dates: ${quoteExamples(facts.dmyOnly)} but ${quoteExamples(facts.mdyOnly)}. How are dates like ${quoteExamples(facts.differ)} meant?`
      : `In “${column.header}”, what does ${quoteExamples(facts.differ)} mean? ${countCells(facts.differ.cells)} can be read in more than one way, and nothing in the file tells which.`,
    options,
    proposed,
    reason,
  })
}

const months = 'January February March April May June July August September October November December'.split(' ')

export function inWords(day: number): string {
  const [year = '', month = '', date = ''] = formatDay(day).split('-')
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`
}

const wholeMonth = {
  value: 'period',
  label: 'The whole month',
  effect: 'The amount is spread over its days, first to last.',
}

function decideMonths(
  facts: DateFacts,
  column: DateColumn,
  answers: Answers,
): { months: DatePlan['months']; question: Question | null } {
  if (column.months === 'first' || column.months === 'last') return { months: column.months, question: null }
  if (facts.months.cells === 0) return { months: 'first', question: null }
  const question = ask(answers, {
    id: `months:${column.at}`,
    column: column.at,
    code: 'month-without-day',
    text: `“${column.header}” names only months in ${countCells(facts.months.cells)}, such as ${quoteExamples(facts.months)}. What shall they stand for?`,
    options: [
      ...(column.months === 'ask-period' ? [wholeMonth] : []),
      { value: 'first', label: 'Its first day', effect: 'Everything stands on the first of the month.' },
      { value: 'last', label: 'Its last day', effect: 'Everything stands on the last day of the month.' },
    ],
    proposed: column.months === 'ask-period' ? 'period' : 'first',
    reason: 'A month is a period, not a day.',
  })
  return { months: chosen(question) as DatePlan['months'], question }
}

function decideSerials(
  facts: DateFacts,
  column: DateColumn,
  others: Span,
): Pick<DatePlan, 'serials' | 'serialFirst' | 'serialLast'> {
  const [min, max] = [parseDay(limits.dateMin) as number, parseDay(limits.dateMax) as number]
  const window = others
    ? { serialFirst: others.first - serialSlackDays, serialLast: others.last + serialSlackDays }
    : { serialFirst: min, serialLast: max }
  const span = facts.serialSpan
  const later = span && { first: span.first + 1462, last: span.last + 1462 }
  const old = column.period !== null && !isInside(span, column.period) && isInside(later, column.period)
  return { serials: old ? 1904 : 1900, ...window }
}

function dateNotes(facts: DateFacts, column: DateColumn, plan: DatePlan, reason: string): Note[] {
  const notes: Note[] = []
  const note = (code: string, text: string): void => void notes.push({ column: column.at, code, text })
  const { header } = column
  if (reason !== '' && facts.numbers.cells > 0)
    note('date-order', `Dates in “${header}” are read as ${orderNames[plan.order]}. ${reason}`)
  const serial = facts.serials.first[0]
  if (serial && facts.serials.cells > 0) {
    const day = inWords(dayOfSerial(Number(serial.text), plan.serials))
    note(
      'excel-serials',
      `${countCells(facts.serials.cells)} of “${header}” hold Excel's number of a day, such as ${serial.text} (line ${serial.line}) for ${day}.`,
    )
  }
  if (facts.shortYears.cells > 0)
    note(
      'short-years',
      `Years of two digits in “${header}”: 00 to 68 are read as 2000 to 2068, 69 to 99 as 1969 to 1999.`,
    )
  if (facts.months.cells > 0 && (column.months === 'first' || column.months === 'last'))
    note(
      'months-as-days',
      `${countCells(facts.months.cells)} of “${header}” name only a month (${quoteExamples(facts.months)}): read as its ${column.months} day.`,
    )
  if (facts.timed.cells > 0)
    note('time-dropped', `“${header}” holds times of day (${quoteExamples(facts.timed)}); the day counts as written.`)
  return notes
}
