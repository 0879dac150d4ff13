import type { ColumnFacts } from './column-facts.ts'
import type { Note, NumberPlan, Question } from './column-plan.ts'
import { bareHeader, wordsOf } from './column-words.ts'
import type { ColumnsDecision } from './decide-columns.ts'
import type { FileFacts } from './file-facts.ts'
import { sideOfHeader } from './side-words.ts'

/** Two columns of which each line fills one: what was spent, and what came back. */
export type DebitCredit = { debit: ColumnFacts; credit: ColumnFacts }

/** Of lines with an amount, one in so many may have two. */
const bothShare = 20

export function findDebitCredit(file: FileFacts): DebitCredit | null {
  const named = file.columns.flatMap((column) => {
    const found = isMoney(column) ? sideOfHeader(wordsOf(bareHeader(column.header))) : undefined
    return found ? [{ column, ...found }] : []
  })
  for (const { column: debit, rest } of named.filter(({ side }) => side === 'debit')) {
    const credit = named.find((other) => other.side === 'credit' && other.rest === rest)?.column
    if (credit && areExclusive(file, debit, credit)) return { debit, credit }
  }
  return null
}

const isMoney = ({ number, filled, date }: ColumnFacts): boolean =>
  number.numbers.cells * 10 >= filled * 9 && date.dates.cells === 0

function areExclusive({ sample }: FileFacts, debit: ColumnFacts, credit: ColumnFacts): boolean {
  if (debit.filled + credit.filled === 0) return false
  const says = (cell: string | undefined): boolean => /[1-9]/.test(cell ?? '')
  const one = sample.filter(({ cells }) => says(cells[debit.at]) || says(cells[credit.at])).length
  const both = sample.filter(({ cells }) => says(cells[debit.at]) && says(cells[credit.at])).length
  return both * bothShare <= one
}

export type NetDecision = {
  decision: ColumnsDecision
  /** The column that is taken off the amount, and how it is read; null where there is none. */
  less: { at: number; header: string; plan: NumberPlan } | null
}

/** Where the amount is the debit of a pair, the credit is taken off it. Which sign stands in either does not matter. */
export function takeCreditOff(
  file: FileFacts,
  fields: ReadonlyMap<string, number>,
  decision: ColumnsDecision,
): NetDecision {
  const pair = findDebitCredit(file)
  const plan = pair && decision.plans[pair.debit.at]
  if (!pair || plan?.as !== 'number' || fields.get('amount') !== pair.debit.at) return { decision, less: null }
  if ([...fields.values()].includes(pair.credit.at)) return { decision, less: null }
  const { debit, credit } = pair
  const plans = [...decision.plans]
  plans[debit.at] = { ...plan, flipped: isMostlyNegative(debit) }
  const less = { ...plan, flipped: !isMostlyNegative(credit) }
  const questions = decision.questions.filter(({ id }: Question) => id !== `sign:${debit.at}`)
  const note: Note = {
    column: debit.at,
    code: 'debit-less-credit',
    text: `What was spent is “${debit.header}” less “${credit.header}”: what stands in “${credit.header}” counts as money back.`,
  }
  return {
    decision: { plans, questions, notes: [...decision.notes, note] },
    less: { at: credit.at, header: credit.header, plan: less },
  }
}

const isMostlyNegative = ({ number }: ColumnFacts): boolean => number.negatives.cells > number.positives
