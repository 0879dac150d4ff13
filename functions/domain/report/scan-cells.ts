import { limits } from '../../contract/limits.ts'
import type { ReportQuery } from '../../contract/report.ts'
import { type Day, daysIn, firstDayOf, formatDay, formatMonth, type MonthIndex, monthOf } from '../calendar.ts'
import type { ChunkRef, DayCells } from '../ledger/rollup.ts'
import type { BooksView, ViewCampaign, ViewMonth } from './books-view.ts'
import { type CellPart, partOf } from './sums.ts'

/** A report's range and filters, resolved against one state of the books. */
export type Scope = {
  from: Day
  to: Day
  grain: 'day' | 'month'
  basis: 'period' | 'campaign'
  /** By position in the view; undefined lets all pass. */
  campaigns: Uint8Array | undefined
  creators: Uint8Array | undefined
  platforms: ReadonlySet<string> | undefined
}

/** One part of a cell: `part.sums[s][at]` of month cell `cell`, in point `point` of the series. */
export type VisitCell = (month: ViewMonth, cell: number, part: CellPart, at: number, point: string) => void

export type DayRef = ChunkRef & { month: string; date: string; day: Day }

/** The day cells that a scope needs: all of a short range, else those of months that it cuts. */
export function daysNeeded(view: BooksView, scope: Scope): DayRef[] {
  return view.months.flatMap(({ month, rollup }) => {
    if (!needsDays(scope, month)) return []
    return rollup.header.days
      .filter(({ day }) => day >= scope.from && day <= scope.to)
      .map((ref) => ({ ...ref, month: formatMonth(month), date: formatDay(ref.day) }))
  })
}

function needsDays(scope: Scope, month: MonthIndex): boolean {
  const first = firstDayOf(month)
  const last = first + daysIn(month) - 1
  if (last < scope.from || first > scope.to) return false
  return scope.grain === 'day' || first < scope.from || last > scope.to
}

/** A range of at most this many days is drawn by day. */
export function grainOf(from: Day, to: Day, basis: 'period' | 'campaign'): 'day' | 'month' {
  return basis === 'period' && to - from < limits.seriesDaysMax ? 'day' : 'month'
}

/**
 * Visits every cell of a scope. By period: rows dated in the range. By campaign: all rows of campaigns that ran in
 * the range, and rows without a campaign that are dated in it.
 */
export function scanCells(view: BooksView, scope: Scope, days: readonly DayCells[], visit: VisitCell): void {
  const byMonth = new Map<MonthIndex, DayCells[]>()
  for (const day of days) {
    const month = monthOf(day.day)
    const list = byMonth.get(month)
    if (list) list.push(day)
    else byMonth.set(month, [day])
  }
  const ran =
    scope.basis === 'campaign'
      ? view.campaigns.map((campaign) => campaign.id !== 0 && runsIn(campaign, scope))
      : undefined
  for (const month of view.months) {
    const first = firstDayOf(month.month)
    const outside = first > scope.to || first + daysIn(month.month) - 1 < scope.from
    if (outside && !ran) continue
    const passes = passingCells(month, scope)
    if (ran) visitCampaigns(month, passes, ran, visit)
    if (outside) continue
    const counts = (cell: number): boolean => passes[cell] === 1 && (!ran || month.campaign[cell] === 0)
    if (needsDays(scope, month.month)) visitDays(month, byMonth.get(month.month) ?? [], scope, counts, visit)
    else {
      const point = formatMonth(month.month)
      const { count } = month.rollup.cells
      const part = partOf(month.rollup.cells)
      for (let cell = 0; cell < count; cell++) if (counts(cell)) visit(month, cell, part, cell, point)
    }
  }
}

function visitCampaigns(month: ViewMonth, passes: Uint8Array, ran: readonly boolean[], visit: VisitCell): void {
  const { count } = month.rollup.cells
  const part = partOf(month.rollup.cells)
  const point = formatMonth(month.month)
  for (let cell = 0; cell < count; cell++) {
    if (passes[cell] === 1 && ran[month.campaign[cell] as number]) visit(month, cell, part, cell, point)
  }
}

function visitDays(
  month: ViewMonth,
  days: readonly DayCells[],
  scope: Scope,
  counts: (cell: number) => boolean,
  visit: VisitCell,
): void {
  for (const day of days) {
    const point = scope.grain === 'day' ? formatDay(day.day) : formatMonth(month.month)
    const part = partOf(day)
    for (let at = 0; at < day.count; at++) {
      const cell = day.cell[at] as number
      if (counts(cell)) visit(month, cell, part, at, point)
    }
  }
}

/** Directory dates, else first to last row. */
function runsIn(campaign: ViewCampaign, scope: Scope): boolean {
  const start = campaign.facts?.start ?? campaign.firstRow
  const end = campaign.facts?.end ?? Math.max(campaign.lastRow, start)
  return start <= scope.to && end >= scope.from
}

function passingCells(month: ViewMonth, scope: Scope): Uint8Array {
  const { cells } = month.rollup
  const platforms = cells.platforms.map((platform) => !scope.platforms || scope.platforms.has(platform))
  const passes = new Uint8Array(cells.count)
  for (let cell = 0; cell < cells.count; cell++) {
    const ok =
      platforms[cells.platform[cell] as number] &&
      (!scope.campaigns || scope.campaigns[month.campaign[cell] as number] === 1) &&
      (!scope.creators || scope.creators[month.creator[cell] as number] === 1)
    passes[cell] = ok ? 1 : 0
  }
  return passes
}

/** Resolves the filters of a query; `named` says whom its campaigns and creators name, after aliases. */
export function resolveScope(
  view: BooksView,
  query: ReportQuery,
  range: { from: Day; to: Day },
  named: { isCampaign: (id: number) => boolean; isCreator: (id: number) => boolean },
): Scope {
  const fold = (texts: readonly string[]): Set<string> => new Set(texts.map((text) => text.trim().toLowerCase()))
  const [brands, niches, regions] = [fold(query.brand), fold(query.niche), fold(query.region)]
  const matches = (wanted: ReadonlySet<string>, value: string | null | undefined): boolean =>
    wanted.size === 0 || (value != null && wanted.has(value.toLowerCase()))
  const byCampaign = query.campaign.length + brands.size + query.objective.length > 0
  const byCreator = query.creator.length + niches.size + regions.size > 0
  return {
    ...range,
    basis: query.basis,
    grain: grainOf(range.from, range.to, query.basis),
    platforms: query.platform.length > 0 ? fold(query.platform) : undefined,
    campaigns: byCampaign
      ? Uint8Array.from(view.campaigns, ({ id, facts }) =>
          Number(
            (query.campaign.length === 0 || named.isCampaign(id)) &&
              matches(brands, facts?.brand) &&
              (query.objective.length === 0 || (facts?.objective != null && query.objective.includes(facts.objective))),
          ),
        )
      : undefined,
    creators: byCreator
      ? Uint8Array.from(view.creators, ({ id, facts }) =>
          Number(
            (query.creator.length === 0 || named.isCreator(id)) &&
              matches(niches, facts?.niche) &&
              matches(regions, facts?.region),
          ),
        )
      : undefined,
  }
}
