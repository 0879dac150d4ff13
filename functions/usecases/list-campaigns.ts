import type { CampaignList, CampaignRow, ReportQuery } from '../contract/report.ts'
import { type Day, formatDay } from '../domain/calendar.ts'
import { formatNameId } from '../domain/ingest/name-hasher.ts'
import { campaignTargets, isPartial } from '../domain/report/campaign-targets.ts'
import { listEntries } from '../domain/report/list-entries.ts'
import { daysNeeded } from '../domain/report/scan-cells.ts'
import type { Books } from '../store/ports.ts'
import { resolveRange, scopeOf } from './answer-report.ts'
import { type PageRequest, pageOf, sumColumns } from './list-page.ts'
import { openView, readNames } from './open-view.ts'
import { readDays } from './read-rollups.ts'

/** Campaigns with what they cost and brought in the query's range. Throws `not-found`, `preview-outdated`. */
export async function listCampaigns(
  deps: { books: Books },
  query: ReportQuery,
  page: PageRequest,
): Promise<CampaignList> {
  const opened = await openView(deps, query)
  const { resolved, view } = opened
  const range = resolveRange(view, query)
  const scope = range && (await scopeOf(deps, opened, query, range))
  const entries = scope
    ? listEntries(view, 'campaign', { scope, days: await readDays(deps.books.chunks, daysNeeded(view, scope)) }, query)
    : []
  const names = await readNames(deps, view)
  const currency = resolved.body.settings.reportingCurrency
  const day = (value: Day | null | undefined): string | null => (value == null ? null : formatDay(value))
  const rows = entries.map(({ at, others, tiers: _, ...sums }) => {
    const campaign = view.campaigns[at]
    const facts = campaign?.facts
    const nameId = campaign?.id ?? 0
    return {
      ...sums,
      nameId,
      name: names.campaigns[at] ?? '',
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
      facts,
      creators: others,
    }
  })
  const {
    rows: shown,
    total,
    next,
  } = pageOf(rows, [...sumColumns, 'brand', 'objective', 'start', 'end', 'creators', 'overheadMinor'], page)
  const campaigns = shown.map(({ nameId, facts, metrics: metricsOf, ...row }): CampaignRow => {
    const metrics = metricsOf()
    const targets = facts ? campaignTargets(facts, isPartial(query) ? null : metrics, currency) : []
    return { ...row, id: formatNameId(nameId) as CampaignRow['id'], metrics, targets }
  })
  const snapshot = { number: resolved.number, committedAt: resolved.committedAt }
  return { snapshot, currency, campaigns, total, next }
}
