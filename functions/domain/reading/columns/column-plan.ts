import type { DateOrder } from './date-text.ts'
import type { DecimalMark } from './number-body.ts'

/** How the cells of one column are rewritten. Plain JSON: a mapping keeps it. */
export type ColumnPlan =
  | { as: 'text' }
  | NumberPlan
  | DatePlan
  | { as: 'currency'; marks: MarkMeanings }
  | { as: 'status' }

/** Currency mark in small letters → ISO code. */
export type MarkMeanings = Record<string, string>

export type NumberPlan = {
  as: 'number'
  expects: NumberUse
  decimal: DecimalMark
  /** Currency of cells without a mark, where no column of the file names it; '' if there is none. */
  currency: string
  marks: MarkMeanings
  /** Which side of the books counts as negative. */
  negativeSide: 'credit' | 'debit'
  /** The file writes what was spent with a minus. */
  flipped: boolean
  /** Digits to move the point to the right, where the header says thousands or millions. */
  power: number
  /** Round to the decimals of the currency, half to even, instead of refusing more. */
  rounding: boolean
}

/** What a number is for: money, whole counts, a rating from 0 to 100, a fraction of 1 or a rate of exchange. */
export type NumberUse = 'amount' | 'count' | 'score' | 'fraction' | 'rate'

export type DatePlan = {
  as: 'date'
  order: DateOrder
  serials: 1900 | 1904
  /** Days (since 1970) between which a bare number may be a date of Excel's. */
  serialFirst: number
  serialLast: number
  /** What a month without a day stands for. */
  months: 'first' | 'last' | 'period'
  /** Of dates without a year: the days, at most a year, in which each has one. */
  within?: { first: number; last: number }
}

/** One thing that only the user knows. Until it is answered, `proposed` is shown, and nothing is committed. */
export type Question = {
  /** Stable over runs: answers are kept by it. */
  id: string
  /** Position of the column; -1 for the file. */
  column: number
  code: string
  text: string
  options: { value: string; label: string; effect: string }[]
  proposed: string
  /** Why that is proposed. */
  reason: string
  /** The answer given; null while it waits. */
  answer: string | null
}

/** Something decided that the user should see, without having to answer. */
export type Note = { column: number; code: string; text: string }

/** Question id → value. */
export type Answers = Record<string, string>

export type ColumnDecision = { plan: ColumnPlan; questions: Question[]; notes: Note[] }

/** What to go by, the answer or else the proposal. */
export const chosen = (question: Question): string => question.answer ?? question.proposed

/** Takes an answer only if it is one of the options. */
export function ask(answers: Answers, question: Omit<Question, 'answer'>): Question {
  const given = answers[question.id]
  return { ...question, answer: question.options.some(({ value }) => value === given) ? (given as string) : null }
}
