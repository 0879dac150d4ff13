import type { ColumnFacts } from './column-facts.ts'
import { type Answers, ask, chosen, type Question } from './column-plan.ts'
import { countCells, quoteExamples } from './evidence.ts'
import type { FileFacts } from './file-facts.ts'
import { sideOfCell } from './side-words.ts'

export type SideDecision = { side: { at: number; negative: 'debit' | 'credit' } | null; question: Question | null }

/**
 * A column of nothing but `S` and `H`, `D` and `C`, `debit` and `credit`, beside amounts that have no sign: whether the
 * amounts of one side are negative is asked. A column that fills a field is none.
 */
export function decideSide(file: FileFacts, fields: ReadonlyMap<string, number>, answers: Answers): SideDecision {
  const amount = file.columns[fields.get('amount') ?? -1]
  const taken = [...fields.values()]
  const column = file.columns.find((one) => !taken.includes(one.at) && isSideColumn(one))
  if (!amount || !column || hasSigns(file, amount, column)) return { side: null, question: null }
  const credits = column.text.values.filter((value) => sideOfCell(value) === 'credit')
  if (credits.length === 0) return { side: null, question: null }
  const named = credits.map((value) => `“${value}”`).join(', ')
  const lines = countCells(amount.filled)
  const question = ask(answers, {
    id: `side:${column.at}`,
    column: column.at,
    code: 'credit-debit',
    text: `“${column.header}” says which lines are debit and which are credit, and “${amount.header}” (${quoteExamples(amount.number.numbers)}) has no signs. Are the lines with ${named} money back?`,
    options: [
      {
        value: 'credit',
        label: 'Yes: credits are negative',
        effect: `Of ${lines}, those with ${named} reduce the total.`,
      },
      {
        value: 'debit',
        label: 'The other way round: debits are negative',
        effect: 'The other lines reduce the total.',
      },
      { value: 'none', label: 'No: all amounts are spent', effect: 'All amounts count as they are written.' },
    ],
    proposed: 'credit',
    reason: 'A credit in a ledger of costs is a refund.',
  })
  const said = chosen(question)
  return { side: said === 'credit' || said === 'debit' ? { at: column.at, negative: said } : null, question }
}

export function isSideColumn({ text, filled }: ColumnFacts): boolean {
  return filled > 0 && !text.moreValues && text.values.every((value) => sideOfCell(value) !== undefined)
}

/** The amounts of one side have a minus already. */
const hasSigns = ({ sample }: FileFacts, amount: ColumnFacts, column: ColumnFacts): boolean =>
  amount.number.negatives.cells > 0 &&
  sample.some(({ cells }) => /[-−(]/.test(cells[amount.at] ?? '') && sideOfCell(cells[column.at] ?? '') === 'credit')
