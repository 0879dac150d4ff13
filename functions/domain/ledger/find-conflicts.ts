import type { UploadId } from '../../contract/ids.ts'
import type { MonthIndex } from '../calendar.ts'
import { anyMeasure, costBit } from './measures.ts'
import type { Holding, KeyIndex } from './month-index.ts'
import type { FoldOrder } from './winners.ts'

export type ConflictCode = 'line-would-move' | 'daily-and-lifetime' | 'with-and-without-posts'

/** Where a key of the new file disagrees with what other listed uploads hold. */
export type KeyConflict = { code: ConflictCode; upload: UploadId | null; months: MonthIndex[]; mask: number }

/**
 * Looks for keys of an added upload that cannot simply count beside the others: a line id that would leave a month,
 * a measure of a post both daily and as lifetime, a measure of a creator in a campaign both with and without posts.
 * @param own the added upload's keys by month
 * @param others all other listed uploads' keys by month (without one that it replaces)
 * @param order fold order of the others
 */
export function findConflicts(
  own: ReadonlyMap<MonthIndex, KeyIndex>,
  others: ReadonlyMap<MonthIndex, KeyIndex>,
  order: FoldOrder,
  mayMove: boolean,
): Map<string, KeyConflict> {
  const conflicts = new Map<string, KeyConflict>()
  const keys = new Map<string, { months: MonthIndex[]; won: number; beside: number }>()
  for (const [month, index] of own) {
    for (const [key, holdings] of index) {
      const known = keys.get(key)
      const sum = known ?? { months: [], won: 0, beside: 0 }
      if (!known) keys.set(key, sum)
      sum.months.push(month)
      for (const holding of holdings) {
        sum.won |= holding.won
        sum.beside |= holding.beside
      }
    }
  }
  for (const [key, mine] of keys) {
    const theirs = holdersOf(key, others)
    if (key.startsWith('L')) {
      if (!mayMove) noteMove(conflicts, key, mine.months, theirs, order)
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

type Held = { month: MonthIndex; holding: Holding }

function holdersOf(key: string, others: ReadonlyMap<MonthIndex, KeyIndex>): Held[] {
  const held: Held[] = []
  for (const [month, index] of others) {
    for (const holding of index.get(key) ?? []) held.push({ month, holding })
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
): void {
  let winner: UploadId | undefined
  for (const { holding } of theirs) {
    if (winner === undefined || (order.get(holding.upload) ?? -1) > (order.get(winner) ?? -1)) winner = holding.upload
  }
  const left = theirs.filter(({ month, holding }) => holding.upload === winner && !months.includes(month))
  if (winner !== undefined && left.length > 0) {
    conflicts.set(key, { code: 'line-would-move', upload: winner, months: left.map(({ month }) => month), mask: 0 })
  }
}
