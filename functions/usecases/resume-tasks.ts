import type { OwnerId, WorkspaceId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import type { ChangeRecord } from '../domain/ledger/change-record.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books, OwnedRecord, Page, Queue, Records } from '../store/ports.ts'

/** Hands every upload and change with an unfinished task to the worker again: after a start, and now and then. */
export async function resumeTasks(
  deps: { books: Pick<Books, 'uploads' | 'changes'>; queue: Queue },
  workspace: WorkspaceId,
): Promise<void> {
  const waiting: OwnerId[] = []
  for await (const { id, task } of everyUpload(deps)) if (task) waiting.push(id)
  for await (const { id, task } of everyChange(deps)) if (task) waiting.push(id)
  // Oldest first: the order in which they were asked for, as far as ids tell.
  for (const id of waiting.sort()) await deps.queue.send(workspace, id)
}

/** All uploads, newest first. */
export const everyUpload = ({ books }: { books: Pick<Books, 'uploads'> }): AsyncGenerator<UploadRecord> =>
  everyRecord(books.uploads)

/** All changes of the books, newest first. */
export const everyChange = ({ books }: { books: Pick<Books, 'changes'> }): AsyncGenerator<ChangeRecord> =>
  everyRecord(books.changes)

async function* everyRecord<R extends OwnedRecord>(records: Pick<Records<R>, 'list'>): AsyncGenerator<R> {
  let cursor: string | null = null
  do {
    const page: Page<R> = await records.list({ limit: limits.listPageMax, ...(cursor === null ? {} : { cursor }) })
    yield* page.items
    cursor = page.next
  } while (cursor !== null)
}
