import { CodedError } from '../../contract/problem.ts'
import { type Day, type MonthIndex, noDay } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import type { Block, Subject } from './block.ts'
import { IntTable } from './int-table.ts'
import { anyMeasure, isState, measureCount, measureIndex, publicationBit } from './measures.ts'
import { type Entity, ResultEntities } from './result-entities.ts'

/** Groups of one subject: one for each day, one for lifetime figures, one for a publication told by other months' rows. */
export const lifetimeOffset = 31
export const publicationOffset = 32
const offsets = 33

const revenue = measureIndex.revenue
const grossProfit = measureIndex.grossProfit

export type Convert = (minor: number, currency: string, day: Day) => number

/**
 * The result groups of one month. Uploads are applied in fold order: rows of one upload add up within their group,
 * across uploads the later wins measure by measure.
 */
export class ResultGroups {
  readonly #entities: ResultEntities
  readonly #firstDay: Day
  readonly #convert: Convert
  readonly #slots = new IntTable()
  count = 0
  #capacity = 0
  entity = new Int32Array(0)
  offset = new Int32Array(0)
  upload = new Int32Array(0)
  ownMask = new Int32Array(0)
  mask = new Int32Array(0)
  creator = new Float64Array(0)
  campaign = new Float64Array(0)
  published = new Int32Array(0)
  values: Float64Array[] = Array.from({ length: measureCount }, () => new Float64Array(0))
  convertedRevenue = new Float64Array(0)
  convertedProfit = new Float64Array(0)
  revenueCurrency = new Int32Array(0)
  profitCurrency = new Int32Array(0)
  /** Whose rate converted a group's revenue: its rows share their day. */
  revenueDay = new Int32Array(0)
  readonly currencies: string[] = []
  /** Money of the few groups whose rows are in several currencies: slot and measure → currency → sum. */
  readonly #mixed = new Map<number, Map<number, number>>()
  /** Money that could not be converted: slot and measure → why. */
  readonly #unconverted = new Map<number, CodedError>()

  constructor(month: MonthIndex, firstDay: Day, convert: Convert) {
    this.#entities = new ResultEntities(month)
    this.#firstDay = firstDay
    this.#convert = convert
  }

  /** By position, as `entity` names them. */
  get entities(): readonly Entity[] {
    return this.#entities.list
  }

  /** @param allowed which bits of a subject's post count for this upload (all, unless another month won them) */
  apply(upload: number, block: Block, allowed: (subject: Subject) => number): void {
    const { results } = block
    if (results.count === 0) return
    this.#reserve(results.count)
    const { slots, counted } = this.#findSlots(upload, block, allowed)
    let any = 0
    for (let i = 0; i < counted.length; i++) any |= counted[i] as number
    for (let m = 0; m < measureCount; m++) {
      if ((any & (1 << m)) === 0) continue
      if (m === revenue || m === grossProfit) this.#addMoney(m, slots, counted, block)
      else this.#addMeasure(m, slots, counted, results.values[m] as Float64Array)
    }
  }

  /** The group of each row, and which of its measures count there: none where the row says nothing for this month. */
  #findSlots(
    upload: number,
    block: Block,
    allowed: (subject: Subject) => number,
  ): { slots: Int32Array; counted: Int32Array } {
    const { results, subjects } = block
    const entityOf = subjects.map((subject) => this.#entities.position(subject))
    const allowedOf = subjects.map((subject) => (subject.post === '' ? -1 : allowed(subject)))
    const used = new Uint8Array(subjects.length)
    const slots = new Int32Array(results.count)
    const counted = new Int32Array(results.count)
    for (let i = 0; i < results.count; i++) {
      const at = results.subject[i] as number
      const subject = subjects[at] as Subject
      const may = allowedOf[at] as number
      const mask = results.mask[i] as number
      if (used[at] === 0) {
        used[at] = 1
        this.#entities.tell(upload, entityOf[at] as number, subject, (may & publicationBit) !== 0)
      }
      const counts = mask & anyMeasure & (block.lifetime ? may : -1)
      const stub = (mask & publicationBit) !== 0
      if (block.lifetime && counts === 0 && (mask & anyMeasure) !== 0) continue
      if (stub && counts === 0) continue
      const day = results.day[i] as Day
      const offset = stub ? publicationOffset : block.lifetime ? lifetimeOffset : day - this.#firstDay
      const slot = this.#slot(entityOf[at] as number, offset)
      this.#claim(slot, upload, subject)
      slots[i] = slot
      counted[i] = counts
    }
    return { slots, counted }
  }

  /** Position of a subject's group, if it has one. */
  find(subject: Subject, offset: number): number | undefined {
    const entity = this.#entities.find(subject)
    return entity === undefined ? undefined : this.#slots.find(entity * offsets + offset)
  }

  /** Revenue or gross profit of a group as its rows had it: a sum for each currency, by code. */
  ownMoney(slot: number, m: number): [currency: string, minor: number][] {
    const code = (position: number): string => this.currencies[position] ?? ''
    const mixed = this.#mixed.get(slot * measureCount + m)
    if (mixed) return [...mixed].map(([at, minor]): [string, number] => [code(at), minor]).sort()
    const currency = m === revenue ? this.revenueCurrency : this.profitCurrency
    return [[code(currency[slot] as number), this.values[m]?.[slot] as number]]
  }

  /** The rows of a group's money are of several currencies. */
  isMixed(slot: number, m: number): boolean {
    return this.#mixed.size > 0 && this.#mixed.has(slot * measureCount + m)
  }

  #currency(currency: string): number {
    const known = this.currencies.indexOf(currency)
    return known >= 0 ? known : this.currencies.push(currency) - 1
  }

  #slot(entity: number, offset: number): number {
    const slot = this.#slots.position(entity * offsets + offset)
    if (slot < this.count) return slot
    this.count = slot + 1
    this.entity[slot] = entity
    this.offset[slot] = offset
    this.upload[slot] = -1
    this.published[slot] = noDay
    this.revenueCurrency[slot] = -1
    this.profitCurrency[slot] = -1
    return slot
  }

  /** A blank creator, campaign or publication date says nothing: what an earlier upload said stays. */
  #claim(slot: number, upload: number, subject: Subject): void {
    if (this.upload[slot] !== upload) {
      this.upload[slot] = upload
      this.ownMask[slot] = 0
    }
    if (subject.creator !== 0) this.creator[slot] = subject.creator
    if (subject.campaign !== 0) this.campaign[slot] = subject.campaign
    if (subject.published === noDay) return
    const own = this.ownMask[slot] as number
    // Should one upload tell two days, the earlier counts, in whatever order its rows come.
    if ((own & publicationBit) !== 0 && subject.published > (this.published[slot] as Day)) return
    this.published[slot] = subject.published
    this.ownMask[slot] = own | publicationBit
  }

  #addMeasure(m: number, slots: Int32Array, counted: Int32Array, values: Float64Array): void {
    const { ownMask, mask } = this
    const bit = 1 << m
    const state = isState[m] === true
    const column = this.#column(m)
    for (let i = 0; i < slots.length; i++) {
      if (((counted[i] as number) & bit) === 0) continue
      const slot = slots[i] as number
      const own = ownMask[slot] as number
      const value = values[i] as number
      if ((own & bit) === 0) column[slot] = value
      else column[slot] = state ? Math.max(column[slot] as number, value) : (column[slot] as number) + value
      ownMask[slot] = own | bit
      mask[slot] = (mask[slot] as number) | bit
    }
  }

  #addMoney(m: number, slots: Int32Array, counted: Int32Array, { results, currencies }: Block): void {
    const bit = 1 << m
    const column = this.#column(m)
    const [converted, currency] =
      m === revenue ? [this.convertedRevenue, this.revenueCurrency] : [this.convertedProfit, this.profitCurrency]
    const currencyOf = currencies.map((name) => this.#currency(name))
    for (let i = 0; i < slots.length; i++) {
      if (((counted[i] as number) & bit) === 0) continue
      const slot = slots[i] as number
      const own = this.ownMask[slot] as number
      const adds = (own & bit) !== 0
      const value = results.values[m]?.[i] as number
      const position = results.currency[i] as number
      const stated = currencyOf[position] ?? -1
      const key = slot * measureCount + m
      if (!adds && this.#unconverted.size > 0) this.#unconverted.delete(key)
      const minor = this.#tryConvert(key, value, currencies[position] ?? '', results.day[i] as Day)
      const before = column[slot] as number
      this.#noteCurrency(key, adds ? [currency[slot] as number, before] : null, stated, value)
      column[slot] = adds ? before + value : value
      converted[slot] = adds ? (converted[slot] as number) + minor : minor
      currency[slot] = stated
      if (m === revenue) this.revenueDay[slot] = results.day[i] as Day
      this.ownMask[slot] = own | bit
      this.mask[slot] = (this.mask[slot] as number) | bit
    }
  }

  /** Where there is no rate nothing is thrown yet: a later upload may still win the group. */
  #tryConvert(key: number, minor: number, currency: string, day: Day): number {
    try {
      return this.#convert(minor, currency, day)
    } catch (error) {
      if (!(error instanceof CodedError)) throw error
      this.#unconverted.set(key, error)
      return 0
    }
  }

  /** Throws where money that counts has no rate. */
  requireConverted(): void {
    for (const error of this.#unconverted.values()) throw error
  }

  /** @param before currency and sum of the upload's earlier rows of the group */
  #noteCurrency(key: number, before: [currency: number, minor: number] | null, currency: number, minor: number): void {
    if (!before) {
      if (this.#mixed.size > 0) this.#mixed.delete(key)
      return
    }
    if (before[0] === currency && !this.#mixed.has(key)) return
    const sums = getOrAdd(this.#mixed, key, () => new Map([before]))
    sums.set(currency, (sums.get(currency) ?? 0) + minor)
  }

  /** Of measures that no row gives no column is kept. */
  #column(m: number): Float64Array {
    const column = this.values[m] as Float64Array
    if (column.length === this.#capacity) return column
    const made = new Float64Array(this.#capacity)
    this.values[m] = made
    return made
  }

  #reserve(rows: number): void {
    if (this.count + rows <= this.#capacity) return
    this.#grow(this.count + rows)
    this.#slots.reserve(this.count + rows)
  }

  #grow(needed: number): void {
    const capacity = Math.max(1024, this.#capacity * 2, needed)
    const ints = (old: Int32Array): Int32Array<ArrayBuffer> => grownInts(old, capacity)
    const floats = (old: Float64Array): Float64Array<ArrayBuffer> => grownFloats(old, capacity)
    this.entity = ints(this.entity)
    this.offset = ints(this.offset)
    this.upload = ints(this.upload)
    this.ownMask = ints(this.ownMask)
    this.mask = ints(this.mask)
    this.published = ints(this.published)
    this.revenueCurrency = ints(this.revenueCurrency)
    this.profitCurrency = ints(this.profitCurrency)
    this.revenueDay = ints(this.revenueDay)
    this.creator = floats(this.creator)
    this.campaign = floats(this.campaign)
    this.convertedRevenue = floats(this.convertedRevenue)
    this.convertedProfit = floats(this.convertedProfit)
    this.values = this.values.map((column) => (column.length === 0 ? column : floats(column)))
    this.#capacity = capacity
  }
}

function grownInts(old: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(capacity)
  grown.set(old)
  return grown
}

function grownFloats(old: Float64Array, capacity: number): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(capacity)
  grown.set(old)
  return grown
}
