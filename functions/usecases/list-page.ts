import { CodedError } from '../contract/problem.ts'
import type { MetricName } from '../contract/report.ts'

export type PageRequest = {
  limit: number
  /** Where to go on: what `next` said. */
  cursor?: string
  /** Part of a name, without regard to case. */
  search?: string
  sort?: string
  order?: 'asc' | 'desc'
}

type Row = { id: string; name: string; metrics: Record<MetricName, { kind: string; point?: number }> }

/** Searches, sorts and cuts rows. Ties go by id; what has no value stands last in either order. */
export function pageOf<T extends Row>(
  rows: readonly T[],
  page: PageRequest,
): { rows: T[]; total: number; next: string | null } {
  const needle = page.search?.trim().toLowerCase() ?? ''
  const found = rows.filter((row) => needle === '' || row.name.toLowerCase().includes(needle))
  const sort = page.sort ?? 'spendMinor'
  const sign = (page.order ?? (sort === 'name' ? 'asc' : 'desc')) === 'asc' ? 1 : -1
  const sorted = found.toSorted((a, b) => compareBy(a, b, sort, sign) || (a.id < b.id ? -1 : 1))
  const start = page.cursor === undefined ? 0 : readCursor(page.cursor)
  const next = start + page.limit
  return { rows: sorted.slice(start, next), total: sorted.length, next: next < sorted.length ? String(next) : null }
}

function readCursor(cursor: string): number {
  if (!/^\d{1,9}$/.test(cursor))
    throw new CodedError('invalid-request', `“${cursor}” is not a cursor that this list gave.`)
  return Number(cursor)
}

function compareBy(a: Row, b: Row, sort: string, sign: number): number {
  const [x, y] = [sortValue(a, sort), sortValue(b, sort)]
  if (x === null || y === null) return Number(x === null) - Number(y === null)
  if (typeof x === 'number' && typeof y === 'number') return sign * (x - y)
  return sign * String(x).localeCompare(String(y), 'en')
}

function sortValue(row: Row, sort: string): number | string | null {
  const metric = row.metrics[sort as MetricName]
  if (metric) return metric.point ?? null
  const value = (row as unknown as Record<string, unknown>)[sort]
  if (typeof value === 'number' || typeof value === 'string') return value
  if (value === null) return null
  throw new CodedError(
    'invalid-request',
    `This list cannot be sorted by ${sort}; sort by name, spendMinor, conversions or a metric.`,
  )
}
