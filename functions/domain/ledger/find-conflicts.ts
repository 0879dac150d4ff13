import type { UploadId } from '../../contract/ids.ts'
import type { MonthIndex } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import { anyMeasure, costBit } from './measures.ts'
import { forEachShared, type Holding, type KeyIndex } from './month-index.ts'
import type { FoldOrder } from './winners.ts'

export type ConflictCode = 'line-would-move' | 'daily-and-lifetime' | 'with-and-without-posts'

/** Where a key of the new file disagrees with what other listed uploads hold. */
export type KeyConflict = { code: ConflictCode; upload: UploadId | null; months: MonthIndex[]; mask: number }

/**
 * Looks for keys of an added upload that cannot simply count beside the others: a line id that would leave a month,
 * a measure of a post both daily and as lifetime, a measure of a creator in a campaign both with and without posts.
 * @param own the added upload's keys by month
 * @param others all other listed uploads' keys by month (without one that it replaces)
 * @param order fold order of all, `added` among them
 */
export function findConflicts(
  own: ReadonlyMap<MonthIndex, KeyIndex>,
  others: ReadonlyMap<MonthIndex, KeyIndex>,
  order: FoldOrder,
  added: UploadId,
  mayMove: boolean,
): Map<string, KeyConflict> {
  const conflicts = new Map<string, KeyConflict>()
  const keys = sumKeys(own)
  const held = holdersOf(keys, others)
  for (const [key, mine] of keys) {
    const theirs = held.get(key) ?? []
    if (theirs.length === 0 && !key.startsWith('C')) continue
    if (key.startsWith('L')) {
      if (!mayMove) noteMove(conflicts, key, mine.months, theirs, order, added)
      continue
    }
    const figures = anyMeasure | costBit
    const besides = theirs.filter(
      ({ holding }) => (holding.beside & mine.won & figures) !== 0 || (holding.won & mine.beside & figures) !== 0,
    )
    const inFile = key.startsWith('C') ? mine.won & mine.beside & figures : 0
    const first = besides[0]
    if (!first && inFile === 0) continue
    const mask =
      besides.reduce((sum, { holding }) => sum | (holding.beside & mine.won) | (holding.won & mine.beside), inFile) &
      figures
    conflicts.set(key, {
      code: key.startsWith('C') ? 'with-and-without-posts' : 'daily-and-lifetime',
      upload: first?.holding.upload ?? null,
      months: besides.map(({ month }) => month),
      mask,
    })
  }
  return conflicts
}

type OwnKey = { months: MonthIndex[]; won: number; beside: number }

function sumKeys(own: ReadonlyMap<MonthIndex, KeyIndex>): Map<string, OwnKey> {
  const keys = new Map<string, OwnKey>()
  for (const [month, index] of own) {
    for (const [key, holdings] of index) {
      const sum = getOrAdd(keys, key, () => ({ months: [], won: 0, beside: 0 }))
      sum.months.push(month)
      for (const holding of holdings) {
        sum.won |= holding.won
        sum.beside |= holding.beside
      }
    }
  }
  return keys
}

type Held = { month: MonthIndex; holding: Holding }

function holdersOf(keys: ReadonlyMap<string, unknown>, others: ReadonlyMap<MonthIndex, KeyIndex>): Map<string, Held[]> {
  const held = new Map<string, Held[]>()
  for (const [month, index] of others) {
    forEachShared(index, keys, (key, holdings) => {
      const list = getOrAdd(held, key, () => [])
      for (const holding of holdings) list.push({ month, holding })
    })
  }
  return held
}

/** The winner so far stands in a month where the new file does not have the id: that month would lose it. */
function noteMove(
  conflicts: Map<string, KeyConflict>,
  key: string,
  months: readonly MonthIndex[],
  theirs: readonly Held[],
  order: FoldOrder,
  added: UploadId,
): void {
  let winner: UploadId | undefined
  for (const { holding } of theirs) {
    if (winner === undefined || (order.get(holding.upload) ?? -1) > (order.get(winner) ?? -1)) winner = holding.upload
  }
  // One that stands later in fold order keeps the id: nothing leaves its months.
  if (winner !== undefined && (order.get(winner) ?? -1) > (order.get(added) ?? -1)) return
  const left = theirs.filter(({ month, holding }) => holding.upload === winner && !months.includes(month))
  if (winner !== undefined && left.length > 0) {
    conflicts.set(key, { code: 'line-would-move', upload: winner, months: left.map(({ month }) => month), mask: 0 })
  }
}
