import type { Claims } from '../contract/claims.ts'
import type { ReportQuery } from '../contract/report.ts'
import { assessClaims } from '../domain/report/assess-claims.ts'
import { daysNeeded, type ScopedDays } from '../domain/report/scan-cells.ts'
import type { Books } from '../store/ports.ts'
import { primaryMetric, resolveRange, scopeOf, soleObjective } from './answer-report.ts'
import { type OpenedView, openView } from './open-view.ts'
import { readDays, readQualities } from './read-rollups.ts'

/** Holds claims about micro creators against the snapshot or preview of a query. Throws `not-found`, `preview-outdated`. */
export async function answerClaims(deps: { books: Books }, query: ReportQuery): Promise<Claims> {
  const opened = await openView(deps, query)
  const { resolved, view } = opened
  const { chunks } = deps.books
  const rollups = view.months.map(({ rollup }) => rollup)
  const [range, qualities] = await Promise.all([readScope(deps, opened, query), readQualities(chunks, rollups)])
  const { settings } = resolved.body
  return assessClaims({
    view,
    query,
    metric: primaryMetric[(range && soleObjective(view, range.scope, query)) ?? settings.objective],
    settings,
    snapshot: { number: resolved.number, committedAt: resolved.committedAt },
    preview: resolved.preview,
    range,
    qualities,
  })
}

async function readScope(deps: { books: Books }, opened: OpenedView, query: ReportQuery): Promise<ScopedDays | null> {
  const range = resolveRange(opened.view, query)
  if (!range) return null
  const scope = await scopeOf(deps, opened, query, range)
  return { scope, days: await readDays(deps.books.chunks, daysNeeded(opened.view, scope)) }
}
