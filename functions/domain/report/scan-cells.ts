import { limits } from '../../contract/limits.ts'
import type { ReportQuery } from '../../contract/report.ts'
import { type Day, daysIn, firstDayOf, formatDay, formatMonth, type MonthIndex, monthOf } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import type { ChunkRef, DayCells } from '../ledger/rollup.ts'
import type { BooksView, ViewCampaign, ViewMonth } from './books-view.ts'
import { type CostedPart, costDay, costMonth } from './deal-costs.ts'
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
  /** What each deal costs beside the ledger; 0 where that is not asked for. */
  dealCostMinor: number
}

/** Of a range in whole months, everything. */
export const unfiltered: Omit<Scope, 'from' | 'to'> = {
  grain: 'month',
  basis: 'period',
  campaigns: undefined,
  creators: undefined,
  platforms: undefined,
  dealCostMinor: 0,
}

/** A scope with the day cells that it needs. */
export type ScopedDays = { scope: Scope; days: readonly DayCells[] }

/** Of empty books. */
export const nothingScoped: ScopedDays = { scope: { ...unfiltered, from: 1, to: 0 }, days: [] }

/**
 * Cells of one month that a scope counts, in point `point` of the series: `part.sums[s][at[i]]` belongs to month cell
 * `cell[i]`. The arrays are used again for the next ones.
 */
export type SelectedCells = {
  month: ViewMonth
  part: CellPart
  point: string
  count: number
  cell: Int32Array
  at: Int32Array
  /** Of the part's spend, what is in no ledger, by position; undefined where nothing is. */
  added: Float64Array | undefined
}

type Visit = (cells: SelectedCells) => void

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
 * Visits the cells of a scope. By period: rows dated in the range. By campaign: all rows of campaigns that ran in the
 * range, and rows without a campaign that are dated in it.
 */
export function scanCells(view: BooksView, scope: Scope, days: readonly DayCells[], visit: Visit): void {
  const byMonth = new Map<MonthIndex, DayCells[]>()
  for (const day of days) getOrAdd(byMonth, monthOf(day.day), () => []).push(day)
  const ran =
    scope.basis === 'campaign'
      ? view.campaigns.map((campaign) => campaign.id !== 0 && runsIn(campaign, scope))
      : undefined
  const selector = new Selector(view, scope.dealCostMinor, visit)
  for (const month of view.months) {
    const first = firstDayOf(month.month)
    const outside = first > scope.to || first + daysIn(month.month) - 1 < scope.from
    if (outside && !ran) continue
    const passes = passingCells(month, scope)
    if (ran)
      selector.selectMonth(
        month,
        keep(passes, month, (campaign) => ran[campaign] === true),
      )
    if (outside) continue
    const dated = ran ? keep(passes, month, (campaign) => campaign === 0) : passes
    if (!needsDays(scope, month.month)) selector.selectMonth(month, dated)
    else for (const day of byMonth.get(month.month) ?? []) selector.selectDay(month, day, dated, scope.grain)
  }
}

function keep(passes: Uint8Array, { campaign }: ViewMonth, wanted: (campaign: number) => boolean): Uint8Array {
  return passes.map((pass, cell) => (pass === 1 && wanted(campaign[cell] as number) ? 1 : 0))
}

/** Lists the cells that pass, part by part. */
class Selector {
  readonly #cell: Int32Array
  readonly #at: Int32Array
  readonly #view: BooksView
  readonly #costMinor: number
  readonly #visit: Visit

  constructor(view: BooksView, costMinor: number, visit: Visit) {
    const cellsMax = Math.max(0, ...view.months.map(({ rollup }) => rollup.cells.count))
    this.#view = view
    this.#costMinor = costMinor
    this.#cell = new Int32Array(cellsMax)
    this.#at = new Int32Array(cellsMax)
    this.#visit = visit
  }

  selectMonth(month: ViewMonth, passes: Uint8Array): void {
    let count = 0
    for (let cell = 0; cell < passes.length; cell++) if (passes[cell] === 1) this.#cell[count++] = cell
    const cost = this.#costMinor
    const part = cost > 0 ? costMonth(this.#view, month, cost) : partOf(month.rollup.cells)
    this.#give(month, part, formatMonth(month.month), count, this.#cell)
  }

  selectDay(month: ViewMonth, day: DayCells, passes: Uint8Array, grain: Scope['grain']): void {
    let count = 0
    for (let at = 0; at < day.count; at++) {
      const cell = day.cell[at] as number
      if (passes[cell] !== 1) continue
      this.#cell[count] = cell
      this.#at[count++] = at
    }
    const point = grain === 'day' ? formatDay(day.day) : formatMonth(month.month)
    const cost = this.#costMinor
    const part = cost > 0 ? costDay(this.#view, month, day, cost) : partOf(day)
    this.#give(month, part, point, count, this.#at)
  }

  #give(month: ViewMonth, part: CellPart | CostedPart, point: string, count: number, at: Int32Array): void {
    const added = 'added' in part ? part.added : undefined
    if (count > 0) this.#visit({ month, part, point, count, cell: this.#cell, at, added })
  }
}

/** Directory dates, else first to last row. */
function runsIn(campaign: ViewCampaign, scope: Scope): boolean {
  const start = campaign.facts?.start ?? campaign.firstRow
  const end = campaign.facts?.end ?? Math.max(campaign.lastRow, start)
  return start <= scope.to && end >= scope.from
}

function narrow(passes: Uint8Array, wanted: Uint8Array, of: Int32Array): void {
  for (let cell = 0; cell < passes.length; cell++) if (wanted[of[cell] as number] !== 1) passes[cell] = 0
}

function passingCells(month: ViewMonth, { platforms, campaigns, creators }: Scope): Uint8Array {
  const { cells } = month.rollup
  const wanted = Uint8Array.from(cells.platforms, (platform) => Number(!platforms || platforms.has(platform)))
  const passes = new Uint8Array(cells.count)
  for (let cell = 0; cell < passes.length; cell++) passes[cell] = wanted[cells.platform[cell] as number] as number
  if (campaigns) narrow(passes, campaigns, month.campaign)
  if (creators) narrow(passes, creators, month.creator)
  return passes
}

/** Resolves the filters of a query; `named` says whom its campaigns and creators name, after aliases. */
export function resolveScope(
  view: BooksView,
  query: ReportQuery,
  range: { from: Day; to: Day },
  named: { isCampaign: (id: number) => boolean; isCreator: (id: number) => boolean },
  dealCostMinor = 0,
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
    dealCostMinor,
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
