import type { CreatorList, CreatorRow, ReportQuery } from '../contract/report.ts'
import { type Day, noDay } from '../domain/calendar.ts'
import { formatNameId } from '../domain/ingest/name-hasher.ts'
import { reachOf } from '../domain/report/books-view.ts'
import { listEntries } from '../domain/report/list-entries.ts'
import { daysNeeded } from '../domain/report/scan-cells.ts'
import type { Books } from '../store/ports.ts'
import { resolveRange, scopeOf } from './answer-report.ts'
import { type PageRequest, pageOf, sumColumns } from './list-page.ts'
import { openView, readNames } from './open-view.ts'
import { readDays } from './read-rollups.ts'

/** Creators with what they cost and brought in the query's range. Throws `not-found`, `preview-outdated`. */
export async function listCreators(
  deps: { books: Books },
  query: ReportQuery,
  page: PageRequest,
): Promise<CreatorList> {
  const opened = await openView(deps, query)
  const { resolved, view } = opened
  const range = resolveRange(view, query)
  const scope = range && (await scopeOf(deps, opened, query, range))
  const entries = scope
    ? listEntries(view, 'creator', { scope, days: await readDays(deps.books.chunks, daysNeeded(view, scope)) }, query)
    : []
  const names = await readNames(deps, view)
  const reach = reachOf(view.months)
  const last = Math.max(reach.spend, reach.results)
  const rows = entries.map(({ at, others, overheadMinor: _, ...sums }) => {
    const creator = view.creators[at]
    const nameId = creator?.id ?? 0
    return {
      ...sums,
      nameId,
      name: names.creators[at] ?? '',
      known: creator?.facts != null,
      followers: view.timeline.followers(at, [], last === noDay ? (0 as Day) : last) ?? null,
      niche: creator?.facts?.niche ?? null,
      region: creator?.facts?.region ?? null,
      campaigns: others,
    }
  })
  const { rows: shown, total, next } = pageOf(rows, [...sumColumns, 'followers', 'niche', 'region', 'campaigns'], page)
  const creators = shown.map(
    ({ nameId, metrics, ...row }): CreatorRow => ({
      ...row,
      id: formatNameId(nameId) as CreatorRow['id'],
      metrics: metrics(),
    }),
  )
  const snapshot = { number: resolved.number, committedAt: resolved.committedAt }
  return { snapshot, currency: resolved.body.settings.reportingCurrency, creators, total, next }
}
