import { type Day, firstDayOf, type MonthIndex, noDay } from '../calendar.ts'
import { cellSums, newSumColumns, qualitySums, type SumColumns } from './cell-sums.ts'
import { zeroColumn } from './codec/columns.ts'
import { exactSum } from './exact-sum.ts'
import { IntTable } from './int-table.ts'
import type { PostRate } from './rate-post.ts'
import type { DayCells, FoldedMonth, MonthCells, Observations, Quality } from './rollup.ts'

type Key = { creator: number; campaign: number; platform: string; firstDay: Day; lastDay: Day; firstPost: Day }

/** Day cells of one month cell stand in a row of a table this wide. */
const daysMax = 32

/** Adds up the cells of one month by day, and puts them in their canonical order. */
export class CellBuilder {
  readonly #first: Day
  readonly #names = new Map<number, number>()
  readonly #platforms = new Map<string, number>()
  readonly #pairTable = new IntTable()
  readonly #monthTable = new IntTable()
  readonly #keys: Key[] = []
  /** Position + 1 of a day cell by month cell and day; 0 for none. */
  #dayTable = new Int32Array(256 * daysMax)
  #count = 0
  #monthCellOf = new Int32Array(1024)
  #given = new Int32Array(1024)
  /** A sum that nothing was added to has no column. */
  readonly #sums: (Float64Array | undefined)[] = cellSums.map(() => undefined)
  readonly #rates = new Map<number, { day: Day; sums: number[] }>()
  readonly #observed = new Map<string, { creator: number; platform: string; day: Day; followers: number }>()

  constructor(month: MonthIndex) {
    this.#first = firstDayOf(month)
  }

  /** Position of a day cell. */
  at(creator: number, campaign: number, platform: string, day: Day): number {
    return this.dayAt(this.monthAt(creator, campaign, platform), day)
  }

  /** Position of a month cell; it exists once it has a day. */
  monthAt(creator: number, campaign: number, platform: string): number {
    const names = this.#names
    const pair = this.#pairTable.position(position(names, creator) * keyMax + position(names, campaign))
    const month = this.#monthTable.position(pair * keyMax + position(this.#platforms, platform))
    if (month < this.#keys.length) return month
    this.#keys.push({ creator, campaign, platform, firstDay: noDay, lastDay: noDay, firstPost: noDay })
    if (this.#keys.length * daysMax > this.#dayTable.length) this.#dayTable = doubledInts(this.#dayTable)
    return month
  }

  /** Position of a day cell of a month cell. */
  dayAt(month: number, day: Day): number {
    const entry = month * daysMax + day - this.#first
    const known = this.#dayTable[entry] as number
    if (known !== 0) return known - 1
    const key = this.#keys[month] as Key
    if (key.firstDay === noDay || day < key.firstDay) key.firstDay = day
    if (day > key.lastDay) key.lastDay = day
    const at = this.#count++
    this.#dayTable[entry] = this.#count
    if (at === this.#monthCellOf.length) {
      this.#monthCellOf = doubledInts(this.#monthCellOf)
      this.#given = doubledInts(this.#given)
    }
    this.#monthCellOf[at] = month
    return at
  }

  add(at: number, sum: number, value: number): void {
    const column = this.#column(sum)
    column[at] = (column[at] as number) + value
  }

  /**
   * Adds a measure's values to day cells, row by row: `at[i]` is the cell of row i, -1 for none; rows whose `masks[i]`
   * has not all bits of `mask` are left out. Without values each row counts 1.
   */
  addRows(sum: number, at: Int32Array, masks: Int32Array, mask: number, values?: Float64Array): void {
    const column = this.#column(sum)
    for (let i = 0; i < at.length; i++) {
      const cell = at[i] as number
      if (cell < 0 || ((masks[i] as number) & mask) !== mask) continue
      column[cell] = (column[cell] as number) + (values ? (values[i] as number) : 1)
    }
  }

  #column(sum: number): Float64Array {
    const column = this.#sums[sum]
    if (column && column.length >= this.#count) return column
    const made = new Float64Array(this.#monthCellOf.length)
    if (column) made.set(column)
    this.#sums[sum] = made
    return made
  }

  /** Some row gave these measures. */
  give(at: number, mask: number): void {
    this.#given[at] = (this.#given[at] as number) | mask
  }

  /** A post (or other activity) of the cell's creator there, at the earliest on `day`. */
  posted(at: number, day: Day): void {
    const key = this.#keys[this.#monthCellOf[at] as number] as Key
    if (key.firstPost === noDay || day < key.firstPost) key.firstPost = day
  }

  rate(at: number, day: Day, rate: PostRate): void {
    const known = this.#rates.get(at)
    if (!known) this.#rates.set(at, { day, sums: [...rate] })
    else for (let q = 0; q < rate.length; q++) known.sums[q] = (known.sums[q] as number) + (rate[q] as number)
  }

  /** Of several counts for one day the largest is kept. */
  observe(creator: number, platform: string, day: Day, followers: number): void {
    if (creator === 0) return
    const key = `${creator}|${day}|${platform}`
    const known = this.#observed.get(key)
    if (!known) this.#observed.set(key, { creator, platform, day, followers })
    else if (followers > known.followers) known.followers = followers
  }

  done(): Pick<FoldedMonth, 'cells' | 'days' | 'observations' | 'quality'> {
    const order = this.#keys.map((_, i) => i).sort((a, b) => compareKeys(this.#keys[a] as Key, this.#keys[b] as Key))
    const rank = new Int32Array(order.length)
    order.forEach((old, now) => {
      rank[old] = now
    })
    const keys = order.map((old) => this.#keys[old] as Key)
    const observed = [...this.#observed.values()]
    const creators = sortedNumbers([...keys.map((k) => k.creator), ...observed.map((o) => o.creator)])
    const campaigns = sortedNumbers(keys.map((k) => k.campaign))
    const platforms = [...new Set([...keys.map((k) => k.platform), ...observed.map((o) => o.platform)])].sort()
    const creatorAt = new Map(creators.map((id, i) => [id, i]))
    const campaignAt = new Map(campaigns.map((id, i) => [id, i]))
    const platformAt = new Map(platforms.map((name, i) => [name, i]))
    const days = this.#days(order)
    const cells: MonthCells = {
      count: keys.length,
      creators,
      campaigns,
      platforms,
      creator: Int32Array.from(keys, (k) => creatorAt.get(k.creator) as number),
      campaign: Int32Array.from(keys, (k) => campaignAt.get(k.campaign) as number),
      platform: Int32Array.from(keys, (k) => platformAt.get(k.platform) as number),
      firstDay: Int32Array.from(keys, (k) => k.firstDay),
      lastDay: Int32Array.from(keys, (k) => k.lastDay),
      firstPost: Int32Array.from(keys, (k) => k.firstPost),
      given: mergeGiven(keys.length, days),
      sums: sumDays(keys.length, days),
    }
    return {
      cells,
      days,
      observations: observationColumns(observed, creatorAt, platformAt),
      quality: this.#quality(rank),
    }
  }

  /** @param order month cells by rank */
  #days(order: readonly number[]): DayCells[] {
    const days: DayCells[] = []
    const positions = new Int32Array(order.length)
    const cells = new Int32Array(order.length)
    for (let offset = 0; offset < daysMax; offset++) {
      let count = 0
      for (let rank = 0; rank < order.length; rank++) {
        const entry = this.#dayTable[(order[rank] as number) * daysMax + offset] as number
        if (entry === 0) continue
        cells[count] = rank
        positions[count++] = entry - 1
      }
      if (count > 0) days.push(this.#day(this.#first + offset, cells.slice(0, count), positions.subarray(0, count)))
    }
    return days
  }

  #day(day: Day, cell: Int32Array, positions: Int32Array): DayCells {
    const count = cell.length
    const given = new Int32Array(count)
    for (let i = 0; i < count; i++) given[i] = this.#given[positions[i] as number] as number
    const sums = this.#sums.map((column) => {
      if (!column) return zeroColumn(count)
      const values = new Float64Array(count)
      // A column ends where the last cell stood that something was added to.
      for (let i = 0; i < count; i++) values[i] = column[positions[i] as number] ?? 0
      return values
    })
    return { day, count, cell, given, sums }
  }

  #quality(rank: Int32Array): Quality {
    const rows = [...this.#rates]
      .map(([at, { day, sums }]) => ({ cell: rank[this.#monthCellOf[at] as number] as number, day, sums }))
      .sort((a, b) => a.day - b.day || a.cell - b.cell)
    return {
      count: rows.length,
      cell: Int32Array.from(rows, (r) => r.cell),
      day: Int32Array.from(rows, (r) => r.day),
      sums: qualitySums.map((_, q) => Float64Array.from(rows, (r) => r.sums[q] as number)),
    }
  }
}

/** Two positions make one key below 2^53. A Map holds at most 2^24 entries, so that none reaches the other's place. */
const keyMax = 2 ** 26

function position<K>(table: Map<K, number>, key: K): number {
  const known = table.get(key)
  if (known !== undefined) return known
  table.set(key, table.size)
  return table.size - 1
}

function doubledInts(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(column.length * 2)
  grown.set(column)
  return grown
}

const sortedNumbers = (ids: readonly number[]): number[] => [...new Set(ids)].sort((a, b) => a - b)

function compareKeys(a: Key, b: Key): number {
  return (
    a.firstDay - b.firstDay ||
    a.creator - b.creator ||
    a.campaign - b.campaign ||
    (a.platform < b.platform ? -1 : a.platform > b.platform ? 1 : 0)
  )
}

function mergeGiven(count: number, days: readonly DayCells[]): Int32Array {
  const given = new Int32Array(count)
  for (const day of days) {
    for (let i = 0; i < day.count; i++) {
      const cell = day.cell[i] as number
      given[cell] = (given[cell] as number) | (day.given[i] as number)
    }
  }
  return given
}

function sumDays(count: number, days: readonly DayCells[]): SumColumns {
  const sums = newSumColumns(count)
  for (let s = 0; s < cellSums.length; s++) {
    const into = sums[s] as Float64Array
    for (const day of days) {
      const from = day.sums[s] as Float64Array
      for (let i = 0; i < day.count; i++) {
        const cell = day.cell[i] as number
        into[cell] = (into[cell] as number) + (from[i] as number)
      }
    }
    for (const sum of into) exactSum(sum, `${cellSums[s]} of a month`)
  }
  return sums
}

function observationColumns(
  observed: readonly { creator: number; platform: string; day: Day; followers: number }[],
  creatorAt: ReadonlyMap<number, number>,
  platformAt: ReadonlyMap<string, number>,
): Observations {
  const rows = observed
    .map((o) => ({ ...o, creator: creatorAt.get(o.creator) as number, platform: platformAt.get(o.platform) as number }))
    .sort((a, b) => a.creator - b.creator || a.platform - b.platform || a.day - b.day)
  return {
    count: rows.length,
    creator: Int32Array.from(rows, (r) => r.creator),
    platform: Int32Array.from(rows, (r) => r.platform),
    day: Int32Array.from(rows, (r) => r.day),
    followers: Float64Array.from(rows, (r) => r.followers),
  }
}
