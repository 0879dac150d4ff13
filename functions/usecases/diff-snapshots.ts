import { CodedError } from '../contract/problem.ts'
import type { SnapshotDiff } from '../contract/snapshot.ts'
import { compareMonths } from '../domain/ledger/month-totals.ts'
import type { CurrencyTotal, Rollup } from '../domain/ledger/rollup.ts'
import type { ListedUpload, SnapshotRecord } from '../domain/ledger/snapshot.ts'
import type { Books } from '../store/ports.ts'
import { readRollups } from './read-rollups.ts'
import { compareTotals } from './stage-change.ts'

/** What `after` has that `before` has not, and the reverse. Throws `not-found`. */
export async function diffSnapshots(deps: { books: Books }, before: number, after: number): Promise<SnapshotDiff> {
  const [old, now] = await Promise.all([snapshotOf(deps, before), snapshotOf(deps, after)])
  const [oldRollups, nowRollups] = await Promise.all([rollupsOf(deps, old), rollupsOf(deps, now)])
  const [oldTotals, nowTotals] = [totalsByMonth(oldRollups), totalsByMonth(nowRollups)]
  const months = [...new Set([...oldTotals.keys(), ...nowTotals.keys()])].sort()
  const changed = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)
  return {
    before,
    after,
    uploadsAdded: missingIn(old.body.uploads, now.body.uploads),
    uploadsRemoved: missingIn(now.body.uploads, old.body.uploads),
    months: months
      .map((month) => ({ month, changes: compareTotals(oldTotals.get(month) ?? [], nowTotals.get(month) ?? []) }))
      .filter(({ changes }) => changes.length > 0),
    totals: compareTotals([...oldTotals.values()].flat(), [...nowTotals.values()].flat()),
    reported: compareMonths(oldRollups, nowRollups),
    directoryChanged: changed(old.body.directory, now.body.directory),
    fxChanged: changed(old.body.fx, now.body.fx),
    settingsChanged: changed(old.body.settings, now.body.settings),
  }
}

async function snapshotOf(deps: { books: Books }, number: number): Promise<SnapshotRecord> {
  const snapshot = await deps.books.ledger.snapshot(number)
  if (!snapshot) throw new CodedError('not-found', `There is no snapshot ${number}.`)
  return snapshot
}

const rollupsOf = (deps: { books: Books }, { body }: SnapshotRecord): Promise<Rollup[]> =>
  readRollups(deps.books.chunks, body.months)

const totalsByMonth = (rollups: readonly Rollup[]): Map<string, CurrencyTotal[]> =>
  new Map(rollups.map(({ header }) => [header.month, header.totals]))

function missingIn(list: readonly ListedUpload[], other: readonly ListedUpload[]): SnapshotDiff['uploadsAdded'] {
  const ids = new Set(list.map(({ id }) => id))
  return other.filter(({ id }) => !ids.has(id)).map(({ id, filename, kind }) => ({ id, filename, kind }))
}
