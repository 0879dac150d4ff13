import type { UploadId } from '../../contract/ids.ts'
import { type Day, daysIn, firstDayOf, type MonthIndex, noDay } from '../calendar.ts'
import { equalPart } from '../money/split-amount.ts'
import type { Block } from './block.ts'
import { CellBuilder } from './cell-builder.ts'
import { cellSumIndex } from './cell-sums.ts'
import { exactSum, exactSumMax } from './exact-sum.ts'
import { anyMeasure, costBit, measureIndex, publicationBit } from './measures.ts'
import { lineKey, postKey } from './month-index.ts'
import { ratePost } from './rate-post.ts'
import type { Entity } from './result-entities.ts'
import { lifetimeOffset, publicationOffset, ResultGroups } from './result-groups.ts'
import type { CurrencyTotal, FoldedMonth } from './rollup.ts'
import { type SpendRow, SpendRows } from './spend-rows.ts'
import type { Limits } from './winners.ts'

/** Converts into the reporting currency at a day's rate; throws a `CodedError` where there is no rate. */
export type ConvertAmount = (minor: number, currency: string, day: Day) => number

/** What a spend row, or a result group's revenue, counts for in the month: as its rows had it, and converted. */
export type CountedMoney = {
  measure: 'spend' | 'revenue'
  currency: string
  /** Whose rate converted it. */
  day: Day
  ownMinor: number
  convertedMinor: number
}

const everything = anyMeasure | publicationBit | costBit

/**
 * Folds the blocks of one month. Apply the uploads in fold order, each with all its blocks of the month in any order;
 * `fold` may be read at any time.
 */
export class MonthFold {
  readonly month: MonthIndex
  readonly results: ResultGroups
  readonly spends = new SpendRows()
  readonly #convert: ConvertAmount
  readonly #limits: Limits
  readonly #onMoney: ((money: CountedMoney) => void) | undefined
  #applied = 0

  /** @param input.onMoney hears at each `fold` of every amount that counts */
  constructor(input: {
    month: MonthIndex
    convert: ConvertAmount
    limits: Limits
    onMoney?: (money: CountedMoney) => void
  }) {
    this.month = input.month
    this.#convert = input.convert
    this.#limits = input.limits
    this.#onMoney = input.onMoney
    this.results = new ResultGroups(input.month, firstDayOf(input.month), input.convert)
  }

  /** Uploads applied so far: the position that the next one gets. */
  get applied(): number {
    return this.#applied
  }

  apply(upload: UploadId, blocks: Iterable<Block>): void {
    const position = this.#applied++
    const limits = this.#limits
    const allowed = limits.size === 0 ? () => everything : allowedBits(limits, upload)
    const lineCounts = limits.size === 0 ? () => true : (id: string) => limits.get(lineKey(id))?.get(upload) !== 0
    for (const block of blocks) {
      this.results.apply(position, block, allowed)
      this.spends.apply(position, block, lineCounts, allowed)
    }
  }

  fold(): FoldedMonth {
    this.results.requireConverted()
    const cells = new CellBuilder(this.month)
    const totals = new Totals()
    let lastSpend = noDay
    for (const row of this.spends.effective()) lastSpend = Math.max(lastSpend, this.#addSpend(row, cells, totals))
    const lastResult = this.#addGroups(cells, totals)
    this.#addPosts(cells)
    return { month: this.month, ...cells.done(), totals: totals.sorted(), lastSpend, lastResult }
  }

  #addSpend(row: SpendRow, cells: CellBuilder, totals: Totals): Day {
    const converted = this.#convert(row.amount, row.currency, row.day)
    const column = cellSumIndex[statusColumns[row.status] ?? 'spendUnstated']
    const add = (day: Day, minor: number): number => {
      const at = cells.at(row.creator, row.campaign, row.platform, day)
      cells.add(at, column, minor)
      return at
    }
    if (row.periodDays === 0) {
      cells.add(add(row.day, converted), cellSumIndex.spendRows, 1)
      totals.add('spend', row.currency, row.amount)
      this.#tellSpend(row, row.amount, converted)
      return row.day
    }
    const first = firstDayOf(this.month)
    const from = Math.max(row.periodStart, first)
    const to = Math.min(row.periodStart + row.periodDays, first + daysIn(this.month)) - 1
    let own = 0
    let convertedHere = 0
    for (let day = from; day <= to; day++) {
      const part = equalPart(converted, row.periodDays, day - row.periodStart)
      convertedHere += part
      const at = add(day, part)
      if (day === from) cells.add(at, cellSumIndex.spendRows, 1)
      own += equalPart(row.amount, row.periodDays, day - row.periodStart)
    }
    totals.add('spend', row.currency, own)
    this.#tellSpend(row, own, convertedHere)
    return to
  }

  #tellSpend({ currency, day }: SpendRow, ownMinor: number, convertedMinor: number): void {
    this.#onMoney?.({ measure: 'spend', currency, day, ownMinor, convertedMinor })
  }

  #addGroups(cells: CellBuilder, totals: Totals): Day {
    const groups = this.results
    const { at, last } = this.#cellsOfGroups(cells)
    const { values } = groups
    const mask = groups.mask.subarray(0, groups.count)
    const addWhere = (sum: number, m: number, column?: Float64Array): void => {
      if (values[m]?.length) cells.addRows(sum, at, mask, 1 << m, column)
    }
    cells.addRows(cellSumIndex.resultGroups, at, mask, 0)
    for (const [m, sum] of plainColumns) addWhere(sum, m, values[m])
    for (const [m, sum, count] of scoreColumns) {
      addWhere(sum, m, values[m])
      addWhere(count, m)
    }
    addWhere(cellSumIndex.grossProfit, measureIndex.grossProfit, groups.convertedProfit)
    addWhere(cellSumIndex.revenue, measureIndex.revenue, groups.convertedRevenue)
    this.#addRevenue(at, cells, totals)
    return last
  }

  /** The day cell of each group, -1 for none, and the last day with one. */
  #cellsOfGroups(cells: CellBuilder): { at: Int32Array; last: Day } {
    const groups = this.results
    const first = firstDayOf(this.month)
    const at = new Int32Array(groups.count).fill(-1)
    const monthCells = new Int32Array(groups.entities.length).fill(-1)
    let last = noDay
    for (let slot = 0; slot < groups.count; slot++) {
      const offset = groups.offset[slot] as number
      if (offset === publicationOffset) continue
      const published = groups.published[slot] as Day
      const day = offset === lifetimeOffset ? published : first + offset
      if (day > last) last = day
      const cell = cells.dayAt(this.#monthCell(cells, slot, monthCells), day)
      const posted = published === noDay ? day : published
      const mask = groups.mask[slot] as number
      at[slot] = cell
      cells.posted(cell, posted)
      cells.give(cell, mask & anyMeasure)
      if (mask & (1 << measureIndex.followers)) {
        const platform = groups.entities[groups.entity[slot] as number]?.platform ?? ''
        const followers = groups.values[measureIndex.followers]?.[slot] as number
        cells.observe(groups.creator[slot] as number, platform, posted, followers)
      }
    }
    return { at, last }
  }

  /** Groups of one post share their month cell, unless uploads say otherwise of whose it is. */
  #monthCell(cells: CellBuilder, slot: number, known: Int32Array): number {
    const { entity, entities, creator, campaign } = this.results
    const position = entity[slot] as number
    const { creator: own, campaign: ownCampaign, platform } = entities[position] as Entity
    const usual = creator[slot] === own && campaign[slot] === ownCampaign
    const cell = known[position] as number
    if (usual && cell >= 0) return cell
    const found = cells.monthAt(creator[slot] as number, campaign[slot] as number, platform)
    if (usual) known[position] = found
    return found
  }

  /** Revenue without given profit, and the control totals by currency. */
  #addRevenue(at: Int32Array, cells: CellBuilder, totals: Totals): void {
    const groups = this.results
    const [given, profit] = [1 << measureIndex.revenue, 1 << measureIndex.grossProfit]
    for (let slot = 0; slot < at.length; slot++) {
      const mask = groups.mask[slot] as number
      if ((mask & given) === 0 || (at[slot] as number) < 0) continue
      if ((mask & profit) === 0)
        cells.add(at[slot] as number, cellSumIndex.revenueWithoutProfit, groups.convertedRevenue[slot] as number)
      for (const [currency, minor] of groups.ownMoney(slot, measureIndex.revenue))
        totals.add('revenue', currency, minor)
      if (this.#onMoney) this.#tellRevenue(slot, this.#onMoney)
    }
  }

  /** Rows of a group in several currencies are converted one by one: what that rounded goes with the last currency. */
  #tellRevenue(slot: number, tell: (money: CountedMoney) => void): void {
    const groups = this.results
    const day = groups.revenueDay[slot] as Day
    const money = groups.ownMoney(slot, measureIndex.revenue)
    let left = groups.convertedRevenue[slot] as number
    money.forEach(([currency, ownMinor], at) => {
      const convertedMinor = at === money.length - 1 ? left : this.#convert(ownMinor, currency, day)
      left -= convertedMinor
      tell({ measure: 'revenue', currency, day, ownMinor, convertedMinor })
    })
  }

  /** Counts posts, once each: at their publication, or, where no row tells it, at their first day in the month. */
  #addPosts(cells: CellBuilder): void {
    const groups = this.results
    const posts = groups.entities.map(() => newPostSums())
    const first = firstDayOf(this.month)
    const followers = measureIndex.followers
    for (let slot = 0; slot < groups.count; slot++) {
      const sums = posts[groups.entity[slot] as number] as PostSums
      const mask = groups.mask[slot] as number
      const offset = groups.offset[slot] as number
      const stub = offset === publicationOffset
      const day = offset === lifetimeOffset || stub ? (groups.published[slot] as Day) : first + offset
      const counts = mask & (1 << followers)
      if (counts && (sums.followersDay === noDay || day < sums.followersDay || (day === sums.followersDay && !stub))) {
        sums.followersDay = day
        sums.followers = groups.values[followers]?.[slot] as number
      }
      if (stub) continue
      if (sums.day === noDay || day < sums.day) {
        sums.day = day
        sums.slot = slot
      }
      if (mask & (1 << measureIndex.engagements))
        sums.engagements += groups.values[measureIndex.engagements]?.[slot] as number
      if (mask & (1 << measureIndex.impressions))
        sums.impressions += groups.values[measureIndex.impressions]?.[slot] as number
    }
    groups.entities.forEach((entity, i) => {
      const sums = posts[i] as PostSums
      if (!entity.post) return
      const published = entity.publication
      if (published) {
        this.#countPost(
          cells,
          cells.at(entity.creator, entity.campaign, entity.platform, published.day),
          cellSumIndex.posts,
          sums,
        )
      } else if (!entity.dated && sums.day !== noDay) {
        this.#countPost(cells, this.#cellOfSlot(cells, sums.slot, sums.day), cellSumIndex.activePosts, sums)
      }
      const rate = ratePost(sums.engagements, sums.impressions)
      if (rate && sums.slot >= 0) cells.rate(this.#cellOfSlot(cells, sums.slot, sums.day), sums.day, rate)
    })
  }

  #countPost(cells: CellBuilder, at: number, column: number, sums: PostSums): void {
    cells.add(at, column, 1)
    if (sums.followersDay === noDay) return
    cells.add(at, cellSumIndex.followerPosts, 1)
    cells.add(at, cellSumIndex.followers, sums.followers)
  }

  #cellOfSlot(cells: CellBuilder, slot: number, day: Day): number {
    const groups = this.results
    const platform = groups.entities[groups.entity[slot] as number]?.platform ?? ''
    return cells.at(groups.creator[slot] as number, groups.campaign[slot] as number, platform, day)
  }
}

type PostSums = {
  day: Day
  slot: number
  engagements: number
  impressions: number
  followers: number
  followersDay: Day
}

const newPostSums = (): PostSums => ({
  day: noDay,
  slot: -1,
  engagements: 0,
  impressions: 0,
  followers: 0,
  followersDay: noDay,
})

function allowedBits(limits: Limits, upload: UploadId): (subject: { platform: string; post: string }) => number {
  return (subject) => limits.get(postKey(subject.platform, subject.post))?.get(upload) ?? everything
}

const statusColumns = { 0: 'spendUnstated', 1: 'spendCommitted', 2: 'spendInvoiced', 3: 'spendPaid' } as Record<
  number,
  'spendUnstated' | 'spendCommitted' | 'spendInvoiced' | 'spendPaid'
>

const plainColumns = (
  ['impressions', 'reach', 'engagements', 'comments', 'saves', 'shares', 'clicks', 'conversions'] as const
).map((name) => [measureIndex[name], cellSumIndex[name]] as const)

const scoreColumns = [
  [measureIndex.contentScore, cellSumIndex.contentScore, cellSumIndex.contentScores],
  [measureIndex.brandFit, cellSumIndex.brandFit, cellSumIndex.brandFits],
] as const

/** Control totals by measure and currency. */
class Totals {
  readonly #totals = new Map<string, CurrencyTotal>()

  add(measure: 'spend' | 'revenue', currency: string, amountMinor: number, rows = 1): void {
    const key = measure + currency
    const total = this.#totals.get(key)
    if (total) {
      total.amountMinor += amountMinor
      if (Math.abs(total.amountMinor) > exactSumMax) exactSum(total.amountMinor, `${measure} in ${currency}`)
      total.rows += rows
    } else this.#totals.set(key, { measure, currency, amountMinor, rows })
  }

  sorted(): CurrencyTotal[] {
    return [...this.#totals.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total)
  }
}
