import type { UploadId } from '../../contract/ids.ts'
import { limits } from '../../contract/limits.ts'
import type { ControlTotal } from '../../contract/upload.ts'
import { type Day, formatMonth, type MonthIndex, monthOf, noDay } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import type { Block, SpendIdentity } from '../ledger/block.ts'
import { BlockBuilder } from '../ledger/block-builder.ts'
import { type DirectoryRow, encodeDirectoryBlock } from '../ledger/directory.ts'
import { encodeBlock } from '../ledger/encode-block.ts'
import { exactSum, exactSumMax } from '../ledger/exact-sum.ts'
import { halveBlock } from '../ledger/halve-block.ts'
import { measureCount, measureIndex, publicationBit } from '../ledger/measures.ts'
import { indexBlock, type KeyIndex, mergeIndex } from '../ledger/month-index.ts'
import type { ResultRow, SpendFields } from './row-schemas.ts'
import type { RowIds, RowSink } from './row-sink.ts'
import { ToldPublications } from './told-publications.ts'

/** A finished block: `place` is `MONTH#2026-03` or `DIRECTORY`, `number` counts from 1 in its place. */
export type FinishedBlock = { place: string; number: number; bytes: Uint8Array }

/** `toldDays`: the earliest day, by subject, on which its publication was told. */
type MonthRows = { month: MonthIndex; block: number; builder: BlockBuilder; toldDays: (Day | undefined)[] }

const directoryRowsMax = 4000
const values = new Float64Array(measureCount)

export const monthPlace = (month: MonthIndex): string => `MONTH#${formatMonth(month)}`
export const directoryPlace = 'DIRECTORY'

/** Sorts the rows of one file by month and packs them into blocks as they come. */
export class BlockCollector implements RowSink {
  /** Keys of the blocks finished so far, by month. */
  readonly index = new Map<MonthIndex, KeyIndex>()
  readonly blocks: Record<string, number> = {}
  /** Months that rows of the file are dated in. */
  readonly months = new Set<MonthIndex>()
  readonly directoryRows: DirectoryRow[] = []
  readonly #upload: UploadId
  readonly #lifetime: boolean
  readonly #finish: (block: FinishedBlock) => void
  readonly #builders = new Map<MonthIndex, MonthRows>()
  /** Rows of one month follow each other. */
  #last: MonthRows | undefined
  readonly #publications = new ToldPublications()
  readonly #totals = new Map<string, ControlTotal>()
  #lastTotal: ControlTotal | undefined
  #directory: DirectoryRow[] = []
  #buffered = 0
  /** Blocks begun so far. */
  #begun = 0

  constructor(upload: UploadId, lifetime: boolean, finish: (block: FinishedBlock) => void) {
    this.#upload = upload
    this.#lifetime = lifetime
    this.#finish = finish
  }

  result(line: number, row: ResultRow, ids: RowIds): void {
    const mask = readMeasures(row, values)
    const rows = this.#month(monthOf(row.day))
    const { builder, toldDays } = rows
    const published = row.published ?? noDay
    const subject = knownSubject(rows, row, ids)
    const money = row.revenue !== null || row.grossProfit !== null
    builder.addResult(line, subject, row.day, mask, money ? row.currency : '', values)
    if (row.revenue !== null) this.#total('revenue', row.currency, row.revenue)
    if (row.post !== '' && published !== noDay && !this.#lifetime) {
      const told = toldDays[subject]
      // Nothing new is told by a later row of the same post and creator that gives no followers.
      if (told === undefined || row.day < told || row.followers !== null) {
        toldDays[subject] = told === undefined ? row.day : Math.min(told, row.day)
        this.#tellPublication(line, row, ids, published)
      }
    }
    this.#added(builder)
  }

  /**
   * A post counts in the month of its publication, also where all its figures stand in later ones: that month gets a
   * row that says so, unless the file has rows of the post there.
   */
  #tellPublication(line: number, row: ResultRow, ids: RowIds, published: number): void {
    if (monthOf(published) === monthOf(row.day)) this.#publications.atHome(row, published)
    else this.#publications.away(line, row, ids, published)
  }

  spend(line: number, row: SpendFields, ids: RowIds, identity: SpendIdentity, beside: ResultRow | null): void {
    this.#total('spend', row.currency, row.amount)
    const first = monthOf(row.periodDays === 0 ? row.day : row.periodStart)
    const last = row.periodDays === 0 ? first : monthOf(row.periodStart + row.periodDays - 1)
    for (let month = first; month <= last; month++) {
      const { builder } = this.#month(month)
      const post = beside?.post ?? ''
      const subject = builder.subject(ids.creator, ids.campaign, row.platform, post, beside?.published ?? noDay)
      builder.addSpend({ ...row, line, subject, identity })
      this.#added(builder)
    }
  }

  directory(row: DirectoryRow): void {
    this.directoryRows.push(row)
    this.#directory.push(row)
    if (this.#directory.length >= directoryRowsMax) this.#packDirectory()
  }

  /** Packs what is left; call once, after the last row. */
  finish(): void {
    for (const { line, creator, campaign, platform, post, published, followers } of this.#publications.all()) {
      const { builder } = this.#waiting(monthOf(published))
      const subject = builder.subject(creator, campaign, platform, post, published)
      const mask = publicationBit | (followers === null ? 0 : 1)
      builder.addResult(line, subject, published, mask, '', [followers ?? 0])
    }
    for (const month of [...this.#builders.keys()].sort((a, b) => a - b)) this.#packMonth(month)
    if (this.#directory.length > 0) this.#packDirectory()
  }

  /** Sums of the accepted lines in their own currency. */
  totals(): ControlTotal[] {
    return [...this.#totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total)
  }

  /** The rows of a month that wait for their block. */
  #month(month: MonthIndex): MonthRows {
    if (this.#last?.month === month) return this.#last
    this.months.add(month)
    this.#last = this.#waiting(month)
    return this.#last
  }

  #waiting(month: MonthIndex): MonthRows {
    const make = () => ({ month, block: this.#begun++, builder: new BlockBuilder(this.#lifetime), toldDays: [] })
    return getOrAdd(this.#builders, month, make)
  }

  #added(builder: BlockBuilder): void {
    this.#buffered++
    if (builder.rows >= limits.blockRowsMax) this.#packMonth(this.#last?.month as MonthIndex)
    else if (this.#buffered > limits.bufferedRowsMax) {
      const fullest = [...this.#builders.values()].sort((a, b) => b.builder.rows - a.builder.rows)[0]
      if (fullest) this.#packMonth(fullest.month)
    }
  }

  #packMonth(month: MonthIndex): void {
    const rows = this.#builders.get(month)
    if (!rows) return
    this.#builders.delete(month)
    if (this.#last === rows) this.#last = undefined
    this.#buffered -= rows.builder.rows
    const block = rows.builder.build()
    const index = this.index.get(month)
    if (index) mergeIndex(index, indexBlock(this.#upload, month, block))
    else this.index.set(month, indexBlock(this.#upload, month, block))
    for (const bytes of packToSize(block)) this.#emit(monthPlace(month), bytes)
  }

  #packDirectory(): void {
    this.#emit(directoryPlace, encodeDirectoryBlock(this.#directory))
    this.#directory = []
  }

  #emit(place: string, bytes: Uint8Array): void {
    const number = (this.blocks[place] ?? 0) + 1
    this.blocks[place] = number
    this.#finish({ place, number, bytes })
  }

  #total(measure: 'spend' | 'revenue', currency: string, amountMinor: number): void {
    let total = this.#lastTotal
    if (total?.measure !== measure || total.currency !== currency) {
      total = getOrAdd(this.#totals, measure + currency, () => ({ measure, currency, amountMinor: 0, rows: 0 }))
      this.#lastTotal = total
    }
    total.amountMinor += amountMinor
    if (Math.abs(total.amountMinor) > exactSumMax) exactSum(total.amountMinor, `${measure} in ${currency}`)
    total.rows++
  }
}

/** Position of a row's subject in the block of its month. */
function knownSubject({ block, builder }: MonthRows, row: ResultRow, { creator, campaign, memo }: RowIds): number {
  if (memo?.block === block) return memo.subject
  const subject = builder.subject(creator, campaign, row.platform, row.post, row.published ?? noDay)
  if (memo) {
    memo.block = block
    memo.subject = subject
  }
  return subject
}

/** Puts what a row gives into `into`, by measure. @returns which measures it gives */
function readMeasures(row: ResultRow, into: Float64Array): number {
  let mask = 0
  const give = (m: number, value: number | null): void => {
    if (value === null) return
    mask |= 1 << m
    into[m] = value
  }
  give(measureIndex.followers, row.followers)
  give(measureIndex.impressions, row.impressions)
  give(measureIndex.reach, row.reach)
  give(measureIndex.engagements, row.engagements)
  give(measureIndex.comments, row.comments)
  give(measureIndex.saves, row.saves)
  give(measureIndex.shares, row.shares)
  give(measureIndex.clicks, row.clicks)
  give(measureIndex.conversions, row.conversions)
  give(measureIndex.revenue, row.revenue)
  give(measureIndex.grossProfit, row.grossProfit)
  give(measureIndex.contentScore, row.contentScore)
  give(measureIndex.brandFit, row.brandFit)
  return mask
}

/** Packs a block, cutting it in halves until each fits an item. */
function packToSize(block: Block): Uint8Array[] {
  const bytes = encodeBlock(block)
  return bytes.length <= limits.itemBytesMax ? [bytes] : halveBlock(block).flatMap(packToSize)
}
