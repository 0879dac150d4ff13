import { type Day, parseDay } from '../../calendar.ts'
import { type DateOrder, type DateText, fullYear, readDateText } from './date-text.ts'
import { addEvidence, type Evidence, noEvidence } from './evidence.ts'

/** First and last day of what was seen; null before anything was. */
export type Span = { first: Day; last: Day } | null

/** What all dates of a column show. Plain data. */
export type DateFacts = {
  /** Cells that name a day in some reading. */
  dates: Evidence
  /** Days that need no order: ISO, month names, year first. */
  named: Evidence
  namedSpan: Span
  /** Dates of three numbers, and how many of them are a day in each order. */
  numbers: Evidence
  orders: Record<DateOrder, { fits: number; span: Span }>
  dmyOnly: Evidence
  mdyOnly: Evidence
  /** Both day-first and month-first, and another day each way. */
  differ: Evidence
  /** Differing values of the first and last number where all have two digits: the year varies least. */
  shortYears: Evidence
  firstValues: { count: number; least: number }
  lastValues: { count: number; least: number }
  /** `/4`, `-2`: separator and digits of the year, as columns of one file share them. */
  shapes: string[]
  serials: Evidence
  serialSpan: Span
  months: Evidence
  /** Weeks, quarters, days without a year: no day can be told. */
  unclear: Evidence
  impossible: Evidence
  timed: Evidence
}

const orders = ['dmy', 'mdy', 'ymd'] as const
const keptMax = 20_000
const shapesMax = 8

/** The day of a date of numbers in an order; undefined if there is no such day. */
export function dayInOrder(text: DateText & { form: 'numbers' }, order: DateOrder): Day | undefined {
  const [a, b, c] = text.parts
  if (order === 'ymd') return text.yearFirst ? dayOf(fullYear(a), b, c) : undefined
  if (!text.yearLast) return undefined
  const year = text.shortYear ? fullYear(c) : c
  return order === 'dmy' ? dayOf(year, b, a) : dayOf(year, a, b)
}

export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

type Kept = { text: DateText; days: readonly (Day | undefined)[] }

/** Looks at the cells of one column as dates. Holds no cell but the first examples and a bounded cache. */
export class DateProfiler {
  readonly #facts: DateFacts = {
    dates: noEvidence(),
    named: noEvidence(),
    namedSpan: null,
    numbers: noEvidence(),
    orders: { dmy: { fits: 0, span: null }, mdy: { fits: 0, span: null }, ymd: { fits: 0, span: null } },
    dmyOnly: noEvidence(),
    mdyOnly: noEvidence(),
    differ: noEvidence(),
    shortYears: noEvidence(),
    firstValues: { count: 0, least: 0 },
    lastValues: { count: 0, least: 0 },
    shapes: [],
    serials: noEvidence(),
    serialSpan: null,
    months: noEvidence(),
    unclear: noEvidence(),
    impossible: noEvidence(),
    timed: noEvidence(),
  }
  readonly #firsts = new Set<number>()
  readonly #lasts = new Set<number>()
  readonly #kept = new Map<string, Kept | null>()

  /** @returns whether the cell is a date in some reading */
  add(line: number, text: string): boolean {
    const kept = this.#read(text)
    if (!kept) return false
    this.#count(line, text, kept)
    return true
  }

  facts(): DateFacts {
    return { ...this.#facts, firstValues: summarise(this.#firsts), lastValues: summarise(this.#lasts) }
  }

  #read(text: string): Kept | null {
    const known = this.#kept.get(text)
    if (known !== undefined) return known
    const read = readDateText(text)
    const kept = read ? { text: read, days: daysOf(read) } : null
    if (this.#kept.size < keptMax) this.#kept.set(text, kept)
    return kept
  }

  #count(line: number, cell: string, { text, days }: Kept): void {
    const facts = this.#facts
    switch (text.form) {
      case 'serial':
        addEvidence(facts.serials, line, cell)
        facts.serialSpan = widen(facts.serialSpan, dayOfSerial(text.days, 1900))
        return
      case 'month':
        addEvidence(facts.months, line, cell)
        return
      case 'day':
        addEvidence(facts.dates, line, cell)
        if (text.timed) addEvidence(facts.timed, line, cell)
        addEvidence(days[0] === undefined ? facts.impossible : facts.named, line, cell)
        if (days[0] !== undefined) facts.namedSpan = widen(facts.namedSpan, days[0])
        return
      case 'numbers':
        addEvidence(facts.dates, line, cell)
        if (text.timed) addEvidence(facts.timed, line, cell)
        this.#countNumbers(line, cell, text, days)
        return
      default:
        addEvidence(facts.unclear, line, cell)
    }
  }

  #countNumbers(
    line: number,
    cell: string,
    text: DateText & { form: 'numbers' },
    days: readonly (Day | undefined)[],
  ): void {
    const facts = this.#facts
    const [dmy, mdy] = days
    if (days.every((day) => day === undefined)) {
      addEvidence(facts.impossible, line, cell)
      return
    }
    addEvidence(facts.numbers, line, cell)
    orders.forEach((order, at) => {
      const day = days[at]
      if (day === undefined) return
      facts.orders[order].fits++
      facts.orders[order].span = widen(facts.orders[order].span, day)
    })
    if (dmy !== undefined && mdy === undefined) addEvidence(facts.dmyOnly, line, cell)
    if (mdy !== undefined && dmy === undefined) addEvidence(facts.mdyOnly, line, cell)
    if (new Set(days.filter((day) => day !== undefined)).size > 1) addEvidence(facts.differ, line, cell)
    if (text.shortYear) {
      addEvidence(facts.shortYears, line, cell)
      this.#firsts.add(text.parts[0])
      this.#lasts.add(text.parts[2])
    }
    if (!facts.shapes.includes(text.shape) && facts.shapes.length < shapesMax) facts.shapes.push(text.shape)
  }
}

const summarise = (values: ReadonlySet<number>) => ({ count: values.size, least: Math.min(...values, 99) })

function daysOf(text: DateText): readonly (Day | undefined)[] {
  if (text.form === 'day') return [dayOf(text.year, text.month, text.day)]
  return text.form === 'numbers' ? orders.map((order) => dayInOrder(text, order)) : []
}

/** Excel's day numbers: 25569 is 1970-01-01; the other calendar of old Macs starts 1462 days later. */
export function dayOfSerial(serial: number, system: 1900 | 1904): Day {
  return Math.floor(serial) - 25_569 + (system === 1904 ? 1462 : 0)
}

export function widen(span: Span, day: Day): Span {
  if (span === null) return { first: day, last: day }
  return { first: Math.min(span.first, day), last: Math.max(span.last, day) }
}
