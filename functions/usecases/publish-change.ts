import type { UploadId } from '../contract/ids.ts'
import type { SnapshotAction } from '../contract/snapshot.ts'
import type { SnapshotRecord } from '../domain/ledger/snapshot.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import { type Books, HeadMoved } from '../store/ports.ts'

type PublishInput = {
  /** The record as it is stored; what it becomes is in `next`. */
  record: UploadRecord
  next: (number: number, at: string) => UploadRecord
  action: SnapshotAction
  /** An upload that goes with this change, as the staging had it. */
  takesOut: UploadId | null
  by: string
}

/**
 * Makes the staged change visible, if its base is still the head: snapshot, head, uploads and audit entry in one
 * transaction. @returns false if the head moved first
 */
export async function publishChange(deps: { books: Books; now: () => string }, input: PublishInput): Promise<boolean> {
  const { record } = input
  const staged = record.staged
  if (!staged) throw new Error(`upload ${record.id} has nothing staged`)
  const preview = await deps.books.ledger.preview(record.id, staged.staging)
  if (!preview) throw new Error(`upload ${record.id} lost its preview ${staged.staging}`)
  const number = staged.base + 1
  const at = deps.now()
  const snapshot: SnapshotRecord = {
    number,
    committedAt: at,
    committedBy: input.by,
    action: input.action,
    upload: record.id,
    filename: record.filename,
    kind: record.kind,
    uploads: preview.body.uploads.length,
    months: preview.body.months.length,
    sample: record.sample,
    changes: preview.changes,
    body: preview.body,
  }
  const uploads = [input.next(number, at)]
  if (input.takesOut) {
    const old = await deps.books.uploads.get(input.takesOut)
    if (!old) throw new Error(`replaced upload ${input.takesOut} is gone`)
    uploads.push(replacedRecord(old, record.id, { by: input.by, at, number }))
  }
  try {
    await deps.books.ledger.publish({ snapshot, uploads, staging: { upload: record.id, id: staged.staging } })
    return true
  } catch (error) {
    if (error instanceof HeadMoved) return false
    throw error
  }
}

function replacedRecord(
  old: UploadRecord,
  replacedBy: UploadId,
  { by, at, number }: { by: string; at: string; number: number },
): UploadRecord {
  return {
    ...old,
    state: 'reverted',
    snapshot: number,
    task: null,
    staged: null,
    preview: null,
    previewAction: null,
    replacedBy,
    revertedBy: by,
    revertedAt: at,
  }
}
