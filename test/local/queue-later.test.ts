import { expect, test } from 'vitest'
import { WorkspaceId } from '../../functions/contract/ids.ts'
import { CodedError } from '../../functions/contract/problem.ts'
import { createInProcessQueue } from '../../functions/local/in-process-queue.ts'
import { uploadId } from '../support/builders.ts'

test('a task that finds no storage for long lets others go first and comes again', async () => {
  const done: string[] = []
  let tries = 0
  const queue = createInProcessQueue(
    async (_, upload) => {
      if (upload === uploadId(1) && ++tries <= 13) throw new CodedError('storage-unavailable', 'gone')
      done.push(upload)
    },
    () => {},
    1,
    1,
  )
  const main = WorkspaceId.parse('main')
  await queue.send(main, uploadId(1))
  await queue.send(main, uploadId(2))
  await expect.poll(() => done).toEqual([uploadId(2), uploadId(1)])
  await queue.stop(0)
})
