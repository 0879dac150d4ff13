import type { UploadId } from '../../contract/ids.ts'
import { limits } from '../../contract/limits.ts'
import type { ControlTotal } from '../../contract/upload.ts'
import { formatMonth, type MonthIndex, monthOf, noDay } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import type { Block, SpendIdentity } from '../ledger/block.ts'
import { BlockBuilder } from '../ledger/block-builder.ts'
import { type DirectoryRow, encodeDirectoryBlock } from '../ledger/directory.ts'
import { encodeBlock } from '../ledger/encode-block.ts'
import { halveBlock } from '../ledger/halve-block.ts'
import { measureCount, measures, publicationBit } from '../ledger/measures.ts'
import { indexBlock, type KeyIndex, mergeIndex } from '../ledger/month-index.ts'
import type { ResultRow, SpendFields } from './row-schemas.ts'
import type { RowIds, RowSink } from './row-sink.ts'
import { ToldPublications } from './told-publications.ts'

/** A finished block: `place` is `MONTH#2026-03` or `DIRECTORY`, `number` counts from 1 in its place. */
export type FinishedBlock = { place: string; number: number; bytes: Uint8Array }

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
  readonly #builders = new Map<MonthIndex, BlockBuilder>()
  readonly #publications = new ToldPublications()
  readonly #totals = new Map<string, ControlTotal>()
  #directory: DirectoryRow[] = []
  #buffered = 0

  constructor(upload: UploadId, lifetime: boolean, finish: (block: FinishedBlock) => void) {
    this.#upload = upload
    this.#lifetime = lifetime
    this.#finish = finish
  }

  result(line: number, row: ResultRow, ids: RowIds): void {
    let mask = 0
    for (let m = 0; m < measureCount; m++) {
      const value = row[measures[m] as keyof ResultRow] as number | null
      if (value === null) continue
      mask |= 1 << m
      values[m] = value
    }
    const month = monthOf(row.day)
    this.months.add(month)
    const builder = this.#builder(month)
    const published = row.published ?? noDay
    const subject = builder.subject(ids.creator, ids.campaign, row.platform, row.post, published)
    const money = row.revenue !== null || row.grossProfit !== null
    builder.addResult(line, subject, row.day, mask, money ? row.currency : '', values)
    if (row.revenue !== null) this.#total('revenue', row.currency, row.revenue)
    if (row.post !== '' && published !== noDay && !this.#lifetime)
      this.#tellPublication(line, row, ids, month, published)
    this.#added(month, builder)
  }

  /**
   * A post counts in the month of its publication, also where all its figures stand in later ones: that month gets a
   * row that says so, unless the file has rows of the post there.
   */
  #tellPublication(line: number, row: ResultRow, ids: RowIds, month: MonthIndex, published: number): void {
    if (monthOf(published) === month) this.#publications.atHome(row, published)
    else this.#publications.away(line, row, ids, published)
  }

  spend(line: number, row: SpendFields, ids: RowIds, identity: SpendIdentity, beside: ResultRow | null): void {
    this.#total('spend', row.currency, row.amount)
    const first = monthOf(row.periodDays === 0 ? row.day : row.periodStart)
    const last = row.periodDays === 0 ? first : monthOf(row.periodStart + row.periodDays - 1)
    for (let month = first; month <= last; month++) {
      this.months.add(month)
      const builder = this.#builder(month)
      const post = beside?.post ?? ''
      const subject = builder.subject(ids.creator, ids.campaign, row.platform, post, beside?.published ?? noDay)
      builder.addSpend({ ...row, line, subject, identity })
      this.#added(month, builder)
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
      const builder = this.#builder(monthOf(published))
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

  #builder(month: MonthIndex): BlockBuilder {
    const builder = getOrAdd(this.#builders, month, () => new BlockBuilder(this.#lifetime))
    return builder
  }

  #added(month: MonthIndex, builder: BlockBuilder): void {
    this.#buffered++
    if (builder.rows >= limits.blockRowsMax) this.#packMonth(month)
    else if (this.#buffered > limits.bufferedRowsMax) {
      const fullest = [...this.#builders].sort(([, a], [, b]) => b.rows - a.rows)[0]
      if (fullest) this.#packMonth(fullest[0])
    }
  }

  #packMonth(month: MonthIndex): void {
    const builder = this.#builders.get(month)
    if (!builder) return
    this.#builders.delete(month)
    this.#buffered -= builder.rows
    const block = builder.build()
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
    const key = measure + currency
    const total = this.#totals.get(key)
    if (total) {
      total.amountMinor += amountMinor
      total.rows++
    } else this.#totals.set(key, { measure, currency, amountMinor, rows: 1 })
  }
}

/** Packs a block, cutting it in halves until each fits an item. */
function packToSize(block: Block): Uint8Array[] {
  const bytes = encodeBlock(block)
  return bytes.length <= limits.itemBytesMax ? [bytes] : halveBlock(block).flatMap(packToSize)
}
