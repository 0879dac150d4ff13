/** A record of any source: a CSV file or a sheet. `line` is its line or its row, counted from 1. */
export type SourceRecord = { line: number; cells: readonly string[] }

export type SkipReason = 'title' | 'comment' | 'blank' | 'repeated-header' | 'total' | 'note' | 'footer'

export type FoundTable = {
  /** Null where the file has none: its columns have no names. */
  headerLine: number | null
  /** Of a header over two lines both are joined: `Amount (EUR)`. */
  headers: string[]
  /** Cells that the header's line has, also without a name: what stands there is not loaded. */
  width?: number
  /** The lines of the first and the last row that belongs to the table; the header's where it has none. */
  firstLine: number
  lastLine: number
  /** Data rows, without totals. */
  rows: number
}

/** What a total says of one column, and what the rows that it covers come to, as plain decimals. */
export type TotalAmount = { column: number; text: string; sum: string; difference: string }

export type FoundTotal = {
  table: number
  line: number
  label: string
  covers: { rows: number; firstLine: number; lastLine: number }
  amounts: TotalAmount[]
  /** The columns whose amount is not zero and equals the exact sum of the rows that are covered. */
  agreeing: number[]
}

/** What was understood of a file: small, and the same however the file was cut. */
export type TablePlan = {
  tables: FoundTable[]
  /** Of each table the first and the last; `skippedCounts.total` counts them all. */
  totals: FoundTotal[]
  /** The first of the lines that are no data. */
  skipped: { line: number; why: SkipReason }[]
  skippedCounts: Record<SkipReason, number>
  /** All lines that are no data, rising, but for blank ones, which can be told by themselves. */
  leftOut: number[]
}
