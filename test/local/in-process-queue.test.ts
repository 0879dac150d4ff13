import { expect, test } from 'vitest'
import { WorkspaceId } from '../../functions/contract/ids.ts'
import { CodedError } from '../../functions/contract/problem.ts'
import { createInProcessQueue } from '../../functions/local/in-process-queue.ts'
import { uploadId } from '../support/builders.ts'

const main = WorkspaceId.parse('main')
const other = WorkspaceId.parse('other')
const quiet = () => {}
const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 5))

test('one task runs at a time in a workspace, in order of arrival, and workspaces do not wait for each other', async () => {
  const events: string[] = []
  const queue = createInProcessQueue(async (workspace, upload) => {
    events.push(`begin ${workspace} ${upload.slice(-1)}`)
    await turn()
    events.push(`end ${workspace} ${upload.slice(-1)}`)
  }, quiet)
  await queue.send(main, uploadId(1))
  await queue.send(main, uploadId(2))
  await queue.send(other, uploadId(3))
  await expect.poll(() => events).toHaveLength(6)
  expect(events.slice(0, 2)).toEqual(['begin main 1', 'begin other 3'])
  expect(events.filter((event) => event.includes('main'))).toEqual([
    'begin main 1',
    'end main 1',
    'begin main 2',
    'end main 2',
  ])
})

test('what waits is queued once; what runs may be queued again', async () => {
  const runs: string[] = []
  const queue = createInProcessQueue(async (_, upload) => {
    runs.push(upload)
    await turn()
  }, quiet)
  for (const n of [1, 2, 2, 1, 1]) await queue.send(main, uploadId(n))
  await expect.poll(() => runs).toEqual([uploadId(1), uploadId(2), uploadId(1)])
})

test('a task is tried again while the storage does not answer', async () => {
  let tries = 0
  const done: string[] = []
  const queue = createInProcessQueue(
    async (_, upload) => {
      tries += 1
      if (tries < 4) throw new CodedError('storage-unavailable', 'gone')
      done.push(upload)
    },
    quiet,
    1,
  )
  await queue.send(main, uploadId(1))
  await expect.poll(() => done).toEqual([uploadId(1)])
})

test('a task that fails for another reason is logged, and the next one runs', async () => {
  const logged: unknown[] = []
  const done: string[] = []
  const queue = createInProcessQueue(
    async (_, upload) => {
      if (upload === uploadId(1)) throw new Error('a bug')
      done.push(upload)
    },
    (entry) => logged.push(entry),
  )
  await queue.send(main, uploadId(1))
  await queue.send(main, uploadId(2))
  await expect.poll(() => done).toEqual([uploadId(2)])
  expect(logged).toMatchObject([{ level: 'error', owner: uploadId(1), again: false }])
})

test('a stop waits for what runs and begins nothing more', async () => {
  const events: string[] = []
  const queue = createInProcessQueue(async (_, upload) => {
    await turn()
    events.push(upload)
  }, quiet)
  await queue.send(main, uploadId(1))
  await queue.send(main, uploadId(2))
  await queue.stop(1000)
  await queue.send(main, uploadId(3))
  await turn()
  expect(events).toEqual([uploadId(1)])
})

test('a stop does not wait longer than its grace', async () => {
  const queue = createInProcessQueue(() => new Promise(() => {}), quiet)
  await queue.send(main, uploadId(1))
  await queue.stop(10)
})
