import type { CellFault } from './typed-cell.ts'

/** Cells of one kind: how many there are, and the places of the first, such as `B7`. */
export type Places = { count: number; first: string[] }

/** What was seen of a sheet while its rows went by. Plain data. */
export type SheetFacts = {
  /** Whether the sheet was read to its end. */
  whole: boolean
  /** The cells that the sheet says it has, such as `A1:H100001`: often right, never sure. */
  dimension: string | null
  /** Rows and cells that say something, the last such row, and the columns up to the last such cell. */
  rows: number
  cells: number
  lastLine: number
  columns: number
  /** Of the rows that say something, those that Excel does not show. They are read all the same. */
  hiddenRows: { count: number; first: number[] }
  /** `C`, or `C:F`. They are read all the same. */
  hiddenColumns: string[]
  /** Cells that are shown as one, such as `B2:D2`. Known only where the sheet was read to its end. */
  merges: { count: number; listed: string[] }
  formulas: number
  errors: Places
  faults: Record<CellFault, Places>
  digitsLost: Places
  /** Currencies that number formats show, and in how many cells. */
  currencies: Record<string, number>
}
