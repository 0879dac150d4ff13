import type { NameId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import { type Estimate, MetricName } from '../contract/report.ts'

export type PageRequest = {
  limit: number
  /** Where to go on: what `next` said. */
  cursor?: string
  /** Part of a name, without regard to case. */
  search?: string
  /** Nothing but this one, as it stands among all. */
  only?: NameId
  sort?: string
  order?: 'asc' | 'desc'
}

/** Metrics are made when they are asked for: of a long list only a page is shown. */
type Row = { nameId: number; name: string; metrics: () => Record<MetricName, Estimate> }

/**
 * Searches, sorts and cuts rows. Ties go by id; what has no value stands last in either order. Throws
 * `invalid-request` for a column that is none of `columns` and no metric.
 */
export function pageOf<T extends Row>(
  rows: readonly T[],
  columns: readonly (keyof T & string)[],
  page: PageRequest,
): { rows: T[]; total: number; next: string | null } {
  const needle = page.search?.trim().toLowerCase() ?? ''
  const only = page.only === undefined ? null : Number.parseInt(page.only, 16)
  const found = rows.filter(
    (row) => (needle === '' || row.name.toLowerCase().includes(needle)) && (only === null || row.nameId === only),
  )
  const sort = page.sort ?? 'spendMinor'
  const valueOfRow = sortValue(columns, sort)
  const sign = (page.order ?? (firstIsLeast.has(sort) ? 'asc' : 'desc')) === 'asc' ? 1 : -1
  const sorted = found
    .map((row) => ({ row, value: valueOfRow(row) }))
    .sort((a, b) => compareValues(a.value, b.value, sign) || a.row.nameId - b.row.nameId)
  const start = page.cursor === undefined ? 0 : readCursor(page.cursor)
  const next = start + page.limit
  const rowsShown = sorted.slice(start, next).map(({ row }) => row)
  return { rows: rowsShown, total: sorted.length, next: next < sorted.length ? String(next) : null }
}

const firstIsLeast: ReadonlySet<string> = new Set(['name', 'rank'])

function readCursor(cursor: string): number {
  if (!/^\d{1,9}$/.test(cursor))
    throw new CodedError('invalid-request', `“${cursor}” is not a cursor that this list gave.`)
  return Number(cursor)
}

function compareValues(a: unknown, b: unknown, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  return sign * String(a).localeCompare(String(b), 'en')
}

function sortValue<T extends Row>(columns: readonly (keyof T & string)[], sort: string): (row: T) => unknown {
  const metric = MetricName.safeParse(sort).data
  if (metric) {
    return ({ metrics }) => pointOf(metrics()[metric])
  }
  const column = columns.find((name) => name === sort)
  if (column) return (row) => (isEstimate(row[column]) ? pointOf(row[column]) : row[column])
  const choices = [...columns, ...MetricName.options].join(', ')
  throw new CodedError('invalid-request', `This list cannot be sorted by ${sort}; sort by one of ${choices}.`)
}

const pointOf = (estimate: Estimate): number | null => (estimate.kind === 'unavailable' ? null : estimate.point)

const isEstimate = (value: unknown): value is Estimate => typeof value === 'object' && value !== null && 'kind' in value

/** Columns that creators and campaigns share. */
export const sumColumns = [
  'name',
  'spendMinor',
  'impressions',
  'reach',
  'engagements',
  'clicks',
  'conversions',
  'revenueMinor',
  'posts',
] as const
