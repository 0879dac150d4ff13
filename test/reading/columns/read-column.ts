import type { UploadKind } from '../../../functions/contract/upload.ts'
import { parseDay } from '../../../functions/domain/calendar.ts'
import { CellRewriter } from '../../../functions/domain/reading/columns/cell-rewriter.ts'
import type { CellType } from '../../../functions/domain/reading/columns/column-facts.ts'
import type { Answers, Note, Question } from '../../../functions/domain/reading/columns/column-plan.ts'
import { type ColumnChoice, decideColumns } from '../../../functions/domain/reading/columns/decide-columns.ts'
import { FileProfiler } from '../../../functions/domain/reading/columns/file-facts.ts'

export type ReadTable = {
  /** Rewritten cells, column by column; a fault is `!code`. */
  columns: string[][]
  currencies: string[][]
  until: string[][]
  faults: string[]
  questions: Question[]
  notes: Note[]
}

/** Profiles a table, decides it, answers what is asked and rewrites its cells. */
export function readTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  chosen: Omit<ColumnChoice, 'answers' | 'years'>,
  answer: (question: Question) => string | undefined = () => undefined,
  types?: readonly (CellType | undefined)[],
): ReadTable {
  const choice = { ...chosen, years: { named: [], sentOn: parseDay('2026-06-15') as number } }
  const profiler = new FileProfiler(headers)
  rows.forEach((cells, at) => {
    profiler.push({ line: at + 2, cells, ...(types && { typed: types }) })
  })
  const facts = profiler.facts()
  const asked = decideColumns(facts, choice)
  const answers: Answers = {}
  for (const question of asked.questions) {
    const value = answer(question)
    if (value !== undefined) answers[question.id] = value
  }
  const { plans, notes } = decideColumns(facts, { ...choice, answers })
  // A plan is kept as JSON between the passes.
  const rewriter = new CellRewriter(JSON.parse(JSON.stringify(plans)))
  const table: ReadTable = {
    columns: headers.map(() => []),
    currencies: headers.map(() => []),
    until: headers.map(() => []),
    faults: [],
    questions: asked.questions,
    notes,
  }
  for (const cells of rows) {
    const at = choice.mapping.currency
    const row = at === undefined ? { text: '' } : rewriter.rewrite(at, cells[at] ?? '')
    const rowCurrency = 'text' in row ? row.text : ''
    headers.forEach((_, column) => {
      const rewritten = rewriter.rewrite(column, cells[column] ?? '', types?.[column], rowCurrency)
      if ('fault' in rewritten) table.faults.push(rewritten.fault.message)
      table.columns[column]?.push('fault' in rewritten ? `!${rewritten.fault.code}` : rewritten.text)
      table.currencies[column]?.push('text' in rewritten ? (rewritten.currency ?? '') : '')
      table.until[column]?.push('text' in rewritten ? (rewritten.until ?? '') : '')
    })
  }
  return table
}

/** The same for one column that fills one field. */
export function readColumn(
  cells: readonly string[],
  field: string,
  options: {
    kind?: UploadKind
    header?: string
    currency?: string
    period?: ColumnChoice['period']
    rounding?: boolean
    type?: CellType
    answer?: (question: Question) => string | undefined
  } = {},
) {
  const { kind = 'performance', header = field, currency = 'USD', period = null, rounding = false } = options
  const table = readTable(
    [header],
    cells.map((cell) => [cell]),
    { kind, mapping: { [field]: 0 }, period, rounding, ...(currency && { constants: { currency } }) },
    options.answer,
    options.type && [options.type],
  )
  return {
    texts: table.columns[0] as string[],
    currencies: table.currencies[0] as string[],
    until: table.until[0] as string[],
    asked: table.questions.map(({ code }) => code),
    questions: table.questions,
    noted: table.notes.map(({ code }) => code),
    faults: table.faults,
  }
}
