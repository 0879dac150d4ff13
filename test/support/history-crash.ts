import type { OwnerId } from '../../functions/contract/ids.ts'
import type { ChangeRecord } from '../../functions/domain/ledger/change-record.ts'
import type { SnapshotRecord } from '../../functions/domain/ledger/snapshot.ts'
import type { UploadRecord } from '../../functions/domain/ledger/upload-record.ts'
import type { Books } from '../../functions/store/ports.ts'
import { verifyBooks } from '../../functions/usecases/verify-books.ts'
import { type CrashMode, countWrites, failAfter, InjectedCrash } from '../store/faulty-books.ts'
import { continueOn, type History, work } from './history.ts'
import type { MemoryBooks } from './history-memory-books.ts'

/** A history on books that can be copied. */
export type World = { history: History; memory: MemoryBooks }

export function copyWorld({ history, memory }: World): World {
  const copy = memory.copy()
  return { history: continueOn(history, copy.books), memory: copy }
}

/** Every point at which a process can die while it does an upload's task: before and after each write. */
export async function* crashPoints(world: World, id: OwnerId): AsyncGenerator<{ n: number; mode: CrashMode }> {
  const { history, memory } = copyWorld(world)
  const counted = countWrites(memory.books)
  await work(history, id, counted.books)
  for (let n = 1; n <= counted.writes(); n++) {
    for (const mode of ['before', 'after'] as const) yield { n, mode }
  }
}

/** Does a task until the process dies; what it wrote stands. */
export async function workUntilCrash(history: History, id: OwnerId, books: Books, n: number, mode: CrashMode) {
  try {
    await work(history, id, failAfter(books, n, mode))
  } catch (error) {
    if (!(error instanceof InjectedCrash)) throw error
  }
}

/** A worker that falls asleep before its k-th write and goes on when it is told to. */
export function sleepBefore(books: Books, k: number): { books: Books; asleep: Promise<void>; wake: () => void } {
  const sleeping = Promise.withResolvers<void>()
  const waking = Promise.withResolvers<void>()
  let writes = 0
  const wrap = <T extends object>(port: T): T =>
    Object.fromEntries(
      Object.entries(port).map(([name, call]) => [
        name,
        async (...args: unknown[]) => {
          if (writing.has(name) && ++writes === k) {
            sleeping.resolve()
            await waking.promise
          }
          return call(...args)
        },
      ]),
    ) as T
  const slow = Object.fromEntries(Object.entries(books).map(([name, port]) => [name, wrap(port)])) as Books
  return { books: slow, asleep: sleeping.promise, wake: waking.resolve }
}

const writing = new Set([
  'create',
  'update',
  'progress',
  'put',
  'putPreview',
  'publish',
  'write',
  'remove',
  'note',
  'keepProblems',
  'forget',
])

/** What people can see of some books. */
export async function essence(books: Books): Promise<{
  uploads: UploadRecord[]
  changes: ChangeRecord[]
  snapshots: SnapshotRecord[]
  findings: unknown[]
}> {
  const uploads = (await books.uploads.list({ limit: 200 })).items
  const changes = (await books.changes.list({ limit: 200 })).items
  const head = (await books.ledger.head())?.snapshot ?? 0
  const snapshots: SnapshotRecord[] = []
  for (let number = 0; number <= head; number++) snapshots.push((await books.ledger.snapshot(number)) as SnapshotRecord)
  const { findings } = await verifyBooks({ books })
  return { uploads, changes, snapshots, findings }
}
