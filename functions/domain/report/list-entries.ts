import type { Metrics, ReportQuery, TierName } from '../../contract/report.ts'
import { cellSumIndex } from '../ledger/cell-sums.ts'
import { type BooksView, tierNames } from './books-view.ts'
import { grossProfit } from './gross-profit.ts'
import { computeMetrics } from './metrics.ts'
import { type ScopedDays, scanCells } from './scan-cells.ts'
import { DirectSpend } from './spread-overhead.ts'
import { addCells, postsOf, spendAt, spendColumns, spendOf, sumCount, sumOf, wireSums } from './sums.ts'

/** Sums of one creator or campaign in a scope; `at` is its position in the view. */
export type Entry = ReturnType<typeof wireSums> & {
  at: number
  posts: number
  /** Made when asked for: of a long list only a page is shown. */
  metrics: () => Metrics
  tiers: TierName[]
  /** Campaigns of a creator, creators of a campaign. */
  others: number
  /** Of a campaign: spend without a creator that is not spread. */
  overheadMinor: number
}

type By = 'creator' | 'campaign'

const without = cellSumIndex.revenueWithoutProfit

/**
 * Sums by creator or by campaign. Cells without the one grouped by are left out; a tier filter leaves out cells, and
 * shares of the overhead that fall to other tiers.
 */
export function listEntries(
  view: BooksView,
  by: By,
  { scope, days }: ScopedDays,
  query: Pick<ReportQuery, 'spendBasis' | 'overhead' | 'tier'>,
): Entry[] {
  const columns = spendColumns(query.spendBasis)
  const wanted =
    query.tier.length === 0 ? 15 : query.tier.reduce((mask, name) => mask | (1 << tierNames.indexOf(name)), 0)
  const groups = new Groups(view, by)
  const direct = query.overhead !== 'apart' ? new DirectSpend() : null
  const overhead = new Map<number, number>()
  scanCells(view, scope, days, (cells) => {
    const { month, part, count } = cells
    const revenues = part.sums[without] as Float64Array
    const starts = new Int32Array(count).fill(-1)
    for (let i = 0; i < count; i++) {
      const [cell, at] = [cells.cell[i] as number, cells.at[i] as number]
      const creator = month.creator[cell] as number
      const campaign = month.campaign[cell] as number
      if (creator === 0) {
        if (campaign !== 0) addTo(overhead, campaign, spendOf(part.sums, at, columns))
        continue
      }
      direct?.add(campaign, creator, spendOf(part.sums, at, columns) - (cells.added?.[at] ?? 0))
      const key = by === 'creator' ? creator : campaign
      if (key === 0) continue
      const group = groups.of(key)
      const bit = 1 << (month.tier[cell] as number)
      if ((bit & wanted) === 0) continue
      starts[i] = group * sumCount
      groups.note(group, bit, part.given[at] as number)
      groups.addPair(month.pair[cell] as number, revenues[at] as number)
    }
    addCells(groups.sums, starts, cells, columns)
  })
  for (const [campaign, minor] of overhead) {
    const shares = direct?.share(view, campaign, minor) ?? []
    if (shares.length === 0 && by === 'campaign') groups.addOverhead(groups.of(campaign), minor)
    for (const share of shares) {
      if ((1 << share.tier) & wanted)
        groups.addSpend(groups.of(by === 'creator' ? share.creator : campaign), share.minor)
    }
  }
  return groups.entries()
}

const addTo = (sums: Map<number, number>, key: number, value: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + value)
}

/** Sums of many creators or campaigns, in the order in which they first came. */
class Groups {
  /** `sumCount` numbers a group. */
  sums = new Float64Array(64 * sumCount)
  readonly #view: BooksView
  readonly #by: By
  /** Number + 1 of a group by position in the view; 0 for none. */
  readonly #numbers: Int32Array
  readonly #keys: number[] = []
  readonly #tiers: number[] = []
  readonly #given: number[] = []
  readonly #overhead: number[] = []
  readonly #pairs: Uint8Array
  readonly #without: Float64Array

  constructor(view: BooksView, by: By) {
    this.#view = view
    this.#by = by
    this.#numbers = new Int32Array(by === 'creator' ? view.creators.length : view.campaigns.length)
    this.#pairs = new Uint8Array(view.pairs.length)
    this.#without = new Float64Array(view.pairs.length)
  }

  of(key: number): number {
    const known = this.#numbers[key] as number
    if (known !== 0) return known - 1
    const group = this.#keys.push(key) - 1
    this.#numbers[key] = group + 1
    this.#tiers.push(0)
    this.#given.push(0)
    this.#overhead.push(0)
    if ((group + 1) * sumCount > this.sums.length) {
      const grown = new Float64Array(this.sums.length * 2)
      grown.set(this.sums)
      this.sums = grown
    }
    return group
  }

  note(group: number, tierBit: number, given: number): void {
    this.#tiers[group] = (this.#tiers[group] as number) | tierBit
    this.#given[group] = (this.#given[group] as number) | given
  }

  addSpend(group: number, spend: number): void {
    const at = group * sumCount + spendAt
    this.sums[at] = (this.sums[at] as number) + spend
  }

  addOverhead(group: number, spend: number): void {
    this.#overhead[group] = (this.#overhead[group] as number) + spend
  }

  /** A creator has something in a campaign; `revenue` came without its gross profit. */
  addPair(pair: number, revenue: number): void {
    this.#pairs[pair] = 1
    this.#without[pair] = (this.#without[pair] as number) + revenue
  }

  entries(): Entry[] {
    const ofGroup = this.#pairsOfGroups()
    const entries: Entry[] = []
    for (let group = 0; group < this.#keys.length; group++) {
      const tiers = this.#tiers[group] as number
      const overheadMinor = this.#overhead[group] as number
      if (tiers === 0 && overheadMinor === 0) continue
      const start = group * sumCount
      const { others, pairs } = ofGroup[group] as { others: number; pairs: number[] }
      entries.push({
        at: this.#keys[group] as number,
        ...wireSums(this.sums, start),
        posts: postsOf(this.sums, start),
        metrics: () => this.#metrics(group, pairs),
        tiers: [...(tiersOf[tiers] ?? [])],
        others,
        overheadMinor,
      })
    }
    return entries
  }

  #metrics(group: number, pairs: readonly number[]): Metrics {
    const sums = this.sums.subarray(group * sumCount, (group + 1) * sumCount)
    const revenues = new Map<number, number>()
    for (const pair of pairs) {
      const campaign = this.#view.pairs[pair]?.campaign ?? 0
      revenues.set(campaign, (revenues.get(campaign) ?? 0) + (this.#without[pair] as number))
    }
    const profit = grossProfit(this.#view, sumOf(sums, 'grossProfit'), revenues)
    return computeMetrics(sums, this.#given[group] as number, profit)
  }

  #pairsOfGroups(): { others: number; pairs: number[] }[] {
    const groups = this.#keys.map(() => ({ others: 0, pairs: [] as number[] }))
    const { pairs } = this.#view
    for (let pair = 0; pair < pairs.length; pair++) {
      if (this.#pairs[pair] === 0) continue
      const { creator, campaign } = pairs[pair] as { creator: number; campaign: number }
      const group = groups[(this.#numbers[this.#by === 'creator' ? creator : campaign] as number) - 1]
      if (!group) continue
      if ((this.#by === 'creator' ? campaign : creator) !== 0) group.others++
      group.pairs.push(pair)
    }
    return groups
  }
}

/** Names of tiers by their bits. */
const tiersOf = Array.from({ length: 1 << tierNames.length }, (_, bits) =>
  tierNames.filter((_, tier) => bits & (1 << tier)),
)
