import type { MetricName, ReportQuery } from '../contract/report.ts'
import type { BooksView } from '../domain/report/books-view.ts'
import { type Ranking, rankEntries } from '../domain/report/creators/rank-entries.ts'
import { daysNeeded } from '../domain/report/scan-cells.ts'
import type { Books } from '../store/ports.ts'
import { primaryMetric, resolveRange, scopeOf } from './answer-report.ts'
import type { OpenedView } from './open-view.ts'
import { readDays, readQualities } from './read-rollups.ts'

type Kept = { view: BooksView; key: string; ranking: Promise<Ranking> }

/** Pages of one list ask for the same. Of 5,000 creators a ranking is some 10 MB. */
const rankingsKept = 3
let kept: readonly Kept[] = []

/** Every creator of a query, ranked. The last few are kept in memory. */
export function openRanking(deps: { books: Books }, opened: OpenedView, query: ReportQuery): Promise<Ranking> {
  const { view } = opened
  const { objective, dealCosts } = opened.resolved.body.settings
  const metric = query.metric ?? primaryMetric[objective]
  const { snapshot: _, preview: __, compareFrom: ___, compareTo: ____, ...asked } = query
  // States of the books that differ in their settings only have one view.
  const key = JSON.stringify({ ...asked, metric, dealCosts })
  const known = kept.find((one) => one.view === view && one.key === key)
  const used = known ?? { view, key, ranking: makeRanking(deps, opened, query, metric) }
  kept = [...kept.filter((one) => one !== used), used].slice(-rankingsKept)
  // A failure is not kept.
  used.ranking.catch(() => {
    kept = kept.filter((one) => one !== used)
  })
  return used.ranking
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
