import {
  type ColumnDef,
  columnFilteringFeature,
  columnVisibilityFeature,
  constructTable,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  type Table,
  tableFeatures,
} from '@tanstack/table-core'
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings'
import type { ComponentChildren } from 'preact'

export type DataColumn<R> = {
  id: string
  label: string
  /** What the column means, for a metric. */
  meaning?: string | undefined
  /** Numbers stand at the end of their column. */
  align?: 'start' | 'end'
  widthRem: number
  /** What it is sorted by; null stands last in either order. */
  value: (row: R) => string | number | null
  cell: (row: R) => ComponentChildren
  /** Texts that a search looks into. */
  search?: (row: R) => string
  /** Not shown until it is chosen. */
  hidden?: boolean
  sortable?: boolean
  /** Pressed first, the least stands first: as texts do, and places. */
  leastFirst?: boolean
}

/** One of several sets of rows to look at. */
export type RowChoice<R> = { id: string; label: string; keep: (row: R) => boolean }

/** How a table is looked at. All of it lives in the address. */
export type Arrangement<R> = {
  sort: string
  order: 'asc' | 'desc'
  search: string
  keep: ((row: R) => boolean) | null
  /** Ids of the columns that are shown. */
  shown: readonly string[]
}

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnVisibilityFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
})

export type DataModel<R extends object> = { table: Table<typeof features, R>; columns: readonly DataColumn<R>[] }

const keepColumn = ' keep'
const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

export function makeDataModel<R extends object>(
  columns: readonly DataColumn<R>[],
  data: readonly R[],
  keyOf: (row: R) => string,
): DataModel<R> {
  const definitions = columns.map(
    ({ id, value, search, sortable = true }): ColumnDef<typeof features, R> => ({
      id,
      accessorFn: (row) => value(row) ?? undefined,
      enableSorting: sortable,
      enableGlobalFilter: search !== undefined,
      sortUndefined: 'last',
      sortFn: (a, b) => compareValues(value(a.original), value(b.original)),
    }),
  )
  definitions.push({
    id: keepColumn,
    accessorFn: () => undefined,
    enableSorting: false,
    enableGlobalFilter: false,
    filterFn: (row, _, keep: (row: R) => boolean) => keep(row.original),
  })
  const searches = new Map(columns.map(({ id, search }) => [id, search]))
  const table = constructTable({
    features,
    columns: definitions,
    data,
    getRowId: keyOf,
    getColumnCanGlobalFilter: (column) => searches.get(column.id) !== undefined,
    globalFilterFn: (row, id, wanted: string) => foldText(searches.get(id)?.(row.original) ?? '').includes(wanted),
  })
  return { table, columns }
}

/** Rows and columns as they are to be shown. What the address names and the table does not know is passed over. */
export function arrange<R extends object>({ table, columns }: DataModel<R>, wanted: Arrangement<R>) {
  table.setSorting([{ id: wanted.sort, desc: wanted.order === 'desc' }])
  table.setGlobalFilter(foldText(wanted.search) || undefined)
  table.setColumnFilters(wanted.keep ? [{ id: keepColumn, value: wanted.keep }] : [])
  table.setColumnVisibility(Object.fromEntries(columns.map(({ id }) => [id, wanted.shown.includes(id)])))
  const shown = new Set(table.getVisibleLeafColumns().map(({ id }) => id))
  return {
    rows: table.getRowModel().rows.map(({ original }) => original),
    columns: columns.filter(({ id }) => shown.has(id)),
  }
}

/** Columns out of the address: the first one always, in the table's own order; without any the usual ones. */
export function readColumns<R>(columns: readonly DataColumn<R>[], parameter: string): string[] {
  const named = parameter.split(',')
  const known = columns.filter(({ id }, at) => at === 0 || named.includes(id)).map(({ id }) => id)
  return known.length > 1 ? known : columns.filter(({ hidden }) => !hidden).map(({ id }) => id)
}

/** As `readColumns` reads it; empty for the usual ones. */
export function writeColumns<R>(columns: readonly DataColumn<R>[], shown: readonly string[]): string {
  const usual = readColumns(columns, '')
  const ids = columns.map(({ id }) => id).filter((id) => shown.includes(id))
  return ids.join() === usual.join() ? '' : ids.join()
}

const foldText = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

function compareValues(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return compare(String(a), String(b))
}

export type Segment = { index: number; px?: undefined } | { index?: undefined; px: number }

/** The drawn items in order, and the empty space before, between and after them. */
export function toSegments(items: readonly { index: number; start: number; end: number }[], total: number): Segment[] {
  const segments: Segment[] = []
  let end = 0
  for (const item of items) {
    if (item.start > end) segments.push({ px: item.start - end })
    segments.push({ index: item.index })
    end = item.end
  }
  if (total > end) segments.push({ px: total - end })
  return segments
}
