import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { ReportQuery } from '../contract/report.ts'
import type { Role } from '../identity/ports.ts'
import { resolveSnapshot } from '../usecases/resolve-snapshot.ts'
import type { ApiEnv } from './api-env.ts'

/** Moves when the same snapshot and query would be answered with other bytes. */
const reportFormat = 6

type Answered = { workspace: string; role: Role; list: string; books: number | string; query: object }

/**
 * Sets the caching headers and finds the snapshot to answer from: `pin` holds it, so that a commit in between cannot
 * put other numbers under this ETag. `unchanged`: the caller has these bytes already.
 */
export async function pinAnswer(
  c: Context<ApiEnv>,
  list: 'report' | 'claims' | 'creators' | 'campaigns' | 'books' | 'plan' | 'trial-balance' | 'trial-balance.csv',
  query: Pick<ReportQuery, 'snapshot' | 'preview'>,
): Promise<{ unchanged: boolean; pin: Pick<ReportQuery, 'snapshot' | 'preview'> }> {
  const { books, workspace, actor } = c.var
  const { number, preview } = await resolveSnapshot({ books }, query)
  const etag = toEtag({ workspace, role: actor.role, list, books: preview ?? number, query })
  c.header('ETag', etag)
  c.header('Cache-Control', 'private, no-cache')
  c.header('Vary', 'Authorization')
  const pin = preview === null ? { snapshot: number } : { preview }
  return { unchanged: isHeld(c.req.header('if-none-match'), etag), pin }
}

/**
 * A strong validator (RFC 9110): snapshots never change, so that their number (or the preview), the query and what the
 * role may see name the bytes of the answer before it is computed.
 */
export function toEtag({ workspace, role, list, books, query }: Answered): string {
  const named = JSON.stringify([reportFormat, workspace, role, list, books, canonical(query)])
  return `"${createHash('sha256').update(named).digest('base64url').slice(0, 27)}"`
}

/** Order and repetition of parameters and of a filter's values do not change an answer; the books are named apart. */
function canonical(query: object): [string, unknown][] {
  return Object.entries(query)
    .filter(([name, value]) => value !== undefined && name !== 'snapshot' && name !== 'preview')
    .map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? [...new Set(value)].sort() : value])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function isHeld(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
