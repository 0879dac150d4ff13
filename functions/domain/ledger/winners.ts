import type { UploadId } from '../../contract/ids.ts'
import type { MonthIndex } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import { forEachShared, type KeyIndex } from './month-index.ts'

/** For one month: key → upload → the bits that count here. A key that is not named counts by fold order alone. */
export type Limits = Map<string, Map<UploadId, number>>

/** Position of each listed upload in the fold order. */
export type FoldOrder = ReadonlyMap<UploadId, number>

/**
 * Keys that stand in more than one month are won over all of them: each bit by the last upload in fold order that
 * holds it (in the earliest month, should one upload hold it twice).
 * @param candidates keys to look at; others keep no limits
 */
export function resolveWinners(
  months: ReadonlyMap<MonthIndex, KeyIndex>,
  order: FoldOrder,
  candidates: Iterable<string>,
): Map<MonthIndex, Limits> {
  const limits = new Map<MonthIndex, Limits>()
  for (const [key, holders] of holdersOf(months, new Set(candidates))) {
    // A line id of one upload may stand in several months: the pieces of one spread row.
    if (holders.length < 2) continue
    const isLine = key.startsWith('L')
    const winners = bitWinners(months, holders, key, order, isLine)
    for (const month of holders) {
      const allowed = new Map<UploadId, number>()
      for (const holding of months.get(month)?.get(key) ?? []) {
        let mask = 0
        for (const [bit, winner] of winners) {
          const here = winner.upload === holding.upload && (isLine || winner.month === month)
          if (here && holding.won & bit) mask |= bit
        }
        allowed.set(holding.upload, mask)
      }
      const ofMonth = getOrAdd(limits, month, () => new Map())
      ofMonth.set(key, allowed)
    }
  }
  return limits
}

/** The months, ascending, that hold something won of a key. */
function holdersOf(months: ReadonlyMap<MonthIndex, KeyIndex>, keys: ReadonlySet<string>): Map<string, MonthIndex[]> {
  const holders = new Map<string, MonthIndex[]>()
  for (const month of [...months.keys()].sort((a, b) => a - b)) {
    forEachShared(months.get(month) as KeyIndex, keys, (key, holdings) => {
      if (key.startsWith('C') || !holdings.some(({ won }) => won !== 0)) return
      const known = holders.get(key)
      if (known) known.push(month)
      else holders.set(key, [month])
    })
  }
  return holders
}

function bitWinners(
  months: ReadonlyMap<MonthIndex, KeyIndex>,
  holders: readonly MonthIndex[],
  key: string,
  order: FoldOrder,
  isLine: boolean,
): Map<number, { upload: UploadId; month: MonthIndex }> {
  const winners = new Map<number, { upload: UploadId; month: MonthIndex }>()
  for (const month of holders) {
    for (const holding of months.get(month)?.get(key) ?? []) {
      for (let rest = isLine ? holding.won & 1 : holding.won; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest
        const current = winners.get(bit)
        if (!current || rank(order, holding.upload) > rank(order, current.upload)) {
          winners.set(bit, { upload: holding.upload, month })
        }
      }
    }
  }
  return winners
}

function rank(order: FoldOrder, upload: UploadId): number {
  const position = order.get(upload)
  if (position === undefined) throw new Error(`upload ${upload} is indexed but not listed`)
  return position
}

/** A stable form of a month's limits: part of what a rollup was made from. */
export function describeLimits(limits: Limits): [string, [string, number][]][] {
  return [...limits]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, allowed]) => [key, [...allowed].sort(([a], [b]) => (a < b ? -1 : 1))])
}
