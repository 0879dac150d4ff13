import type { ReportQuery } from '../../contract/report.ts'
import { getOrAdd } from '../get-or-add.ts'
import { cellSumIndex } from '../ledger/cell-sums.ts'
import { splitAmount } from '../money/split-amount.ts'
import { newStatSums, type StatSums, statColumns } from '../stats/stat-columns.ts'
import type { BooksView } from './books-view.ts'
import { marginOf } from './gross-profit.ts'
import { type ScopedDays, type SelectedCells, scanCells } from './scan-cells.ts'
import { DirectSpend } from './spread-overhead.ts'
import { spendColumns, spendOf } from './sums.ts'
import { strataOf, type ViewStrata } from './view-strata.ts'

/** Cells of a scope that have a creator, as statistics read them: some of them about the same creator and stratum. */
export type CollectedCells = {
  count: number
  /** Rank of the creator by id: see `ViewStrata`. */
  unit: Int32Array
  /** Position in `tierNames`. */
  tier: Uint8Array
  /** Position in the view. */
  campaign: Int32Array
  pair: Int32Array
  platform: Int32Array
  niche: Int32Array
  objective: Int32Array
  month: Int32Array
  /** Bits of the measures that some row gave. */
  given: Int32Array
  sums: StatSums
}

export function collectCells(
  view: BooksView,
  { scope, days }: ScopedDays,
  query: Pick<ReportQuery, 'spendBasis' | 'overhead'>,
): CollectedCells {
  const collector = new Collector(view, spendColumns(query.spendBasis), query.overhead !== 'apart')
  scanCells(view, scope, days, (cells) => collector.add(cells))
  return collector.done()
}

const index = cellSumIndex
const deep = [index.comments, index.saves, index.shares]
const plain = ['impressions', 'reach', 'engagements', 'clicks', 'conversions', 'revenue'] as const

class Collector {
  readonly #view: BooksView
  readonly #strata: ViewStrata
  readonly #spends: readonly number[]
  readonly #direct: DirectSpend | null
  readonly #overhead = new Map<number, number>()
  readonly #margins: (number | undefined)[]
  #cells: CollectedCells

  constructor(view: BooksView, spends: readonly number[], spread: boolean) {
    this.#view = view
    this.#strata = strataOf(view)
    this.#spends = spends
    this.#direct = spread ? new DirectSpend() : null
    this.#margins = view.campaigns.map((campaign) => marginOf(campaign))
    this.#cells = newCells(1024)
  }

  add(selected: SelectedCells): void {
    const { month, part, count } = selected
    this.#reserve(count)
    const into = this.#cells
    const platform = this.#strata.platform.get(month) as Int32Array
    for (let i = 0; i < count; i++) {
      const [cell, at] = [selected.cell[i] as number, selected.at[i] as number]
      const [creator, campaign] = [month.creator[cell] as number, month.campaign[cell] as number]
      const spend = spendOf(part.sums, at, this.#spends)
      if (creator === 0) {
        if (this.#direct && campaign !== 0 && spend !== 0)
          this.#overhead.set(campaign, (this.#overhead.get(campaign) ?? 0) + spend)
        continue
      }
      this.#direct?.add(campaign, creator, spend - (selected.added?.[at] ?? 0))
      const to = into.count++
      into.unit[to] = this.#strata.rank[creator] as number
      into.tier[to] = month.tier[cell] as number
      into.campaign[to] = campaign
      into.pair[to] = month.pair[cell] as number
      into.platform[to] = platform[cell] as number
      into.niche[to] = this.#strata.niche[creator] as number
      into.objective[to] = this.#strata.objective[campaign] as number
      into.month[to] = month.month
      into.given[to] = part.given[at] as number
      into.sums.spend[to] = spend
      this.#addResults(to, selected, cell, at, campaign)
    }
  }

  #addResults(to: number, { month, part }: SelectedCells, cell: number, at: number, campaign: number): void {
    const { sums } = this.#cells
    const of = (sum: number): number => (part.sums[sum] as Float64Array)[at] as number
    for (const name of plain) sums[name][to] = of(index[name])
    sums.posts[to] = of(index.posts) + of(index.activePosts)
    const missing = (sums.posts[to] as number) - of(index.followerPosts)
    const joined = month.joinedFollowers[cell] as number
    sums.followers[to] = of(index.followers) + (joined > 0 ? missing * joined : 0)
    const lacking = of(index.revenueWithoutProfit)
    sums.grossProfit[to] =
      of(index.grossProfit) + (lacking === 0 ? 0 : Math.round(lacking * (this.#margins[campaign] ?? 0)))
    sums.deepEngagements[to] = deep.reduce((sum, name) => sum + of(name), 0)
  }

  #reserve(more: number): void {
    const { count, unit } = this.#cells
    if (count + more <= unit.length) return
    const grown = newCells(Math.max(unit.length * 2, count + more))
    const old = this.#cells
    for (const name of [
      'unit',
      'tier',
      'campaign',
      'pair',
      'platform',
      'niche',
      'objective',
      'month',
      'given',
    ] as const)
      grown[name].set(old[name])
    for (const name of statColumns) grown.sums[name].set(old.sums[name])
    this.#cells = { ...grown, count }
  }

  done(): CollectedCells {
    if (this.#direct) this.#spread(this.#direct)
    return this.#cells
  }

  /** A creator's share of a campaign's overhead stands where its direct spend in that campaign stands. */
  #spread(direct: DirectSpend): void {
    if (this.#overhead.size === 0) return
    const { count, campaign, unit, sums } = this.#cells
    const places = new Map<string, number[]>()
    for (let i = 0; i < count; i++)
      if (sums.spend[i] !== 0) getOrAdd(places, `${campaign[i]} ${unit[i]}`, () => []).push(i)
    for (const [of, minor] of this.#overhead) {
      for (const share of direct.share(this.#view, of, minor)) {
        const at = places.get(`${of} ${this.#strata.rank[share.creator]}`) ?? []
        const weights = at.map((i) => Math.max(0, sums.spend[i] as number))
        const parts = splitAmount(share.minor, weights.some((weight) => weight > 0) ? weights : at.map(() => 1))
        at.forEach((i, part) => {
          sums.spend[i] = (sums.spend[i] as number) + (parts[part] as number)
        })
      }
    }
  }
}

function newCells(capacity: number): CollectedCells {
  const ints = () => new Int32Array(capacity)
  return {
    count: 0,
    unit: ints(),
    tier: new Uint8Array(capacity),
    campaign: ints(),
    pair: ints(),
    platform: ints(),
    niche: ints(),
    objective: ints(),
    month: ints(),
    given: ints(),
    sums: newStatSums(capacity),
  }
}
