import { hasKind, keyOf, type TableRow } from './table-row.ts'
import { TableShape } from './table-shape.ts'

/** Where the table begins in the rows at the start of a file or after a gap, and the names of its columns. */
export type FoundHeader = { headers: string[]; first: number; lines: number }

const rowsBelow = 30
const candidatesMax = 140

/**
 * The first row whose cells name most of the columns below it. `lines` is 0 where the table has no header: then `first`
 * is its first row of data.
 */
export function findHeader(rows: readonly TableRow[], scoreMin = 1): FoundHeader {
  const scores = rows.slice(0, candidatesMax).map((_, at) => scoreHeader(rows, at))
  // Of several tables the first counts, though the header of another may be richer.
  const enough = Math.max(scoreMin, Math.max(...scores) - 0.5)
  const best = scores.findIndex((score) => score > scoreMin && score >= enough)
  if (best >= 0) return withSecondLine(rows, best)
  return { headers: [], first: firstFullRow(rows), lines: 0 }
}

function scoreHeader(rows: readonly TableRow[], at: number): number {
  const row = rows[at] as TableRow
  const shape = shapeOf(rowsUnder(rows, at))
  if (row.filled === 0 || isProse(row) || isTitle(rows, at)) return 0
  if (shape.rows === 0) return isNames(row) && at === 0 ? 1.1 : 0
  const usual = shape.usualColumns()
  const covered = usual.filter((column) => isFilled(row, column)).length
  const coverage = usual.length === 0 ? 0 : covered / usual.length
  const periods = areYears(row, rows.slice(at + 1, at + 1 + rowsBelow)) || areDatesOverNumbers(row, shape)
  let contrast = 0
  let same = 0
  for (let column = 0; column < row.kinds.length; column++) {
    const kind = row.kinds[column]
    if (kind === 'empty' || !shape.isValues(column)) continue
    if (kind === 'text' || periods) contrast++
    else same++
  }
  const values = row.kinds.filter((kind) => kind === 'number' || kind === 'date').length
  if (coverage < 0.5 || same > 0 || (values * 2 > row.filled && !periods)) return 0
  return coverage * 2 + Math.min(contrast, 2) / 4 + distinctness(row) - at / 1000
}

const isProse = ({ cells, filled }: TableRow): boolean => cells.some((cell) => cell.length > (filled < 3 ? 200 : 2000))

/** Above rows of several cells a line of one names nothing. */
function isTitle(rows: readonly TableRow[], at: number): boolean {
  return rows[at]?.filled === 1 && rows.slice(at + 1).filter(({ filled }) => filled > 2).length > 1
}

/** Those that may be data: neither the header again, nor its second line, nor what is narrow as titles are. */
function rowsUnder(rows: readonly TableRow[], at: number): TableRow[] {
  const key = keyOf(rows[at] as TableRow)
  const [second, third] = [rows[at + 1], rows[at + 2]]
  const split = second && third && isNames(second) && !isNames(third)
  const from = at + (split ? 2 : 1)
  const below = rows.slice(from, from + rowsBelow).filter((row) => keyOf(row) !== key)
  const wide = below.map(({ filled }) => filled).sort((a, b) => b - a)[Math.floor(below.length / 4)] ?? 0
  return below.filter(({ filled }) => filled * 2 > wide)
}

const isFilled = (row: TableRow, column: number): boolean => (row.kinds[column] ?? 'empty') !== 'empty'
const isNames = (row: TableRow): boolean => !hasKind(row, 'number', 'date')

function shapeOf(rows: readonly TableRow[]): TableShape {
  const shape = new TableShape()
  for (const row of rows) shape.add(row)
  return shape
}

function distinctness(row: TableRow): number {
  const names = row.cells.filter((_, column) => isFilled(row, column))
  return new Set(names).size / names.length
}

function areDatesOverNumbers(row: TableRow, shape: TableShape): boolean {
  const values = [...row.kinds.keys()].filter((column) => isValue(row, column))
  return values.length > 0 && values.every((column) => row.kinds[column] === 'date' && !shape.isDates(column))
}

const isValue = (row: TableRow, column: number): boolean =>
  row.kinds[column] === 'number' || row.kinds[column] === 'date'

const isYear = (cell: string): boolean => /^\s*(19|20)\d\d\s*$/.test(cell)

/** Years that rise or fall across a row name columns, though they are numbers; so does one above what are no years. */
function areYears(row: TableRow, below: readonly TableRow[]): boolean {
  const columns = [...row.kinds.keys()].filter((column) => isValue(row, column))
  const cells = columns.map((column) => row.cells[column] as string)
  const years = cells.map((cell) => (isYear(cell) ? Number(cell) : Number.NaN))
  if (years.some(Number.isNaN)) return false
  const steps = years.slice(1).map((year, i) => year - (years[i] as number))
  const even = steps.every((step) => step === 1) || steps.every((step) => step === -1)
  if (steps.length === 0) {
    const [column] = columns
    return column !== undefined && row.filled > 1 && !below.some(({ cells: others }) => isYear(others[column] ?? ''))
  }
  return even || (steps.length > 1 && (steps.every((step) => step > 0) || steps.every((step) => step < 0)))
}

function firstFullRow(rows: readonly TableRow[]): number {
  const usual = shapeOf(rows).usualFilled
  return Math.max(
    0,
    rows.findIndex(({ filled }) => filled >= Math.max(1, Math.ceil(usual * 0.6))),
  )
}

/** A second line holds units, or the other half of names: text where the rows below have numbers and dates. */
function withSecondLine(rows: readonly TableRow[], at: number): FoundHeader {
  const first = rows[at] as TableRow
  const second = rows[at + 1]
  const headers = namesOf(first)
  const one = { headers: namesAbove(rows[at - 1], first) ?? headers, first: at + 1, lines: 1 }
  const below = rows.slice(at + 2, at + 2 + rowsBelow)
  if (!second || below.length === 0 || !isNames(second) || !isNames(first)) return one
  const shape = shapeOf(below)
  const texts = second.kinds.flatMap((kind, column) => (kind === 'text' ? [column] : []))
  const againstValues = texts.filter((column) => shape.isValues(column))
  const areUnits = againstValues.length > 0 && texts.every((column) => isUnit(second.cells[column] as string))
  const values = shape.usualColumns().filter((column) => shape.isValues(column))
  const areNames = againstValues.length > 1 && againstValues.length === values.length && second.filled >= 2
  if (!areUnits && !areNames) return one
  const width = Math.max(first.width, second.width)
  const joined = Array.from({ length: width }, (_, column) => {
    const unit = (second.cells[column] ?? '').trim()
    const bracketed = areUnits && unit !== '' && !/^[([]/.test(unit) ? `(${unit})` : unit
    return `${headers[column] ?? ''} ${bracketed}`.trim()
  })
  return { headers: joined, first: at + 2, lines: 2 }
}

const isUnit = (cell: string): boolean =>
  /^[([]?\s*(\p{Sc}|%|[A-Z]{3}|[A-Z]{1,2}\p{Sc}|in \S+|number|count|text|date|currency|percent|string|integer|#|dd[./-]mm[./-]yy(yy)?|mm[./-]dd[./-]yy(yy)?|yyyy-mm-dd)\s*[)\]]?$/iu.test(
    cell.trim(),
  )

function namesOf(row: TableRow): string[] {
  return row.cells.slice(0, row.width).map((cell) => cell.replace(/\s+/g, ' ').trim())
}

/** Where names repeat, a row above tells them apart: `Instagram` over `Reach` and `Clicks`. */
function namesAbove(above: TableRow | undefined, row: TableRow): string[] | undefined {
  if (!above || above.filled < 2 || distinctness(row) === 1 || !isNames(above)) return undefined
  let group = ''
  return namesOf(row).map((name, column) => {
    if (isFilled(above, column)) group = (above.cells[column] as string).trim()
    return `${group} ${name}`.trim()
  })
}
