import type { CreatorRanking, Estimate, MetricName, Metrics, ReportQuery, Trend } from '../../../contract/report.ts'
import { formatMonth } from '../../calendar.ts'
import type { Quality } from '../../ledger/rollup.ts'
import type { BooksView } from '../books-view.ts'
import { type Entry, listEntries } from '../list-entries.ts'
import { exact, unavailable } from '../metrics.ts'
import type { ScopedDays } from '../scan-cells.ts'
import { collectHistories } from './collect-histories.ts'
import type { CreatorHistory, ScoreSum } from './creator-history.ts'
import { rankCreators } from './rank-creators.ts'
import { scoreConsistency } from './score-consistency.ts'
import { trendMonths, trendOf } from './trend-of.ts'

type Query = Pick<ReportQuery, 'spendBasis' | 'overhead' | 'tier'>

/** A creator's sums with what they say of it among the others. */
export type RankedEntry = Entry & {
  ranking: CreatorRanking
  trend: Trend
  consistency: Estimate
  contentScore: Estimate
  brandFit: Estimate
  /** `2026-03`. */
  lastPosted: string | null
}

export type Ranking = {
  entries: RankedEntry[]
  metric: MetricName
  /** Which months the trends compare. */
  spans: ReturnType<typeof trendMonths>
}

/**
 * Every creator of a scope, ranked by one metric.
 * @param qualities of the view's months, in their order
 */
export function rankEntries(
  view: BooksView,
  scoped: ScopedDays,
  qualities: readonly Quality[],
  query: Query,
  metric: MetricName,
): Ranking {
  const histories = collectHistories(view, scoped, qualities, query, metric)
  // A share of overhead may fall to a creator without a row of its own here: there is nothing to rank.
  const entries = listEntries(view, 'creator', scoped, query)
  const candidates = entries.map((entry) => ({
    id: view.creators[entry.at]?.id ?? 0,
    spendMinor: entry.spendMinor,
    metrics: entry.metrics(),
    history: histories.get(entry.at) ?? nothing,
  }))
  const places = rankCreators(candidates, metric)
  const scores = scoreConsistency(candidates.map(({ history }) => history))
  const spans = spansOf(histories)
  return {
    metric,
    spans,
    entries: entries.map((entry, i) => {
      const { history, metrics } = candidates[i] as { history: CreatorHistory; metrics: Metrics }
      return {
        ...entry,
        metrics: () => metrics,
        ranking: places[i] as CreatorRanking,
        trend: trendOf(metric, metrics[metric], history, spans),
        consistency: scores[i] as Estimate,
        contentScore: meanOf(history.contentScore),
        brandFit: meanOf(history.brandFit),
        lastPosted: history.lastPosted === null ? null : formatMonth(history.lastPosted),
      }
    }),
  }
}

const nothing: CreatorHistory = {
  months: [],
  kind: { platform: '', tier: 'unknown' },
  lastPosted: null,
  contentScore: { total: 0, count: 0 },
  brandFit: { total: 0, count: 0 },
  rates: { posts: 0, log: 0, logSquared: 0, inverse: 0 },
  directSpend: 0,
}

const meanOf = ({ total, count }: ScoreSum): Estimate => (count > 0 ? exact(total / count) : unavailable('no-data'))

function spansOf(histories: ReadonlyMap<number, CreatorHistory>): ReturnType<typeof trendMonths> {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { months } of histories.values()) {
    first = Math.min(first, months[0]?.month ?? first)
    last = Math.max(last, months.at(-1)?.month ?? last)
  }
  return first > last ? null : trendMonths(first, last)
}
