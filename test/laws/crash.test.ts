import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ChangeId, type OwnerId, UploadId } from '../../functions/contract/ids.ts'
import {
  askAgree,
  askCommit,
  changeOf,
  continueOn,
  drain,
  type History,
  openHistory,
  play,
  steps,
  work,
} from '../support/history.ts'
import { copyWorld, crashPoints, essence, sleepBefore, type World, workUntilCrash } from '../support/history-crash.ts'
import { memoryBooks } from '../support/history-memory-books.ts'
import { runs } from '../support/history-runs.ts'
import { scenes } from '../support/history-scenes.ts'

async function newWorld(): Promise<World> {
  const memory = memoryBooks()
  return { history: await openHistory(memory.books), memory }
}

/** A history with the tasks that it leaves to do. */
async function worldOf(course: Parameters<typeof play>[1]): Promise<{ world: World; waiting: OwnerId[] }> {
  const world = await newWorld()
  await play(world.history, course, { drained: false })
  const { uploads, changes } = world.history.books
  const [files, edits] = [await uploads.list({ limit: 200 }), await changes.list({ limit: 200 })]
  return { world, waiting: [...files.items, ...edits.items].filter(({ task }) => task !== null).map(({ id }) => id) }
}

async function repeatAfterEveryCrash(world: World, id: OwnerId): Promise<void> {
  const calm = copyWorld(world)
  await work(calm.history, id)
  for await (const { n, mode } of crashPoints(world, id)) {
    const { history, memory } = copyWorld(world)
    await workUntilCrash(history, id, memory.books, n, mode)
    await work(continueOn(history, memory.reopen()), id)
    // Everything that is kept, to the byte: nothing is left of the crash.
    if (!isDeepStrictEqual(memory.tables, calm.memory.tables))
      expect(memory.tables, `${mode} write ${n}`).toEqual(calm.memory.tables)
  }
  expect((await essence(calm.history.books)).findings).toEqual([])
}

/** The outcome is that of one of both orders. */
async function repeatAfterAnother(world: World, id: OwnerId): Promise<void> {
  const other = await readyUpload(world, id)
  if (!other) return
  const [first, second] = [copyWorld(world), copyWorld(world)]
  await work(first.history, id)
  await commitReady(first, other)
  await commitReady(second, other)
  await work(second.history, id)
  const serial = [await essence(first.history.books), await essence(second.history.books)]
  for await (const { n, mode } of crashPoints(world, id)) {
    const crashed = copyWorld(world)
    await workUntilCrash(crashed.history, id, crashed.memory.books, n, mode)
    await commitReady(crashed, other)
    await work(continueOn(crashed.history, crashed.memory.reopen()), id)
    const found = await essence(crashed.history.books)
    expect(found.findings).toEqual([])
    expect(found).toEqual(serial.find((order) => isDeepStrictEqual(order, found)) ?? serial[1])
  }
}

/** One worker sleeps before its write `nap` and dies after `last`; meanwhile another does the task, and people go on. */
async function wakeLate(world: World, id: OwnerId, nap: number, last: number): Promise<void> {
  const { history, memory } = copyWorld(world)
  const late = sleepBefore(memory.books, nap)
  const running = workUntilCrash(history, id, late.books, last, 'after')
  await Promise.race([late.asleep, running])
  await work(history, id)
  await commitReady({ history, memory }, id)
  await drain(history)
  const before = await essence(history.books)
  late.wake()
  await running
  expect(await essence(memory.reopen()), `asleep before ${nap}, dead after ${last}`).toEqual(before)
  expect(before.findings).toEqual([])
}

describe.each(Object.entries(scenes))('%s', (_, scene) => {
  const open = async (): Promise<{ world: World; id: OwnerId }> => {
    const world = await newWorld()
    return { id: await scene(world.history), world }
  }

  test('that died before or after any write and is done again leaves what it leaves without', async () => {
    const { world, id } = await open()
    await repeatAfterEveryCrash(world, id)
  })

  test('a worker that was taken for dead and wakes up after its successor has finished changes nothing', async () => {
    const { world, id } = await open()
    let writes = 0
    for await (const { n } of crashPoints(world, id)) writes = n
    for (let nap = 1; nap <= writes; nap++)
      for (const last of new Set([nap, Math.min(nap + 1, writes), writes])) await wakeLate(world, id, nap, last)
  })
})

test('any task that died before or after any write and is done again leaves what it leaves without', async () => {
  await fc.assert(
    fc.asyncProperty(steps(30), async (course) => {
      const { world, waiting } = await worldOf(course)
      for (const id of waiting) {
        await repeatAfterEveryCrash(world, id)
        await work(world.history, id)
      }
    }),
    runs(4),
  )
})

test('a task that died, and is done again after somebody else has committed, did it before or after them', async () => {
  await fc.assert(
    fc.asyncProperty(steps(30), async (course) => {
      const { world, waiting } = await worldOf(course)
      for (const id of waiting) {
        await repeatAfterAnother(world, id)
        await work(world.history, id)
      }
    }),
    runs(4),
  )
})

test('a worker that was taken for dead, whatever it does, changes nothing by waking up', async () => {
  await fc.assert(
    fc.asyncProperty(steps(30), fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 6 }), async (course, naps) => {
      const { world, waiting } = await worldOf(course)
      for (const id of waiting) {
        for (const [nap, more] of naps) await wakeLate(world, id, nap + 1, nap + more + 1)
        await work(world.history, id)
      }
    }),
    runs(3),
  )
})

async function readyUpload({ history }: World, except: OwnerId): Promise<UploadId | undefined> {
  const { items } = await history.books.uploads.list({ limit: 200 })
  return items.find((record) => record.state === 'ready' && record.preview !== null && record.id !== except)?.id
}

async function commitReady({ history }: World, owner: OwnerId): Promise<void> {
  const id = UploadId.parse(owner)
  const record = await history.books.uploads.get(id)
  if (!record) return agreeReady(history, ChangeId.parse(owner))
  const { preview, state, staged } = record
  if (preview === null || !['ready', 'reverted'].includes(state)) return
  // Closed months and two people are others' laws.
  await askCommit(history, id, preview, { other: true, reason: (staged?.restated.length ?? 0) > 0 })
  await work(history, id)
}

async function agreeReady(history: History, id: ChangeId): Promise<void> {
  const { preview, state } = await changeOf(history, id)
  if (preview === null || state !== 'ready') return
  await askAgree(history, id, preview, { other: true, reason: true })
  await work(history, id)
}
