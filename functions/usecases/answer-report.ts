import type { MetricName, Objective, Report, ReportQuery } from '../contract/report.ts'
import { type Day, daysIn, firstDayOf, noDay, parseDay } from '../domain/calendar.ts'
import { hashName } from '../domain/ingest/name-hasher.ts'
import { nameForm } from '../domain/ingest/normalise.ts'
import type { SnapshotBody } from '../domain/ledger/snapshot.ts'
import { type BooksView, reachOf } from '../domain/report/books-view.ts'
import { dealCostOf } from '../domain/report/deal-costs.ts'
import { makeReport } from '../domain/report/make-report.ts'
import { daysNeeded, resolveScope, type Scope, type ScopedDays } from '../domain/report/scan-cells.ts'
import { wordComparison } from '../domain/report/word-comparison.ts'
import type { Books, NameEntry } from '../store/ports.ts'
import { findStableSince } from './find-stable-since.ts'
import { keepVerdict, keptVerdict, type ToldVerdict, verdictOf } from './keep-verdicts.ts'
import { type OpenedView, openView } from './open-view.ts'
import { readDays } from './read-rollups.ts'
import { resolveSnapshot } from './resolve-snapshot.ts'

/** The metric that answers an objective, fixed before anybody looks (statistics specification, 1). */
export const primaryMetric: Record<Objective, MetricName> = {
  awareness: 'cpm',
  engagement: 'cpe',
  traffic: 'cpc',
  conversions: 'cpa',
  sales: 'roas',
}

export type DayRange = { from: Day; to: Day }

/** Answers a query from the snapshot or preview that it names. Throws `not-found`, `preview-outdated`. */
export async function answerReport(deps: { books: Books }, query: ReportQuery): Promise<Report> {
  const { report, body } = await reportOf(deps, query)
  const question = { ...asked(query), metric: report.comparison.metric }
  keepVerdict(deps.books, body, question, report)
  const stableSince = await findStableSince(verdictOf(report), body.closings, (snapshot) =>
    verdictAt(deps, question, snapshot),
  )
  return { ...report, comparison: await nameInfluence(deps, report, stableSince) }
}

async function verdictAt(deps: { books: Books }, question: ReportQuery, snapshot: number): Promise<ToldVerdict> {
  const { body } = await resolveSnapshot(deps, { snapshot })
  const known = keptVerdict(deps.books, body, question)
  if (known) return known
  const { report } = await reportOf(deps, { ...question, snapshot })
  return keepVerdict(deps.books, body, question, report)
}

/** A report but for what only other states of the books and the names tell. */
async function reportOf(deps: { books: Books }, query: ReportQuery): Promise<{ report: Report; body: SnapshotBody }> {
  const opened = await openView(deps, query)
  const { resolved, view } = opened
  const range = resolveRange(view, query)
  const scoped = async (of: DayRange): Promise<ScopedDays> => {
    const scope = await scopeOf(deps, opened, query, of)
    return { scope, days: await readDays(deps.books.chunks, daysNeeded(view, scope)) }
  }
  const ranges = range && comparedRanges(view, query, range)
  const [main, now, earlier] = await Promise.all([
    range && scoped(range),
    ranges && scoped(ranges.now),
    ranges && scoped(ranges.earlier),
  ])
  const { body } = resolved
  const { settings, closings } = body
  const report = makeReport({
    view,
    query,
    metric: query.metric ?? primaryMetric[(main && soleObjective(view, main.scope, query)) ?? settings.objective],
    settings,
    closings,
    snapshot: { number: resolved.number, committedAt: resolved.committedAt },
    preview: resolved.preview,
    range: main,
    compared: now && earlier ? { now, earlier } : null,
  })
  return { report, body }
}

/** The question without the state of the books, and without what is compared with it. */
const asked = ({ snapshot: _s, preview: _p, compareFrom: _f, compareTo: _t, ...query }: ReportQuery): ReportQuery =>
  query

/** The objective that all campaigns asked for have, where campaigns or objectives were asked for. */
export function soleObjective(view: BooksView, { campaigns }: Scope, query: ReportQuery): Objective | undefined {
  if (query.campaign.length + query.objective.length === 0) return undefined
  const found = new Set(view.campaigns.flatMap(({ facts }, at) => (campaigns?.[at] === 1 ? [facts?.objective] : [])))
  const [only] = found
  return found.size === 1 ? (only ?? undefined) : undefined
}

/** Says whom the comparison leans on: pure reports know ids only. */
async function nameInfluence(
  { books }: { books: Pick<Books, 'names'> },
  { comparison, currency, query }: Report,
  stableSince: Report['comparison']['stableSince'],
): Promise<Report['comparison']> {
  const { withoutMostInfluential: most } = comparison
  if (!most) return comparison
  const name = (await books.names.get([most.creator])).get(most.creator)?.text ?? most.name
  return wordComparison({ ...comparison, stableSince, withoutMostInfluential: { ...most, name } }, currency, query)
}

/** The range and filters of a query, resolved. Campaigns and creators are named as files spell them, or by id. */
export async function scopeOf(
  deps: { books: Pick<Books, 'names'> },
  { view, nameKey, resolved }: Pick<OpenedView, 'view' | 'nameKey' | 'resolved'>,
  query: ReportQuery,
  range: { from: Day; to: Day },
): Promise<Scope> {
  const [campaigns, creators] = await Promise.all([
    idsOf(deps, nameKey, 'campaign', query.campaign),
    idsOf(deps, nameKey, 'creator', query.creator),
  ])
  // Position 0 stands for no campaign and no creator: nobody can name it.
  const positions = (ids: readonly number[], at: (id: number) => number | undefined): Set<number> =>
    new Set(ids.flatMap((id) => at(id) || []))
  const wanted = {
    campaign: new Set([...positions(campaigns, (id) => view.campaignAt(id))].map((at) => view.campaigns[at]?.id)),
    creator: new Set([...positions(creators, (id) => view.creatorAt(id))].map((at) => view.creators[at]?.id)),
  }
  return resolveScope(
    view,
    query,
    range,
    {
      isCampaign: (id) => wanted.campaign.has(id),
      isCreator: (id) => wanted.creator.has(id),
    },
    costOf(resolved, query),
  )
}

/** What each deal costs beside the ledger, where that is asked for. */
function costOf({ body: { settings } }: OpenedView['resolved'], { overhead }: ReportQuery): number {
  return overhead === 'full' ? dealCostOf(settings.dealCosts, settings.reportingCurrency) : 0
}

/** Name ids that texts stand for. */
async function idsOf(
  deps: { books: Pick<Books, 'names'> },
  nameKey: string,
  kind: 'campaign' | 'creator',
  texts: readonly string[],
): Promise<number[]> {
  const hashes = texts.map((text) => hashName(nameKey, kind, nameForm(kind, text)))
  // Whichever 48 bits of the hash the name was given.
  const slices = hashes.flatMap((hash) => hash.match(/.{12}/g) ?? [])
  const named = slices.length === 0 ? new Map<string, NameEntry>() : await deps.books.names.get(slices)
  const ids = [...named.values()].filter(({ hash }) => hashes.includes(hash)).map(({ id }) => id)
  return [...ids, ...texts.map((text) => text.trim().toLowerCase())]
    .filter((id) => /^[0-9a-f]{12}$/.test(id))
    .map((id) => Number.parseInt(id, 16))
}

/** The dates asked for; without them all that the books hold. Null for empty books. */
export function resolveRange(view: BooksView, query: Pick<ReportQuery, 'from' | 'to'>): DayRange | null {
  const first = view.months[0]
  const last = view.months.at(-1)
  if (!first || !last) return null
  const reach = reachOf(view.months)
  const held = Math.max(reach.spend, reach.results)
  const end = held === noDay ? firstDayOf(last.month) + daysIn(last.month) - 1 : held
  const asked = { from: parseDay(query.from ?? ''), to: parseDay(query.to ?? '') }
  const from = asked.from ?? Math.min(firstDayOf(first.month), asked.to ?? Number.POSITIVE_INFINITY)
  return { from, to: asked.to ?? Math.max(end, from) }
}

/**
 * Both ranges of a comparison over days that the books cover, with spend and with results: half a month is not held
 * against a whole one, nor a month's spend against half a month's results.
 */
function comparedRanges(
  view: BooksView,
  query: ReportQuery,
  range: DayRange,
): { now: DayRange; earlier: DayRange } | null {
  if (query.compareFrom === undefined || query.compareTo === undefined) return null
  const earlier = { from: parseDay(query.compareFrom) as Day, to: parseDay(query.compareTo) as Day }
  const reach = reachOf(view.months)
  const sides = [reach.spend, reach.results].filter((day) => day !== noDay)
  const covered = Math.min(range.to, ...sides)
  if (covered >= range.to || covered < range.from) return { now: range, earlier }
  return {
    now: { from: range.from, to: covered },
    earlier: { from: earlier.from, to: Math.min(earlier.to, earlier.from + covered - range.from) },
  }
}
