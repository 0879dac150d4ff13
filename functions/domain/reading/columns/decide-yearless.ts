import { limits } from '../../../contract/limits.ts'
import { type Day, formatDay, parseDay } from '../../calendar.ts'
import type { Period } from '../find-period.ts'
import { type Answers, ask, chosen, type DatePlan, type Note, type Question } from './column-plan.ts'
import { dayOf, type Span, widen } from './date-facts.ts'
import { type DateDecision, inWords, type OrderHint } from './decide-date.ts'
import { countCells, quoteExamples } from './evidence.ts'
import type { YearlessFacts } from './yearless-facts.ts'
import { dayIn, readYearless, type YearlessOrder } from './yearless-text.ts'

export type YearlessColumn = {
  at: number
  header: string
  /** The file's own period. */
  period: Period | null
  /** An order that a column of the file, written alike, is known to have; or one that is only proposed. */
  settled: OrderHint | null
  leaning: OrderHint | null
  years: YearHints
}

/** What may tell the year of dates that have none. */
export type YearHints = {
  /** Years that the file names elsewhere, the likeliest first. */
  named: readonly number[]
  /** The day on which the file was sent. */
  sentOn: Day
}

/** A year, or the twelve months up to a day: each day and month stands in it once. */
type Window = { value: string; label: string; first: Day; last: Day }

const yearsOffered = 6
const daysMax = 366
const names: Record<YearlessOrder, string> = { dmy: 'day, month', mdy: 'month, day' }

/** Decides which number is the month, and of which year all days of a column are: by the file's period, or by asking. */
export function decideYearless(facts: YearlessFacts, column: YearlessColumn, answers: Answers): DateDecision {
  const { order, reason, sure } = decideOrder(facts, column)
  const orderQuestion = sure ? null : askOrder(facts, column, answers, order, reason)
  const taken = orderQuestion ? (chosen(orderQuestion) as YearlessOrder) : order
  const days = facts.days[taken]
  const own = column.period && areInside(days, column.period) ? column.period : null
  const asked = own ? null : askYear(facts, column, answers, days)
  const { first, last } = own ?? (asked as { window: Window }).window
  const plan: DatePlan = {
    as: 'date',
    order: taken,
    serials: 1900,
    serialFirst: 0,
    serialLast: 0,
    months: 'first',
    within: { first, last },
  }
  const questions = [orderQuestion, asked?.question].filter((one) => one !== null && one !== undefined)
  return { plan, questions, notes: notesOf(column, plan, own, sure ? reason : ''), order: sure ? order : null }
}

type Order = { order: YearlessOrder; reason: string; sure: boolean }

function decideOrder(facts: YearlessFacts, { period, settled, leaning }: YearlessColumn): Order {
  const { dmyOnly, mdyOnly, differ, days, separators } = facts
  if (dmyOnly.cells > 0 && mdyOnly.cells > 0) {
    const order = dmyOnly.cells >= mdyOnly.cells ? 'dmy' : 'mdy'
    return { order, reason: 'More days of the column fit it.', sure: false }
  }
  if (mdyOnly.cells > 0) return { order: 'mdy', reason: '', sure: true }
  if (dmyOnly.cells > 0 || differ.cells === 0) return { order: 'dmy', reason: '', sure: true }
  const inside = period ? (['dmy', 'mdy'] as const).filter((order) => areInside(days[order], period)) : []
  if (inside.length === 1)
    return {
      order: inside[0] as YearlessOrder,
      reason: 'Only so do all days lie in the file’s own period.',
      sure: true,
    }
  if (settled && settled.order !== 'ymd') return { order: settled.order, reason: settled.reason, sure: true }
  if (separators.every((separator) => separator === '.'))
    return { order: 'dmy', reason: 'Where dates are written with points, the day comes first.', sure: true }
  if (leaning && leaning.order !== 'ymd') return { order: leaning.order, reason: leaning.reason, sure: false }
  return { order: 'dmy', reason: 'Accounting programs that leave out the year put the day first.', sure: false }
}

function askOrder(
  facts: YearlessFacts,
  { at, header }: YearlessColumn,
  answers: Answers,
  proposed: YearlessOrder,
  reason: string,
): Question {
  const mixed = facts.dmyOnly.cells > 0 && facts.mdyOnly.cells > 0
  const example = (mixed ? facts.mdyOnly : facts.differ).first[0]?.text ?? ''
  const text = readYearless(example)
  const label = (order: YearlessOrder): string => {
    const day = text && dayIn(text, order)
    return `${names[order]}: ${example} is ${day === undefined ? 'no day' : nameDay(day)}`
  }
  return ask(answers, {
    id: `order:${at}`,
    column: at,
    code: mixed ? 'date-order-mixed' : 'date-order-unclear',
    text: mixed
      ? `“${header}” mixes two ways to write days without a year: ${quoteExamples(facts.dmyOnly)} but ${quoteExamples(facts.mdyOnly)}. What comes first?`
      : `In “${header}”, what does ${quoteExamples(facts.differ)} mean? It has no year, and nothing in the file tells whether the day or the month comes first.`,
    options: (['dmy', 'mdy'] as const).map((order) => {
      const wrong = (order === 'dmy' ? facts.mdyOnly : facts.dmyOnly).cells
      const days = facts.days[order]
      const run = `The days run from ${nameDay(days[0] ?? 101)} to ${nameDay(days.at(-1) ?? 1231)}`
      return {
        value: order,
        label: label(order),
        effect: `${run}${wrong > 0 ? `; ${countCells(wrong)} would be no date and be refused` : ''}.`,
      }
    }),
    proposed,
    reason,
  })
}

/** `2 March`. */
const nameDay = (day: number): string => inWords(dayInYear(day, 2000) ?? 0).replace(/ \d+$/, '')

const dayInYear = (day: number, year: number): Day | undefined => dayOf(year, Math.floor(day / 100), day % 100)

/** The day of the year that a day and a month have within a period of at most a year. */
export function dayWithin(day: number, { first, last }: Period, from = yearOf(first)): Day | undefined {
  for (let year = from; year <= yearOf(last); year++) {
    const at = dayInYear(day, year)
    if (at !== undefined && at >= first && at <= last) return at
  }
  return undefined
}

/** The day that a period of a year and a day begins and ends with stands in it twice. */
function isOnceIn(day: number, period: Period): boolean {
  const at = dayWithin(day, period)
  return at !== undefined && dayWithin(day, period, yearOf(at) + 1) === undefined
}

const yearOf = (day: Day): number => Number(formatDay(day).slice(0, 4))

/** A period of more than a year does not tell. */
const areInside = (days: readonly number[], period: Period): boolean =>
  period.last - period.first < daysMax && days.every((day) => isOnceIn(day, period))

function askYear(
  facts: YearlessFacts,
  { at, header, period, years }: YearlessColumn,
  answers: Answers,
  days: readonly number[],
): { question: Question; window: Window } {
  const { year, reason } = proposeYear(days, period, years)
  const windows = offeredWindows(year, period, years)
  const question = ask(answers, {
    id: `year:${at}`,
    column: at,
    code: 'year-missing',
    text: `“${header}” holds days without a year, such as ${quoteExamples(facts.seen)}. Of which year are they?`,
    options: windows.map((window) => ({ value: window.value, label: window.label, effect: effectOf(days, window) })),
    proposed: String(year),
    reason,
  })
  return { question, window: windows.find(({ value }) => value === chosen(question)) as Window }
}

function proposeYear(
  days: readonly number[],
  period: Period | null,
  { named, sentOn }: YearHints,
): { year: number; reason: string } {
  if (period) return { year: yearOf(period.last), reason: 'The file’s own period ends in it.' }
  if (named[0] !== undefined) return { year: named[0], reason: 'The file names it elsewhere.' }
  const year = yearOf(sentOn)
  const isPast = days.every((day) => (dayInYear(day, year) ?? 0) <= sentOn)
  return {
    year: isPast ? year : year - 1,
    reason: 'It is the last one in which none lies after the day on which the file was sent.',
  }
}

function offeredWindows(proposed: number, period: Period | null, { named, sentOn }: YearHints): Window[] {
  const sent = yearOf(sentOn)
  const usual = Array.from({ length: yearsOffered }, (_, before) => sent - before)
  const periods = period ? [yearOf(period.first), yearOf(period.last)] : []
  const years = [...new Set([proposed, ...periods, ...named, ...usual])].sort((a, b) => b - a)
  const until = period?.last ?? sentOn
  return [...years.filter(isPossible).map(wholeYear), twelveMonths(until)]
}

const isPossible = (year: number): boolean => `${year}-01-01` >= limits.dateMin && `${year}-12-31` <= limits.dateMax

const wholeYear = (year: number): Window => ({
  value: String(year),
  label: String(year),
  first: parseDay(`${year}-01-01`) as Day,
  last: parseDay(`${year}-12-31`) as Day,
})

function twelveMonths(last: Day): Window {
  const [year = '', rest = ''] = [formatDay(last).slice(0, 4), formatDay(last).slice(4)]
  const first = (parseDay(`${Number(year) - 1}${rest}`) ?? last - 365) + 1
  const value = `to-${formatDay(last)}`
  return { value, label: `The twelve months up to ${inWords(last)}`, first, last }
}

function effectOf(days: readonly number[], window: Window): string {
  let span: Span = null
  for (const day of days) {
    const at = dayWithin(day, window)
    if (at !== undefined) span = widen(span, at)
  }
  const leap = days.some((day) => dayWithin(day, window) === undefined)
    ? '; 29 February would be no day and be refused'
    : ''
  return `The dates run from ${span ? inWords(span.first) : '–'} to ${span ? inWords(span.last) : '–'}${leap}.`
}

function notesOf({ at, header }: YearlessColumn, plan: DatePlan, own: Period | null, reason: string): Note[] {
  const notes: Note[] = []
  const order = names[plan.order as YearlessOrder]
  if (reason !== '')
    notes.push({ column: at, code: 'date-order', text: `Days in “${header}” are read as ${order}. ${reason}` })
  if (own)
    notes.push({
      column: at,
      code: 'year-from-period',
      text: `“${header}” holds days without a year: they are taken to lie in the file’s own period, ${formatDay(own.first)} to ${formatDay(own.last)}.`,
    })
  return notes
}
