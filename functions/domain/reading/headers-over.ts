import type { FoundHeader } from './find-header.ts'
import type { TableRow } from './table-row.ts'

const rowsMin = 2
/** `234.56`: what stands behind the comma of an amount that was not quoted. */
const restOfNumber = /^\d{3}(?:[.,]\d+)?$/

/** What a column without a name is called. */
export const columnName = (at: number): string => `Column ${at + 1}`

/**
 * The names of a table's columns, '' for those at its end that its rows have and its header does not name. Of a table
 * without a header they are counted.
 * @param cells how many the header's line has, with or without a name
 */
export function headersOver({ headers, lines }: FoundHeader, rows: readonly TableRow[], cells: number): string[] {
  if (lines === 0) return Array.from({ length: widest(rows) }, (_, at) => columnName(at))
  const blanks = Math.min(cells, widest(rows)) - headers.length
  const more = Math.max(0, blanks, unnamed(headers.length, rows))
  return [...headers, ...Array.from({ length: more }, () => '')]
}

const widest = (rows: readonly TableRow[]): number => Math.max(0, ...rows.map(({ width }) => width))

/** How many columns more nearly all rows have. Where only some have, or a number was cut, a quote is missing. */
function unnamed(named: number, rows: readonly TableRow[]): number {
  const wider = rows.filter(({ width }) => width > named)
  if (wider.length < rowsMin || wider.length * 10 < rows.length * 9) return 0
  const cut = wider.filter(({ cells, width }) =>
    cells.slice(named, width).some((cell) => restOfNumber.test(cell.trim())),
  )
  return cut.length * 2 > wider.length ? 0 : widest(wider) - named
}
