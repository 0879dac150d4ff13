import { TableFinder } from '../find-table.ts'
import { BlankLines } from './blank-lines.ts'
import { rangeOf } from './cell-place.ts'
import { readSheet } from './read-sheet.ts'
import { emptyWorkbook } from './refuse-workbook.ts'
import type { SheetFacts } from './sheet-facts.ts'
import type { SheetRecord } from './typed-cell.ts'
import type { SheetState, Workbook } from './workbook.ts'
import { workbookLimits } from './workbook-limits.ts'

/** What a page shows of a sheet, so that its reader can choose one. */
export type SheetSurvey = {
  index: number
  name: string
  state: SheetState
  /** Rows that say something. `declared` is what the sheet says of itself, `at-least` what was seen before stopping. */
  rows: number
  rowsAre: 'counted' | 'declared' | 'at-least'
  columns: number
  /** Whether a table of more than one column was found in it. */
  hasTable: boolean
  /** Its first rows that say something. */
  sample: SheetRecord[]
  facts: SheetFacts
}

/** Looks into every sheet, but not through large ones. @throws Unreadable, also where no sheet says anything */
export async function surveySheets(workbook: Workbook): Promise<SheetSurvey[]> {
  const { surveyBytes, surveySheetBytes } = workbookLimits
  const bytesEach = Math.min(surveySheetBytes, Math.floor(surveyBytes / workbook.sheets.length))
  const surveys: SheetSurvey[] = []
  for (let index = 0; index < workbook.sheets.length; index++) {
    surveys.push(await surveySheet(workbook, index, bytesEach))
  }
  if (surveys.every(({ rows }) => rows === 0)) throw emptyWorkbook()
  return surveys
}

async function surveySheet(workbook: Workbook, index: number, bytesMax: number): Promise<SheetSurvey> {
  const { name, state } = workbook.sheets[index] ?? { name: '', state: 'visible' }
  const finder = new TableFinder()
  const blanks = new BlankLines()
  const sample: SheetRecord[] = []
  const rows = readSheet(workbook, index, bytesMax)
  let next = await rows.next()
  for (; !next.done; next = await rows.next()) {
    for (const record of blanks.fill(next.value)) finder.push(record)
    sample.push(...next.value.slice(0, workbookLimits.sampleRows - sample.length))
  }
  const hasTable = finder.finish().plan.tables.some((table) => table.rows > 0 && table.headers.length > 1)
  const facts = next.value
  return { index, name, state, ...rowsOf(facts), columns: facts.columns, hasTable, sample, facts }
}

function rowsOf({ whole, rows, dimension }: SheetFacts): Pick<SheetSurvey, 'rows' | 'rowsAre'> {
  if (whole) return { rows, rowsAre: 'counted' }
  const range = dimension === null ? undefined : rangeOf(dimension)
  const declared = range ? range.lastLine - range.firstLine + 1 : 0
  return declared > rows ? { rows: declared, rowsAre: 'declared' } : { rows, rowsAre: 'at-least' }
}
