import type { MetricName, ReportQuery } from '../contract/report.ts'
import { getOrAdd } from '../domain/get-or-add.ts'
import type { BooksView } from '../domain/report/books-view.ts'
import { type Ranking, rankEntries } from '../domain/report/creators/rank-entries.ts'
import { daysNeeded } from '../domain/report/scan-cells.ts'
import type { Books } from '../store/ports.ts'
import { primaryMetric, resolveRange, scopeOf } from './answer-report.ts'
import type { OpenedView } from './open-view.ts'
import { readDays, readQualities } from './read-rollups.ts'

/** Rankings of one state of the books: pages of one list ask for the same. */
const rankingsKept = 2
const rankings = new WeakMap<BooksView, Map<string, Promise<Ranking>>>()

/** Every creator of a query, ranked. The last few are kept in memory. */
export function openRanking(deps: { books: Books }, opened: OpenedView, query: ReportQuery): Promise<Ranking> {
  const metric = query.metric ?? primaryMetric[opened.resolved.body.settings.objective]
  const kept = getOrAdd(rankings, opened.view, () => new Map<string, Promise<Ranking>>())
  const { snapshot: _, preview: __, compareFrom: ___, compareTo: ____, ...asked } = query
  const key = JSON.stringify({ ...asked, metric })
  const ranking = kept.get(key) ?? makeRanking(deps, opened, query, metric)
  kept.delete(key)
  kept.set(key, ranking)
  for (const old of kept.keys()) {
    if (kept.size <= rankingsKept) break
    kept.delete(old)
  }
  // A failure is not kept.
  ranking.catch(() => kept.delete(key))
  return ranking
}

async function makeRanking(
  deps: { books: Books },
  opened: OpenedView,
  query: ReportQuery,
  metric: MetricName,
): Promise<Ranking> {
  const { view } = opened
  const range = resolveRange(view, query)
  if (!range) return { entries: [], metric, spans: null }
  const scope = await scopeOf(deps, opened, query, range)
  const { chunks } = deps.books
  const [days, qualities] = await Promise.all([
    readDays(chunks, daysNeeded(view, scope)),
    readQualities(
      chunks,
      view.months.map(({ rollup }) => rollup),
    ),
  ])
  return rankEntries(view, { scope, days }, qualities, query, metric)
}
