import type { Reading } from '../../contract/reading.ts'
import type { FileFacts } from './columns/file-facts.ts'
import { isRatio } from './columns/match-column.ts'
import type { FoundTable, TablePlan } from './table-plan.ts'
import type { Understood } from './understand-file.ts'

/** What stands below a mean or a rate is no sum. */
export function totalsOf({ totals }: TablePlan, table: number, found: FoundTable | undefined): Reading['totals'] {
  return totals
    .filter((total) => total.table === table)
    .flatMap(({ line, label, amounts, agreeing }) =>
      amounts
        .filter(({ column }) => agreeing.includes(column) || !isRatio(found?.headers[column] ?? ''))
        .map(({ column, text, sum, difference }) => ({
          line,
          label,
          header: found?.headers[column] ?? '',
          stated: text,
          sum,
          difference,
          agrees: agreeing.includes(column) || /^-?0*\.?0*$/.test(difference),
        })),
    )
}

export function fileNotes({ note, sheets, sheetFacts }: Understood): Reading['notes'] {
  const notes: Reading['notes'] = []
  const add = (code: string, text: string): void => void notes.push({ column: -1, code, text })
  if (note) add('encoding', note)
  const hidden = sheets.filter(({ state, rows }) => state !== 'visible' && rows > 0).map(({ name }) => `“${name}”`)
  if (hidden.length > 0) add('hidden-sheets', `Hidden sheets that hold something: ${hidden.slice(0, 10).join(', ')}.`)
  if (sheetFacts && sheetFacts.hiddenRows.count > 0)
    add('hidden-rows', `${sheetFacts.hiddenRows.count} hidden rows are read like the others.`)
  if (sheetFacts && sheetFacts.hiddenColumns.length > 0)
    add(
      'hidden-columns',
      `Hidden columns are read like the others: ${sheetFacts.hiddenColumns.slice(0, 10).join(', ')}.`,
    )
  if (sheetFacts && sheetFacts.merges.count > 0)
    add('merged-cells', `${sheetFacts.merges.count} groups of merged cells: their value stands in the first cell only.`)
  return notes
}

/** Columns that hold something under no name. */
export function unnamedNotes({ columns }: FileFacts): Reading['notes'] {
  return columns
    .filter(({ header, filled }) => header === '' && filled > 0)
    .map(({ at, text }) => ({
      column: at,
      code: 'column-unnamed',
      text: `Column ${at + 1} has no name in the header but holds something, such as “${text.values[0]}”.`,
    }))
}
