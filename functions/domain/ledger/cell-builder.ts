import { CodedError } from '../../contract/problem.ts'
import { type Day, firstDayOf, type MonthIndex, noDay } from '../calendar.ts'
import { cellSums, newSumColumns, qualitySums, type SumColumns } from './cell-sums.ts'
import { IntTable } from './int-table.ts'
import type { PostRate } from './rate-post.ts'
import type { DayCells, FoldedMonth, MonthCells, Observations, Quality } from './rollup.ts'

type Key = { creator: number; campaign: number; platform: string; firstDay: Day; lastDay: Day; firstPost: Day }

/** Sums beyond this lose cents in a double with a sign bit in the format: refused, never rounded. */
const sumMax = 2 ** 52

/** Adds up the cells of one month by day, and puts them in their canonical order. */
export class CellBuilder {
  readonly #first: Day
  readonly #names = new Map<number, number>()
  readonly #platforms = new Map<string, number>()
  readonly #monthTable = new IntTable()
  readonly #keys: Key[] = []
  readonly #dayTable = new IntTable()
  readonly #dayOf: number[] = []
  readonly #monthCellOf: number[] = []
  readonly #given: number[] = []
  #sums: SumColumns = newSumColumns(1024)
  #rates = new Map<number, number[]>()
  readonly #observed = new Map<string, { creator: number; platform: string; day: Day; followers: number }>()

  constructor(month: MonthIndex) {
    this.#first = firstDayOf(month)
  }

  /** Position of a day cell. */
  at(creator: number, campaign: number, platform: string, day: Day): number {
    const names = this.#names
    const month = this.#monthTable.position(
      (position(names, creator) * 4_194_304 + position(names, campaign)) * 512 + position(this.#platforms, platform),
    )
    let key = this.#keys[month]
    if (!key) {
      key = { creator, campaign, platform, firstDay: day, lastDay: day, firstPost: noDay }
      this.#keys[month] = key
    }
    if (day < key.firstDay) key.firstDay = day
    if (day > key.lastDay) key.lastDay = day
    const at = this.#dayTable.position(month * 32 + day - this.#first)
    if (at === this.#dayOf.length) {
      this.#dayOf.push(day)
      this.#monthCellOf.push(month)
      this.#given.push(0)
      if (at === this.#sums[0]?.length) this.#sums = this.#sums.map(doubled)
    }
    return at
  }

  add(at: number, column: number, value: number): void {
    const sums = this.#sums[column] as Float64Array
    sums[at] = (sums[at] as number) + value
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

  rate(at: number, rate: PostRate): void {
    const sums = this.#rates.get(at)
    if (!sums) this.#rates.set(at, [...rate])
    else for (let q = 0; q < rate.length; q++) sums[q] = (sums[q] as number) + (rate[q] as number)
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
    const days = this.#days(rank)
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

  #days(rank: Int32Array): DayCells[] {
    const byDay = new Map<Day, number[]>()
    this.#dayOf.forEach((day, at) => {
      const list = byDay.get(day)
      if (list) list.push(at)
      else byDay.set(day, [at])
    })
    const cellOf = (at: number): number => rank[this.#monthCellOf[at] as number] as number
    return [...byDay.keys()]
      .sort((a, b) => a - b)
      .map((day) => {
        const positions = (byDay.get(day) ?? []).sort((a, b) => cellOf(a) - cellOf(b))
        return {
          day,
          count: positions.length,
          cell: Int32Array.from(positions, cellOf),
          given: Int32Array.from(positions, (at) => this.#given[at] as number),
          sums: this.#sums.map((column) => Float64Array.from(positions, (at) => column[at] as number)),
        }
      })
  }

  #quality(rank: Int32Array): Quality {
    const rows = [...this.#rates]
      .map(([at, sums]) => ({
        cell: rank[this.#monthCellOf[at] as number] as number,
        day: this.#dayOf[at] as Day,
        sums,
      }))
      .sort((a, b) => a.day - b.day || a.cell - b.cell)
    return {
      count: rows.length,
      cell: Int32Array.from(rows, (r) => r.cell),
      day: Int32Array.from(rows, (r) => r.day),
      sums: qualitySums.map((_, q) => Float64Array.from(rows, (r) => r.sums[q] as number)),
    }
  }
}

function position<K>(table: Map<K, number>, key: K): number {
  const known = table.get(key)
  if (known !== undefined) return known
  table.set(key, table.size)
  return table.size - 1
}

function doubled(column: Float64Array): Float64Array {
  const grown = new Float64Array(column.length * 2)
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
    for (const sum of into) {
      if (Math.abs(sum) > sumMax) {
        throw new CodedError(
          'amount-too-large',
          `A month's ${cellSums[s]} adds up to more than can be kept exactly; check the file's amounts.`,
        )
      }
    }
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
