import type { CreatorList, CreatorRow, ReportQuery } from '../contract/report.ts'
import { type Day, formatMonth, noDay } from '../domain/calendar.ts'
import { formatNameId } from '../domain/ingest/name-hasher.ts'
import { reachOf } from '../domain/report/books-view.ts'
import type { RankedEntry } from '../domain/report/creators/rank-entries.ts'
import type { MonthSpan } from '../domain/report/creators/trend-of.ts'
import type { Books } from '../store/ports.ts'
import { type PageRequest, pageOf, sumColumns } from './list-page.ts'
import { openRanking } from './open-ranking.ts'
import { openView, readNames } from './open-view.ts'

const columns = [
  ...sumColumns,
  'followers',
  'niche',
  'region',
  'campaigns',
  'rank',
  'consistency',
  'contentScore',
  'brandFit',
  'lastPosted',
] as const

/** Creators with what they cost and brought in the query's range, and how they rank. Throws `not-found`, `preview-outdated`. */
export async function listCreators(
  deps: { books: Books },
  query: ReportQuery,
  page: PageRequest,
): Promise<CreatorList> {
  const { resolved, rows, metric, spans } = await rankRows(deps, query)
  const { rows: shown, total, next } = pageOf(rows, columns, page)
  const snapshot = { number: resolved.number, committedAt: resolved.committedAt }
  return {
    snapshot,
    currency: resolved.body.settings.reportingCurrency,
    metric,
    trendMonths: spans && { earlier: wireSpan(spans.earlier), later: wireSpan(spans.later) },
    creators: shown.map(toRow),
    total,
    next,
  }
}

/** Every creator of a query as a list shows it, but for what is made only of those that are shown. */
export async function rankRows(deps: { books: Books }, query: ReportQuery) {
  const opened = await openView(deps, query)
  const { resolved, view } = opened
  const { entries, metric, spans } = await openRanking(deps, opened, query)
  const names = await readNames(deps, view)
  const reach = reachOf(view.months)
  const last = Math.max(reach.spend, reach.results)
  const rows = entries.map((entry) => {
    const creator = view.creators[entry.at]
    return {
      ...entry,
      nameId: creator?.id ?? 0,
      name: names.creators[entry.at] ?? '',
      known: creator?.facts != null,
      followers: view.timeline.followers(entry.at, [], last === noDay ? (0 as Day) : last) ?? null,
      niche: creator?.facts?.niche ?? null,
      region: creator?.facts?.region ?? null,
      campaigns: entry.others,
      rank: entry.ranking.rank,
    }
  })
  return { resolved, view, names, rows, metric, spans }
}

const wireSpan = ({ from, to }: MonthSpan) => ({ from: formatMonth(from), to: formatMonth(to) })

export type ListedRow = RankedEntry &
  Pick<CreatorRow, 'name' | 'known' | 'followers' | 'niche' | 'region' | 'campaigns'> & { nameId: number }

/** What is made only of the rows that are shown. */
export function toRow(row: ListedRow): CreatorRow {
  const { nameId, metrics, at: _, others: __, overheadMinor: ___, ...shown } = row
  return { ...shown, id: formatNameId(nameId) as CreatorRow['id'], metrics: metrics() }
}
