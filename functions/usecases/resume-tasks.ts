import type { WorkspaceId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books, Queue } from '../store/ports.ts'

/** Hands every upload with an unfinished task to the worker again: after a start, and now and then. */
export async function resumeTasks(
  deps: { books: Pick<Books, 'uploads'>; queue: Queue },
  workspace: WorkspaceId,
): Promise<void> {
  const waiting: UploadRecord[] = []
  for await (const record of everyUpload(deps)) if (record.task) waiting.push(record)
  // Oldest first: the order in which they were asked for, as far as ids tell.
  for (const { id } of waiting.reverse()) await deps.queue.send(workspace, id)
}

/** All uploads, newest first. */
export async function* everyUpload(deps: { books: Pick<Books, 'uploads'> }): AsyncGenerator<UploadRecord> {
  let cursor: string | null = null
  do {
    const page = await deps.books.uploads.list({ limit: limits.listPageMax, ...(cursor === null ? {} : { cursor }) })
    yield* page.items
    cursor = page.next
  } while (cursor !== null)
}
