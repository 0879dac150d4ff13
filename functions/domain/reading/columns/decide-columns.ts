import type { UploadKind } from '../../../contract/upload.ts'
import { type ColumnFacts, isYearless } from './column-facts.ts'
import type { Answers, ColumnDecision, ColumnPlan, Note, Question } from './column-plan.ts'
import { orderByDuration, orderOfTwin } from './date-relations.ts'
import type { DateOrder } from './date-text.ts'
import { decideCurrency } from './decide-currency.ts'
import { type DateColumn, decideDate } from './decide-date.ts'
import { decideNumber } from './decide-number.ts'
import { decideYearless, type YearHints, type YearlessColumn } from './decide-yearless.ts'
import { countCells, quoteExamples } from './evidence.ts'
import { useOfField } from './field-uses.ts'
import type { FileFacts } from './file-facts.ts'
import type { DecimalMark } from './number-body.ts'
import { findLostZeros } from './text-facts.ts'

export type ColumnChoice = {
  kind: UploadKind
  /** Field → position of its column. */
  mapping: Readonly<Record<string, number>>
  /** Constants for what the file lacks; `currency` is an ISO code. */
  constants?: Readonly<Record<string, string>>
  /** First and last day (since 1970) that the file says it covers. */
  period?: { first: number; last: number } | null
  rounding?: boolean
  years: YearHints
  answers?: Answers
}

/** The plan of every column by its position, what must be asked, and what was decided without asking. */
export type ColumnsDecision = { plans: ColumnPlan[]; questions: Question[]; notes: Note[] }

/** Decides how each column of a table is read. Pure and quick: asked again with answers, or for another mapping. */
export function decideColumns(file: FileFacts, choice: ColumnChoice): ColumnsDecision {
  const fields = new Map(Object.entries(choice.mapping).map(([field, at]) => [at, field]))
  const orders = settleOrders(file, choice)
  const leaning = leaningOf(file.columns)
  const decision: ColumnsDecision = { plans: [], questions: [], notes: [] }
  for (const column of file.columns) {
    const field = fields.get(column.at)
    const decided =
      field === undefined
        ? { plan: { as: 'text' } as const, questions: [], notes: [] }
        : decideColumn(column, field, { file, choice, orders, leaning })
    decision.plans.push(decided.plan)
    decision.questions.push(...decided.questions)
    decision.notes.push(...decided.notes, ...(field === undefined ? [] : columnNotes(column, decided.plan)))
  }
  return decision
}

type Context = {
  file: FileFacts
  choice: ColumnChoice
  orders: ReadonlyMap<number, DateOrder | null>
  leaning: ReadonlyMap<number, DecimalMark | null>
}

function decideColumn(column: ColumnFacts, field: string, { file, choice, orders, leaning }: Context): ColumnDecision {
  const use = useOfField(choice.kind, field)
  const answers = choice.answers ?? {}
  switch (use.as) {
    case 'number':
      return decideNumber(
        column.number,
        {
          at: column.at,
          header: column.header,
          use: use.use,
          field,
          leaning: leaning.get(column.at) ?? null,
          hasCurrencyColumn: choice.mapping.currency !== undefined,
          currency: choice.constants?.currency ?? '',
          rounding: choice.rounding ?? false,
        },
        answers,
      )
    case 'date':
      if (isYearless(column) && column.yearless)
        return decideYearless(column.yearless, yearlessColumn(column, file, choice, orders), answers)
      return decideDate(column.date, { ...dateColumn(column, file, choice, orders), months: use.months }, answers)
    case 'currency':
      return decideCurrency(column, answers)
    default:
      return { plan: { as: use.as }, questions: [], notes: [] }
  }
}

/** The orders of all columns that hold dates, known ones first: they help to settle the rest. */
function settleOrders(file: FileFacts, choice: ColumnChoice): ReadonlyMap<number, DateOrder | null> {
  const dates = file.columns.filter(({ date, filled }) => date.dates.cells * 2 > filled)
  const orders = new Map<number, DateOrder | null>()
  const alone = { months: 'first', period: choice.period ?? null, settled: null, leaning: null } as const
  for (const { at, header, date } of dates) {
    orders.set(at, decideDate(date, { at, header, ...alone }, {}).order)
  }
  for (const column of dates) {
    if (orders.get(column.at) === null)
      orders.set(column.at, orderByDuration(column, orders, file.columns, file.sample)?.order ?? null)
  }
  return orders
}

function dateColumn(
  column: ColumnFacts,
  file: FileFacts,
  choice: ColumnChoice,
  orders: ReadonlyMap<number, DateOrder | null>,
): Omit<DateColumn, 'months'> {
  return {
    at: column.at,
    header: column.header,
    period: choice.period ?? null,
    settled:
      orderByDuration(column, orders, file.columns, file.sample) ?? orderOfTwin(column, orders, file.columns, true),
    leaning: orderOfTwin(column, orders, file.columns, false),
  }
}

function yearlessColumn(
  { at, header, yearless }: ColumnFacts,
  { columns }: FileFacts,
  { period = null, years }: ColumnChoice,
  orders: ReadonlyMap<number, DateOrder | null>,
): YearlessColumn {
  const hints = [...orders].flatMap(([other, order]) => {
    const twin = columns[other]
    if (!twin || order === null || twin.date.numbers.cells === 0) return []
    const isAlike = twin.date.shapes.every((shape) => yearless?.separators.includes(shape.slice(0, -1)))
    return [{ isAlike, hint: { order, reason: `“${twin.header}” of the same file is written so.` } }]
  })
  const settled = hints.find(({ isAlike }) => isAlike)?.hint ?? null
  return { at, header, period, years, settled, leaning: hints[0]?.hint ?? null }
}

/** For each column, the decimal mark that the others show; null where they show none or both. */
function leaningOf(columns: readonly ColumnFacts[]): ReadonlyMap<number, DecimalMark | null> {
  const points = columns.filter(({ number }) => number.pointOnly.cells > number.commaOnly.cells).map(({ at }) => at)
  const commas = columns.filter(({ number }) => number.commaOnly.cells > number.pointOnly.cells).map(({ at }) => at)
  return new Map(
    columns.map(({ at }) => {
      const [point, comma] = [points.some((other) => other !== at), commas.some((other) => other !== at)]
      return [at, point === comma ? null : point ? '.' : ',']
    }),
  )
}

function columnNotes(column: ColumnFacts, plan: ColumnPlan): Note[] {
  const notes: Note[] = []
  const { at, header, text, errors } = column
  if (errors.cells > 0)
    notes.push({
      column: at,
      code: 'error-cells',
      text: `“${header}” holds formulas that failed: ${quoteExamples(errors)}. Those lines are refused until it is mended.`,
    })
  if (plan.as !== 'text') return notes
  if (text.destroyed.cells > 0)
    notes.push({
      column: at,
      code: 'ids-destroyed',
      text: `A spreadsheet shortened ${countCells(text.destroyed.cells)} of “${header}”, such as ${quoteExamples(text.destroyed)}; different ids may now look the same. Export the column as text.`,
    })
  const lost = findLostZeros(text)
  if (lost)
    notes.push({
      column: at,
      code: 'zeros-lost',
      text: `Codes in “${header}” have ${lost.width} digits, but ${countCells(lost.shorter.cells)} are shorter, such as ${quoteExamples(lost.shorter)}: leading zeros were probably lost.`,
    })
  return notes
}
