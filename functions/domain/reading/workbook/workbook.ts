import type { CellFormat } from './cell-format.ts'
import type { DateSystem } from './serial-date.ts'
import type { ZipFile } from './zip-file.ts'

/** `veryHidden` sheets cannot be seen in Excel's own list of hidden ones. */
export type SheetState = 'visible' | 'hidden' | 'veryHidden'

export type SheetEntry = { name: string; state: SheetState; path: string }

/** A workbook whose outline was read; its cells still stand packed in `zip`. */
export type Workbook = {
  zip: ZipFile
  sheets: readonly SheetEntry[]
  dates: DateSystem
  formats: readonly CellFormat[]
  texts: readonly string[]
}
