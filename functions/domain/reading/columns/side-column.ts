import type { ColumnFacts } from './column-facts.ts'
import { type Answers, ask, chosen, type Question } from './column-plan.ts'
import { countCells, quoteExamples } from './evidence.ts'
import type { FileFacts } from './file-facts.ts'
import { namesDocument, sideOfCell } from './side-words.ts'

export type SideDecision = { side: { at: number; negative: 'debit' | 'credit' } | null; question: Question | null }

/**
 * A column of nothing but `S` and `H`, `D` and `C`, `debit` and `credit`, or `Invoice` and `Credit note`, beside amounts
 * that have no sign: whether the amounts of one side are negative is asked. A column that fills a field is none. Revenue
 * has no sides, only documents.
 */
export function decideSide(file: FileFacts, fields: ReadonlyMap<string, number>, answers: Answers): SideDecision {
  const amount = file.columns[fields.get('amount') ?? fields.get('revenue') ?? -1]
  const taken = [...fields.values()]
  const column = file.columns.find(
    (one) => !taken.includes(one.at) && isSideColumn(one) && (fields.has('amount') || hasDocuments(one)),
  )
  if (!amount || !column || hasSigns(file, amount, column)) return { side: null, question: null }
  const credits = column.text.values.filter((value) => sideOfCell(value) === 'credit')
  if (credits.length === 0) return { side: null, question: null }
  const named = credits.map((value) => `“${value}”`).join(', ')
  const lines = countCells(amount.filled)
  const documents = hasDocuments(column)
  const question = ask(answers, {
    id: `side:${column.at}`,
    column: column.at,
    code: 'credit-debit',
    text: `“${column.header}” ${
      documents ? `tells ${named} from other lines` : 'says which lines are debit and which are credit'
    }, and “${amount.header}” (${quoteExamples(amount.number.numbers)}) has no signs. Are the lines with ${named} money back?`,
    options: [
      {
        value: 'credit',
        label: documents ? 'Yes: they are negative' : 'Yes: credits are negative',
        effect: `Of ${lines}, those with ${named} reduce the total.`,
      },
      ...(documents ? [] : [otherWayRound]),
      { value: 'none', label: 'No: none is negative', effect: 'All amounts count as they are written.' },
    ],
    proposed: 'credit',
    reason: documents ? 'What they are called takes money back.' : 'A credit in a ledger of costs is a refund.',
  })
  const said = chosen(question)
  return { side: said === 'credit' || said === 'debit' ? { at: column.at, negative: said } : null, question }
}

const otherWayRound = {
  value: 'debit',
  label: 'The other way round: debits are negative',
  effect: 'The other lines reduce the total.',
}

/** Counts turn with the money: an order that was returned is one less. */
const turning = ['revenue', 'gross_profit', 'conversions']

/** Whether the sign of a field's column is that of its line's side. */
export function turnsWithSide({ columns }: FileFacts, field: string, fields: ReadonlyMap<string, number>): boolean {
  if (fields.has('amount')) return field === 'amount'
  return turning.includes(field) && columns[fields.get(field) ?? -1]?.number.negatives.cells === 0
}

const hasDocuments = ({ text }: ColumnFacts): boolean => text.values.every(namesDocument)

/** `S` and `H`, `debit` and `credit`: only books have it. */
export const isLedgerSide = (column: ColumnFacts): boolean => isSideColumn(column) && !hasDocuments(column)

function isSideColumn({ text, filled }: ColumnFacts): boolean {
  return filled > 0 && !text.moreValues && text.values.every((value) => sideOfCell(value) !== undefined)
}

/** The amounts of one side have a minus already. */
const hasSigns = ({ sample }: FileFacts, amount: ColumnFacts, column: ColumnFacts): boolean =>
  amount.number.negatives.cells > 0 &&
  sample.some(({ cells }) => /[-−(]/.test(cells[amount.at] ?? '') && sideOfCell(cells[column.at] ?? '') === 'credit')
