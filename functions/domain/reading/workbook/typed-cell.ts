/** What is wrong with a cell that says something but has no value that could be loaded. */
export type CellFault = 'formula-without-value' | 'no-such-date' | 'not-a-number' | 'no-such-text'

/** What kind of thing the text of a cell is; the text itself stands beside it, in the record. */
export type TypedCell =
  | { kind: 'empty' }
  | { kind: 'text'; formula: boolean }
  | {
      kind: 'number'
      formula: boolean
      /** The text is the fraction: 0.0903 where Excel shows 9.03%. */
      percent: boolean
      /** Currencies that its format may mean, the likeliest first. A hint, as formats are copied about. */
      currencies: readonly string[] | undefined
      /** A whole number of more than 2^53, which the program that made the file could not hold exactly. */
      digitsLost: boolean
    }
  /** `time` is the part of the day, where there is one; a date's text is the day alone. */
  | { kind: 'date'; formula: boolean; time: string | undefined }
  | { kind: 'time'; formula: boolean }
  | { kind: 'boolean'; formula: boolean }
  /** The text is Excel's: `#DIV/0!`. */
  | { kind: 'error'; formula: boolean }
  | { kind: 'fault'; formula: boolean; fault: CellFault }

/** A row of a sheet: as a record of text, and what each of its cells is. */
export type SheetRecord = {
  /** The number of the row in the sheet. */
  line: number
  cells: string[]
  typed: TypedCell[]
  hidden: boolean
}

export const emptyCell: TypedCell = { kind: 'empty' }
