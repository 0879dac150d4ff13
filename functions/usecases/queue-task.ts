import type { UploadId, WorkspaceId } from '../contract/ids.ts'
import type { Upload } from '../contract/upload.ts'
import { toUpload, type UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books, Queue } from '../store/ports.ts'
import { changeUpload } from './change-upload.ts'

export type RequestDeps = { books: Pick<Books, 'uploads' | 'parts' | 'ledger'>; queue: Queue; workspace: WorkspaceId }

/** `queued`: work was begun by this request; else it had been asked for before and this is where it stands. */
export type Requested = { upload: Upload; queued: boolean }

/** Writes what `decide` makes of the upload, its task in it, then wakes the worker. */
export async function queueTask(
  deps: RequestDeps,
  id: UploadId,
  decide: (record: UploadRecord) => UploadRecord | undefined | Promise<UploadRecord | undefined>,
): Promise<Requested> {
  const { record, changed } = await changeUpload(deps, id, decide)
  // A repeat wakes the worker too: the process may have died after the write and before the message.
  if (record.task) await deps.queue.send(deps.workspace, id)
  return { upload: toUpload(record), queued: changed }
}
