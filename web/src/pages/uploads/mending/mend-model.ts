import {
  columnVisibilityFeature,
  constructTable,
  createPaginatedRowModel,
  rowPaginationFeature,
  tableFeatures,
} from '@tanstack/table-core'
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings'
import type { CellMend, UploadLines } from '../../../../../functions/contract/cell-patch.ts'
import { limits } from '../../../../../functions/contract/limits.ts'
import type { Problem } from '../../../../../functions/contract/problem.ts'

export type MendLine = { line: number; cells: readonly string[]; problems: readonly Problem[] }
export type MendColumn = UploadLines['columns'][number]

export const linesOnPage = 20

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnVisibilityFeature,
  rowPaginationFeature,
  paginatedRowModel: createPaginatedRowModel(),
})

export type MendModel = ReturnType<typeof makeMendModel>

/** Lines and columns to mend: of more lines than fit a page some at a time, of all columns those that are read. */
export function makeMendModel({ columns, lines }: UploadLines, problems: readonly Problem[]) {
  const width = Math.max(columns.length, ...lines.map(({ cells }) => cells.length))
  const all: MendColumn[] = Array.from(
    { length: width },
    (_, at) => columns[at] ?? { cell: at + 1, column: '', field: null },
  )
  const data: MendLine[] = lines.map(({ line, cells }) => ({
    line,
    cells,
    problems: problems.filter((problem) => problem.line === line),
  }))
  const table = constructTable({
    features,
    columns: all.map(({ cell }) => ({ id: String(cell), accessorFn: ({ cells }: MendLine) => cells[cell - 1] ?? '' })),
    data,
    getRowId: ({ line }) => String(line),
  })
  return { table, columns: all, total: data.length }
}

/** What is shown of it. */
export function arrangeMends({ table, columns }: MendModel, page: number, showAll: boolean) {
  const { rows: every } = table.getCoreRowModel()
  const faulty = new Set(
    columns.filter(({ cell, column }) => every.some((row) => isFaulty(row.original, cell, column))),
  )
  const shown = columns.filter((column) => showAll || column.field !== null || faulty.has(column))
  // A file of which no column is read yet shows them all.
  const visible = shown.length > 0 ? shown : columns
  table.setColumnVisibility(Object.fromEntries(columns.map((column) => [column.cell, visible.includes(column)])))
  table.setPagination({ pageIndex: page, pageSize: linesOnPage })
  const ids = new Set(table.getVisibleLeafColumns().map(({ id }) => id))
  return {
    // What is to be mended stands beside what is said of it, however wide the file is.
    columns: columns
      .filter(({ cell }) => ids.has(String(cell)))
      .toSorted((a, b) => Number(faulty.has(b)) - Number(faulty.has(a))),
    rows: table.getRowModel().rows.map(({ original }) => original),
  }
}

/** Whether a problem speaks of the cell: by its column's name, or as one beyond the header. */
export function isFaulty({ problems, cells }: MendLine, cell: number, column: string): boolean {
  if (column === '') return (cells[cell - 1] ?? '') !== '' && problems.some(({ code }) => code === 'row-ragged')
  return problems.some((problem) => problem.column === column)
}

/** A longer cell is not known whole. */
export const isMendable = (cell: string): boolean => cell.length <= limits.patchCharsMax

export const cellKey = (line: number, cell: number): string => `${line} ${cell}`

/** What is written in cells so far, and what stood there when it was. */
export type MendEdits = ReadonlyMap<string, CellMend>

/** What a cell is read as: what is written now, else what was mended before, else what the file has. */
export function textOf(edits: MendEdits, mended: MendEdits, { line, cells }: MendLine, cell: number): string {
  const key = cellKey(line, cell)
  return (edits.get(key) ?? mended.get(key))?.new ?? cells[cell - 1] ?? ''
}

/** With one more text written; the same text as before is no edit. */
export function withEdit(edits: MendEdits, mended: MendEdits, mend: CellMend): MendEdits {
  const key = cellKey(mend.line, mend.cell)
  const next = new Map(edits)
  if (mend.new === (mended.get(key)?.new ?? mend.old)) next.delete(key)
  else next.set(key, mend)
  return next
}

export const toEdits = (mends: readonly CellMend[]): MendEdits =>
  new Map(mends.map((mend) => [cellKey(mend.line, mend.cell), mend]))
