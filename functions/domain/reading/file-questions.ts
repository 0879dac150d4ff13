import type { ReadingChoice, ReadingQuestion } from '../../contract/reading.ts'
import type { UploadKind } from '../../contract/upload.ts'
import { ask, chosen } from './columns/column-plan.ts'
import type { ReadingOptions } from './reading-options.ts'
import type { FoundTable, TablePlan } from './table-plan.ts'
import type { Understood } from './understand-file.ts'

/** Figures without a day, of posts that have one: they may be all that each post has brought. */
export function askFigures(
  kind: UploadKind,
  filled: ReadonlyMap<string, number>,
  { figures, reading }: ReadingOptions,
): ReadingQuestion | null {
  const has = (field: string): boolean => filled.has(field)
  if (kind === 'spend' || figures !== undefined || has('date') || !has('post') || !has('published')) return null
  return ask(reading?.answers ?? {}, {
    id: 'figures',
    column: -1,
    code: 'figures-unclear',
    text: 'The file has figures of posts but no day for them. What are they?',
    options: [
      {
        value: 'lifetime',
        label: 'All that each post has brought until now',
        effect: 'They stand on the day of publication, and a later file replaces them.',
      },
      { value: 'daily', label: 'Figures of one day', effect: 'You are asked for that day.' },
    ],
    proposed: 'lifetime',
    reason: 'Each line names a post and when it was published.',
  })
}

/** The table that is read: chosen, or the likeliest. */
export function chosenTable(tables: TablePlan, choice: ReadingChoice): number {
  const question = askTable(tables, choice)
  return choice.table ?? Number((question && chosen(question)) ?? mainTable(tables))
}

function mainTable({ tables }: TablePlan): number {
  let best = 0
  tables.forEach((table, at) => {
    if (table.rows > (tables[best]?.rows ?? 0)) best = at
  })
  return best
}

/** Only where a second table holds rows enough to be meant. */
export function askTable(plan: TablePlan, { table, answers = {} }: ReadingChoice): ReadingQuestion | null {
  const filled = plan.tables.map((found, at) => ({ found, at })).filter(({ found }) => found.rows > 0)
  if (filled.length < 2 || table !== undefined) return null
  return ask(answers, {
    id: 'table',
    column: -1,
    code: 'several-tables',
    text: `The file holds ${filled.length} tables, one below the other. Which one shall be loaded?`,
    options: filled.map(({ found, at }) => ({
      value: String(at),
      label: `Lines ${found.firstLine} to ${found.lastLine}: ${found.headers.filter(Boolean).slice(0, 6).join(', ')}`,
      effect: `${found.rows} rows.`,
    })),
    proposed: String(mainTable(plan)),
    reason: 'It has the most rows.',
  })
}

export function askSheet(
  { sheets, source, askSheet: isOpen }: Understood,
  { sheet }: ReadingChoice,
): ReadingQuestion | null {
  if (!isOpen || sheet !== undefined || source.kind !== 'workbook') return null
  return {
    id: 'sheet',
    column: -1,
    code: 'several-sheets',
    text: 'The workbook holds several sheets with tables. Which one shall be loaded?',
    options: sheets
      .filter(({ rows }) => rows > 0)
      .map(({ name, rows, state }) => ({
        value: name,
        label: state === 'visible' ? name : `${name} (hidden)`,
        effect: `About ${rows} rows.`,
      })),
    proposed: source.sheet,
    reason: 'It holds the largest table that can be seen.',
    answer: null,
  }
}

/** Columns without names are known by what stands in them alone, which somebody has to look at. */
export function askNames(
  table: FoundTable | undefined,
  fields: ReadonlyMap<string, number>,
  { answers = {}, columns }: ReadingChoice,
): ReadingQuestion | null {
  if (!table || table.headerLine !== null || table.rows === 0 || columns !== undefined) return null
  const shown = [...fields].map(([field, at]) => `${table.headers[at]} is ${field}`).join(', ')
  return ask(answers, {
    id: 'names',
    column: -1,
    code: 'header-missing',
    text: 'The file has no line with the names of its columns. Is each column what is shown?',
    options: [{ value: 'shown', label: 'Yes, as shown', effect: shown === '' ? 'None is loaded.' : `${shown}.` }],
    proposed: 'shown',
    reason: 'It is what the cells look like. If it is wrong, say for each column what it is.',
  })
}
