import { type CampaignList, type CampaignRow, type ReportQuery, TierName } from '../contract/report.ts'
import { type Day, formatDay } from '../domain/calendar.ts'
import { formatNameId } from '../domain/ingest/name-hasher.ts'
import { type BooksView, reachOf, tierNames } from '../domain/report/books-view.ts'
import { campaignTargets, isPartial } from '../domain/report/campaign-targets.ts'
import { paceOf } from '../domain/report/campaigns/campaign-pace.ts'
import { collectCampaignSums, countScores, meanScore, noSums } from '../domain/report/campaigns/campaign-sums.ts'
import { creatorSumsOf } from '../domain/report/campaigns/cells-by-campaign.ts'
import { wholeSpend } from '../domain/report/campaigns/whole-spend.ts'
import { collectCells } from '../domain/report/collect-cells.ts'
import { type Entry, listEntries } from '../domain/report/list-entries.ts'
import { daysNeeded, type ScopedDays } from '../domain/report/scan-cells.ts'
import { withIntervals } from '../domain/report/tier-intervals.ts'
import type { Books } from '../store/ports.ts'
import { primaryMetric, resolveRange, scopeOf } from './answer-report.ts'
import { type PageRequest, pageOf, sumColumns } from './list-page.ts'
import { type OpenedView, openView, readNames } from './open-view.ts'
import { readDays } from './read-rollups.ts'

const columns = [
  ...sumColumns,
  'brand',
  'objective',
  'start',
  'end',
  'creators',
  'overheadMinor',
  'budgetMinor',
  'spentMinor',
] as const

/** Campaigns with what they cost and brought in the query's range. Throws `not-found`, `preview-outdated`. */
export async function listCampaigns(
  deps: { books: Books },
  query: ReportQuery,
  page: PageRequest,
): Promise<CampaignList> {
  const opened = await openView(deps, query)
  const { resolved, view } = opened
  const scoped = await scopedOf(deps, opened, query)
  const names = await readNames(deps, view)
  const entries = scoped ? listEntries(view, 'campaign', scoped, query) : []
  const spent = wholeSpend(view, query.spendBasis)
  const rows = entries.map((entry) => ({
    ...entry,
    ...factsOf(view, entry.at),
    nameId: view.campaigns[entry.at]?.id ?? 0,
    name: names.campaigns[entry.at] ?? '',
    creators: entry.others,
    spentMinor: spent[entry.at] as number,
  }))
  const { rows: shown, total, next } = pageOf(rows, columns, page)
  const snapshot = { number: resolved.number, committedAt: resolved.committedAt }
  const { settings } = resolved.body
  const campaigns = scoped ? completeRows(view, scoped, query, settings, shown) : []
  return { snapshot, currency: settings.reportingCurrency, campaigns, total, next }
}

async function scopedOf(deps: { books: Books }, opened: OpenedView, query: ReportQuery): Promise<ScopedDays | null> {
  const range = resolveRange(opened.view, query)
  if (!range) return null
  const scope = await scopeOf(deps, opened, query, range)
  return { scope, days: await readDays(deps.books.chunks, daysNeeded(opened.view, scope)) }
}

function factsOf(view: BooksView, at: number) {
  const facts = view.campaigns[at]?.facts
  const day = (value: Day | null | undefined): string | null => (value == null ? null : formatDay(value))
  return {
    known: facts != null,
    brand: facts?.brand ?? null,
    objective: facts?.objective ?? null,
    start: day(facts?.start),
    end: day(facts?.end),
    budgetMinor: facts?.budgetMinor ?? null,
    budgetCurrency: facts?.currency ?? null,
    margin: facts?.margin ?? null,
    targetNiche: facts?.targetNiche ?? null,
    brief: facts?.brief ?? null,
  }
}

type Listed = Entry &
  ReturnType<typeof factsOf> &
  Pick<CampaignRow, 'name' | 'creators' | 'spentMinor'> & { nameId: number }
type Settings = OpenedView['resolved']['body']['settings']

/** What is made only of the rows that are shown. */
function completeRows(
  view: BooksView,
  scoped: ScopedDays,
  query: ReportQuery,
  { reportingCurrency, objective: usual }: Settings,
  rows: readonly Listed[],
): CampaignRow[] {
  const wanted = new Set(rows.map(({ at }) => at))
  const tiers = TierName.options.filter((name) => query.tier.length === 0 || query.tier.includes(name))
  const byCreator = creatorSumsOf(collectCells(view, scoped, query), wanted, (tier) =>
    tiers.includes(tierNames[tier] ?? 'unknown'),
  )
  const ofCampaigns = collectCampaignSums(view, scoped, query)
  const reach = reachOf(view.months).spend
  const idOf = (creator: number): number => view.creators[creator]?.id ?? 0
  return rows.map(({ at, nameId, others: _, tiers: __, metrics: metricsOf, ...row }) => {
    const facts = view.campaigns[at]?.facts ?? null
    const creators = byCreator.get(at)
    const metrics = creators ? withIntervals(metricsOf(), creators) : metricsOf()
    const sums = ofCampaigns.get(at) ?? noSums
    return {
      ...row,
      id: formatNameId(nameId) as CampaignRow['id'],
      metrics,
      targets: facts ? campaignTargets(facts, isPartial(query) ? null : metrics, reportingCurrency) : [],
      addedMinor: sums.addedMinor,
      statuses: sums.statuses,
      pace: paceOf(facts, row.spentMinor, reach, reportingCurrency),
      metric: query.metric ?? primaryMetric[row.objective ?? usual],
      brandFit: meanScore(sums, 'brandFit', idOf),
      contentScore: meanScore(sums, 'contentScore', idOf),
      scored: { brandFit: countScores(sums, 'brandFit'), contentScore: countScores(sums, 'contentScore') },
    }
  })
}
