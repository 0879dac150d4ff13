import { ChangeId, type OwnerId, UploadId, type WorkspaceId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { UploadState } from '../contract/upload.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books } from '../store/ports.ts'
import { describeFailure } from './describe-failure.ts'
import { readHead } from './read-head.ts'
import { runChange } from './run-change.ts'
import { runCheck } from './run-check.ts'
import { refuseRecommit, runCommit } from './run-commit.ts'
import { runRevert } from './run-revert.ts'
import { stageUpload, withStaged } from './stage-upload.ts'

export type RunTaskDeps = {
  books: Books
  now: () => string
  log: (entry: { level: 'info' | 'warn' | 'error'; message: string; [field: string]: unknown }) => void
}

/**
 * Does what the record of an upload, or of a change of the books, asks for. Safe to repeat and to run twice at once: everything is written under the
 * staging's own name, and the last write needs the record as it was read.
 */
export async function runTask(deps: RunTaskDeps, workspace: WorkspaceId, owner: OwnerId): Promise<void> {
  const id = UploadId.parse(owner)
  const record = await deps.books.uploads.get(id)
  if (!record) return runChange(deps, workspace, ChangeId.parse(owner))
  if (!record.task) return
  try {
    const next = await perform(deps, record)
    if (next) await deps.books.uploads.update(next)
  } catch (error) {
    const after = await deps.books.uploads.get(id)
    // Cancelled, or done by another worker: there is nothing left to say.
    if (after && (after.version !== record.version || !after.task)) return
    if (error instanceof CodedError && (error.code === 'storage-unavailable' || error.code === 'conflict')) throw error
    await deps.books.uploads.update(failed(deps, workspace, record, error))
  }
}

async function perform(deps: RunTaskDeps, record: UploadRecord): Promise<UploadRecord | null> {
  const { task } = record
  switch (task?.kind) {
    case 'check':
      return runCheck(deps, record)
    case 'stage':
      return runStage(deps, record, task.action)
    case 'commit':
      return runCommit(deps, record, task)
    case 'revert':
      return runRevert(deps, record, task)
    default:
      return null
  }
}

/** Stages a revert or a re-commit for somebody to look at. */
async function runStage(deps: RunTaskDeps, record: UploadRecord, action: 'commit' | 'revert'): Promise<UploadRecord> {
  const { snapshot } = await readHead(deps.books)
  const staged = await stageUpload(deps, {
    record,
    action,
    base: snapshot,
    onProgress: (progress) =>
      deps.books.uploads.progress(record.id, record.attempt, { ...record.progress, ...progress }),
  })
  return staged.problems.total > 0 ? refuseRecommit(record, staged.problems) : withStaged(record, staged, action)
}

function failed(deps: RunTaskDeps, workspace: WorkspaceId, record: UploadRecord, error: unknown): UploadRecord {
  const about = { workspace, upload: record.id, task: record.task?.kind }
  const { isKnown, warning } = describeFailure(deps, about, error)
  return {
    ...record,
    state: stateAfterFailure(record, isKnown),
    staged: null,
    preview: null,
    previewAction: null,
    agreed: null,
    task: null,
    warnings: [...record.warnings.filter(({ code }) => code !== warning.code), warning],
  }
}

function stateAfterFailure(record: UploadRecord, known: boolean): UploadState {
  switch (record.task?.kind) {
    case 'revert':
      return 'committed'
    case 'stage':
      return record.state
    case 'commit':
      return record.place ? 'reverted' : known ? 'rejected' : 'failed'
    default:
      return known ? 'rejected' : 'failed'
  }
}
