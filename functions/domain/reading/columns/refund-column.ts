import type { UploadKind } from '../../../contract/upload.ts'
import type { ColumnFacts } from './column-facts.ts'
import { type Answers, ask, chosen, type Note, type NumberPlan, type Question } from './column-plan.ts'
import { bareHeader, wordsOf } from './column-words.ts'
import type { ColumnsDecision } from './decide-columns.ts'
import { countCells, quoteExamples } from './evidence.ts'
import type { FileFacts } from './file-facts.ts'
import { refundNames } from './header-names.ts'
import { basisOf } from './match-column.ts'
import type { Preset } from './presets.ts'
import { findHeader } from './propose-mapping.ts'

type ReadColumn = { at: number; header: string; plan: NumberPlan }

/** A column of what was paid back, and the column of what that is a part of, where it is more than the revenue. */
export type RefundColumn = ReadColumn & { of?: ReadColumn }

export type RefundDecision = { refund: RefundColumn | null; question: Question | null; notes: Note[] }

const nothing: RefundDecision = { refund: null, question: null, notes: [] }
const names = refundNames.split(',').map((name) => wordsOf(name).join(' '))

/**
 * What was paid back stands beside the revenue in many exports of orders. Of a known export it is taken off; of any
 * other the user says whether it is off already.
 */
export function decideRefund(
  file: FileFacts,
  kind: UploadKind,
  fields: ReadonlyMap<string, number>,
  { plans }: ColumnsDecision,
  preset: Preset | null,
  answers: Answers,
): RefundDecision {
  const revenue = file.columns[fields.get('revenue') ?? -1]
  const plan = plans[revenue?.at ?? -1]
  if (kind !== 'results' || !revenue || plan?.as !== 'number') return nothing
  const known = preset?.refund && findHeader(file.columns, preset.refund.header)
  const column = known ?? file.columns.find((one) => isNamedRefund(one) && one !== revenue)
  if (!column || !saysMoney(column, known ? 0 : 0.5) || [...fields.values()].includes(column.at)) return nothing
  const whole = known && preset?.refund ? findHeader(file.columns, preset.refund.of) : undefined
  const refund = readLike(plan, column, whole === revenue ? undefined : whole)
  if (known) return { refund, question: null, notes: [noteOf(revenue, column, refund)] }
  const question = askRefund(revenue, column, answers)
  if (chosen(question) !== 'off') return { refund: null, question, notes: [] }
  return { refund, question, notes: [noteOf(revenue, column, refund)] }
}

const isNamedRefund = ({ header }: ColumnFacts): boolean => names.includes(wordsOf(bareHeader(header)).join(' '))

/**
 * Nothing but zeros and blanks is no refund.
 * @param share how much of it has to be numbers: what is none is a problem of its line, where the column is read
 */
const saysMoney = ({ number, filled }: ColumnFacts, share: number): boolean =>
  number.numbers.cells >= filled * share && number.positives + number.negatives.cells > 0

/** Whichever sign stands before what was paid back, it counts as a positive amount of refund. */
function readLike(plan: NumberPlan, column: ColumnFacts, whole: ColumnFacts | undefined): RefundColumn {
  const flipped = column.number.negatives.cells > column.number.positives
  return {
    at: column.at,
    header: column.header,
    plan: { ...plan, flipped },
    ...(whole ? { of: { at: whole.at, header: whole.header, plan } } : {}),
  }
}

const noteOf = (revenue: ColumnFacts, column: ColumnFacts, { of }: RefundColumn): Note => ({
  column: revenue.at,
  code: 'refunds-taken-off',
  text: `What stands in “${column.header}” is money back: on the same line and day it counts against “${revenue.header}” as a negative row.${
    of
      ? ` It is a part of “${of.header}”, which also holds shipping and tax, so that “${revenue.header}” is reduced by the same share.`
      : ''
  }`,
})

function askRefund(revenue: ColumnFacts, column: ColumnFacts, answers: Answers): Question {
  const isNet = basisOf(revenue.header) === 'net'
  return ask(answers, {
    id: `refund:${column.at}`,
    column: column.at,
    code: 'refunds-unclear',
    text: `“${column.header}” says what was paid back (${quoteExamples(column.number.numbers)}). Is “${revenue.header}” the revenue before that?`,
    options: [
      {
        value: 'off',
        label: 'Yes: take it off',
        effect: `Each of ${countCells(column.filled)} that is not zero becomes a negative row beside its line.`,
      },
      { value: 'none', label: 'No: it is off already, or does not count', effect: 'The column is not loaded.' },
    ],
    proposed: isNet ? 'none' : 'off',
    reason: isNet
      ? `“${revenue.header}” is called net.`
      : `“${revenue.header}” does not say that refunds are taken off.`,
  })
}
