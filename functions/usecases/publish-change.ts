import type { OwnerId, StagingId, UploadId } from '../contract/ids.ts'
import type { SnapshotAction, SnapshotSummary } from '../contract/snapshot.ts'
import type { ChangeRecord } from '../domain/ledger/change-record.ts'
import { markClosings } from '../domain/ledger/closings.ts'
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
  reason: string | null
}

type Publication = {
  owner: OwnerId
  staged: { staging: StagingId; base: number }
  summary: Pick<SnapshotSummary, 'action' | 'upload' | 'filename' | 'kind' | 'sample' | 'edit'>
  by: string
  reason: string | null
  records: (number: number, at: string) => Promise<{ uploads: UploadRecord[]; change?: ChangeRecord }>
}

/** Makes the staged change of an upload visible. @returns false if the head moved first */
export async function publishChange(deps: { books: Books; now: () => string }, input: PublishInput): Promise<boolean> {
  const { record, by, reason } = input
  const { id, filename, kind, sample, staged } = record
  if (!staged) throw new Error(`upload ${id} has nothing staged`)
  return publishStaged(deps, {
    owner: id,
    staged,
    summary: { action: input.action, upload: id, filename, kind, sample, edit: null },
    by,
    reason,
    async records(number, at) {
      const uploads = [input.next(number, at)]
      if (input.takesOut) {
        const old = await deps.books.uploads.get(input.takesOut)
        if (!old) throw new Error(`replaced upload ${input.takesOut} is gone`)
        uploads.push(replacedRecord(old, id, { by, at, number }))
      }
      return { uploads }
    },
  })
}

/**
 * Makes what is staged visible, if its base is still the head: snapshot, head, records and audit entry in one
 * transaction. @returns false if the head moved first
 */
export async function publishStaged(
  deps: { books: Books; now: () => string },
  { owner, staged, summary, by, reason, records }: Publication,
): Promise<boolean> {
  const preview = await deps.books.ledger.preview(owner, staged.staging)
  if (!preview) throw new Error(`${owner} lost its preview ${staged.staging}`)
  const { body, changes, reported, restated, closes, reopens } = preview
  const number = staged.base + 1
  const at = deps.now()
  const closings = markClosings(body.closings, { closes, reopens, restated }, { snapshot: number, at, by, reason })
  const snapshot = {
    ...summary,
    number,
    committedAt: at,
    committedBy: by,
    uploads: body.uploads.length,
    months: body.months.length,
    changes,
    reported,
    restated,
    reason,
    body: { ...body, closings },
  }
  const written = await records(number, at)
  try {
    await deps.books.ledger.publish({ snapshot, ...written, staging: { owner, id: staged.staging } })
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
