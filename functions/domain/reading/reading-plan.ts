import type { UploadKind } from '../../contract/upload.ts'
import type { ColumnPlan } from './columns/column-plan.ts'
import type { Period } from './find-period.ts'
import type { FoundTable } from './table-plan.ts'
import type { TextPlan } from './text-plan.ts'

/** How the records of a file are got at. */
export type SourcePlan = { kind: 'text'; text: TextPlan } | { kind: 'workbook'; sheet: string }

type PlannedColumn = { at: number; header: string; plan: ColumnPlan }

export type PlannedField = {
  field: string
  at: number
  header: string
  plan: ColumnPlan
  /** Another column whose amount stands for it where its own cell is empty: credits beside debits, read as negative. */
  less?: PlannedColumn
  /** Another column whose words say on which lines the amount is negative. */
  side?: { at: number; negative: 'debit' | 'credit' }
  /** Another column with what was paid back: a negative row beside the line's own. `of` is what that is a part of. */
  refund?: PlannedColumn & { of?: PlannedColumn }
}

/** All that a second reading of a file needs to load it as it was shown. Plain JSON; kept with the upload. */
export type ReadingPlan = {
  format: 1
  kind: UploadKind
  source: SourcePlan
  table: FoundTable
  /** Lines of the table that are no data, rising. */
  leftOut: number[]
  fields: PlannedField[]
  constants: Record<string, string>
  /** Column of the order that several lines may be about, of which the first has the figures. */
  order?: number
  /** The days that the file says it covers. */
  period: Period | null
}
