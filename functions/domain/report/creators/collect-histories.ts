import type { MetricName, ReportQuery, TierName } from '../../../contract/report.ts'
import type { MonthIndex } from '../../calendar.ts'
import { getOrAdd } from '../../get-or-add.ts'
import { cellSumIndex } from '../../ledger/cell-sums.ts'
import type { Quality } from '../../ledger/rollup.ts'
import { type BooksView, tierNames, type ViewMonth } from '../books-view.ts'
import { partsOf } from '../metrics.ts'
import { type Scope, type ScopedDays, type SelectedCells, scanCells } from '../scan-cells.ts'
import { addCells, postsOf, spendAt, spendColumns, sumCount, sumOf } from '../sums.ts'
import { CellProfit } from './cell-profit.ts'
import type { CreatorHistory } from './creator-history.ts'
import { HistoryBuilder } from './history-builder.ts'

type Query = Pick<ReportQuery, 'spendBasis' | 'tier'>

/**
 * What a ranking by `metric` needs of each creator (by position in the view) of a scope.
 * @param qualities of the view's months, in their order
 */
export function collectHistories(
  view: BooksView,
  { scope, days }: ScopedDays,
  qualities: readonly Quality[],
  query: Query,
  metric: MetricName,
): Map<number, CreatorHistory> {
  const collector = new Collector(view, query, metric)
  scanCells(view, scope, days, (cells) => collector.add(cells))
  collector.finishMonth()
  collector.addRates(scope, qualities)
  return collector.histories()
}

/** Adds up one month at a time: of those before only the parts of the metric are kept. */
class Collector {
  readonly #view: BooksView
  readonly #columns: readonly number[]
  readonly #wanted: number
  readonly #metric: MetricName
  readonly #profit: CellProfit
  readonly #builders = new Map<number, HistoryBuilder>()
  readonly #selected = new Map<ViewMonth, Uint8Array>()
  /** Position + 1 of a creator in this month's sums; 0 for none. */
  readonly #places: Int32Array
  #creators: number[] = []
  #sums = new Float64Array(64 * sumCount)
  #profits: number[] = []
  #month: MonthIndex | null = null

  constructor(view: BooksView, query: Query, metric: MetricName) {
    this.#view = view
    this.#columns = spendColumns(query.spendBasis)
    const tiers: readonly TierName[] = query.tier.length === 0 ? tierNames : query.tier
    this.#wanted = tiers.reduce((mask, name) => mask | (1 << tierNames.indexOf(name)), 0)
    this.#metric = metric
    this.#profit = new CellProfit(view)
    this.#places = new Int32Array(view.creators.length)
  }

  add(cells: SelectedCells): void {
    const { month, part, count } = cells
    if (this.#month !== month.month) this.finishMonth()
    this.#month = month.month
    const selected = getOrAdd(this.#selected, month, () => new Uint8Array(month.rollup.cells.count))
    const starts = new Int32Array(count).fill(-1)
    for (let i = 0; i < count; i++) {
      const [cell, at] = [cells.cell[i] as number, cells.at[i] as number]
      const creator = month.creator[cell] as number
      if (creator === 0 || ((1 << (month.tier[cell] as number)) & this.#wanted) === 0) continue
      selected[cell] = 1
      const place = this.#place(creator)
      starts[i] = place * sumCount
      if (this.#metric === 'roi')
        this.#profits[place] = (this.#profits[place] ?? 0) + this.#profit.of(month, part, cell, at)
      this.#noteKind(month, creator, cell, part.sums, at)
    }
    addCells(this.#sums, starts, cells, this.#columns)
  }

  #noteKind(month: ViewMonth, creator: number, cell: number, sums: readonly Float64Array[], at: number): void {
    const posts = (sums[cellSumIndex.posts]?.[at] ?? 0) + (sums[cellSumIndex.activePosts]?.[at] ?? 0)
    const spend = this.#columns.reduce((sum, column) => sum + (sums[column]?.[at] ?? 0), 0)
    const platform = month.rollup.cells.platforms[month.rollup.cells.platform[cell] as number] ?? ''
    this.#builder(creator).addKind(platform, tierNames[month.tier[cell] as number] ?? 'unknown', posts, spend)
  }

  #place(creator: number): number {
    const known = this.#places[creator] as number
    if (known !== 0) return known - 1
    const place = this.#creators.push(creator) - 1
    this.#places[creator] = place + 1
    if ((place + 1) * sumCount > this.#sums.length) {
      const grown = new Float64Array(this.#sums.length * 2)
      grown.set(this.#sums)
      this.#sums = grown
    }
    return place
  }

  #builder(creator: number): HistoryBuilder {
    return getOrAdd(this.#builders, creator, () => new HistoryBuilder())
  }

  finishMonth(): void {
    const month = this.#month
    if (month === null) return
    this.#creators.forEach((creator, place) => {
      const sums = this.#sums.subarray(place * sumCount, (place + 1) * sumCount)
      const builder = this.#builder(creator)
      builder.addMonth(month, this.#partsOf(sums, place), postsOf(sums) > 0)
      builder.addScores(sumOf(sums, 'contentScore'), sumOf(sums, 'contentScores'), 'contentScore')
      builder.addScores(sumOf(sums, 'brandFit'), sumOf(sums, 'brandFits'), 'brandFit')
      builder.directSpend += sums[spendAt] as number
      this.#places[creator] = 0
    })
    this.#sums.fill(0, 0, this.#creators.length * sumCount)
    this.#creators = []
    this.#profits = []
    this.#month = null
  }

  #partsOf(sums: Float64Array, place: number): { top: number; bottom: number } {
    if (this.#metric === 'roi') return { top: this.#profits[place] ?? 0, bottom: sums[spendAt] as number }
    const { top, bottom } = partsOf(this.#metric)
    return { top: top(sums), bottom: bottom(sums) }
  }

  /** Rates of posts whose first row of the month is in the range, or in a campaign that ran in it. */
  addRates(scope: Scope, qualities: readonly Quality[]): void {
    this.#view.months.forEach((month, m) => {
      const [quality, selected] = [qualities[m], this.#selected.get(month)]
      if (!quality || !selected) return
      for (let row = 0; row < quality.count; row++) {
        const cell = quality.cell[row] as number
        const day = quality.day[row] as number
        const whole = scope.basis === 'campaign' && month.campaign[cell] !== 0
        if (selected[cell] !== 1 || !(whole || (day >= scope.from && day <= scope.to))) continue
        this.#builder(month.creator[cell] as number).addRates(quality.sums, row)
      }
    })
  }

  histories(): Map<number, CreatorHistory> {
    return new Map([...this.#builders].map(([creator, builder]) => [creator, builder.build()]))
  }
}
