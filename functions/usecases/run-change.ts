import type { ChangeId, WorkspaceId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { SnapshotAction } from '../contract/snapshot.ts'
import type { ChangeRecord } from '../domain/ledger/change-record.ts'
import { fourEyesRefusal } from './agree-to-change.ts'
import { describeFailure } from './describe-failure.ts'
import { publishStaged } from './publish-change.ts'
import { readHead } from './read-head.ts'
import type { RunTaskDeps } from './run-task.ts'
import { stageBooksChange } from './stage-books-change.ts'
import { previewChanged } from './stage-upload.ts'

const triesMax = 50

/** Does what a change's record asks for. Safe to repeat and to run twice at once, as the task of an upload is. */
export async function runChange(deps: RunTaskDeps, workspace: WorkspaceId, id: ChangeId): Promise<void> {
  const record = await deps.books.changes.get(id)
  if (!record?.task) return
  try {
    const next = record.task.kind === 'stage' ? await stage(deps, record) : await commit(deps, record, record.task)
    if (next) await deps.books.changes.update(next)
  } catch (error) {
    const after = await deps.books.changes.get(id)
    // Cancelled, or done by another worker: there is nothing left to say.
    if (after && (after.version !== record.version || !after.task)) return
    if (error instanceof CodedError && (error.code === 'storage-unavailable' || error.code === 'conflict')) throw error
    await deps.books.changes.update(failed(deps, workspace, record, error))
  }
}

async function stage(deps: RunTaskDeps, record: ChangeRecord): Promise<ChangeRecord> {
  const { snapshot: base } = await readHead(deps.books)
  const onProgress = (progress: ChangeRecord['progress']) =>
    deps.books.changes.progress(record.id, record.attempt, progress)
  return withOutcome(record, await stageBooksChange(deps, { record, base, onProgress }))
}

function withOutcome(record: ChangeRecord, outcome: Awaited<ReturnType<typeof stageBooksChange>>): ChangeRecord {
  if (!outcome.staged) {
    const { problems, problemsTotal } = outcome
    return { ...unstaged(record), state: 'refused', problems, problemsTotal }
  }
  const { at, ...shown } = outcome.staged
  return { ...record, ...shown, state: 'ready', problems: [], problemsTotal: 0, staged: at, agreed: null, task: null }
}

const unstaged = (record: ChangeRecord): ChangeRecord => ({
  ...record,
  reported: [],
  restated: [],
  restates: [],
  pins: [],
  preview: null,
  staged: null,
  agreed: null,
  task: null,
})

/** @returns what to write to the record, or null where the transaction has written it */
async function commit(
  deps: RunTaskDeps,
  record: ChangeRecord,
  { by, reason }: { by: string; reason: string | null },
): Promise<ChangeRecord | null> {
  let current = record
  for (let tries = 0; tries < triesMax; tries++) {
    const { snapshot: base } = await readHead(deps.books)
    if (current.staged?.base !== base.number) {
      const next = withOutcome(record, await stageBooksChange(deps, { record, base }))
      if (next.staged?.outcome !== record.staged?.outcome)
        return { ...next, warnings: [...next.warnings, previewChanged] }
      current = { ...next, state: 'committing', task: record.task }
    }
    const refusal = base.body.settings.fourEyes ? fourEyesRefusal(by, [record.createdBy]) : null
    if (refusal) {
      const warnings = [...current.warnings, { code: 'commit-refused', message: refusal, rows: 0 }]
      return { ...current, state: 'ready', agreed: null, task: null, warnings }
    }
    if (await publish(deps, current, { by, reason })) return null
  }
  throw new Error(`change ${record.id}: the head moved ${triesMax} times`)
}

function publish(
  deps: RunTaskDeps,
  record: ChangeRecord,
  { by, reason }: { by: string; reason: string | null },
): Promise<boolean> {
  const { id, edit, staged } = record
  if (!staged) throw new Error(`change ${id} has nothing staged`)
  return publishStaged(deps, {
    owner: id,
    staged,
    summary: { action: actions[edit.kind], upload: null, filename: null, kind: null, sample: false, edit },
    by,
    reason,
    records: async (number, at) => ({
      uploads: [],
      change: {
        ...record,
        state: 'committed',
        snapshot: number,
        preview: null,
        staged: null,
        task: null,
        reason,
        committedBy: by,
        committedAt: at,
      },
    }),
  })
}

const actions: Record<ChangeRecord['edit']['kind'], SnapshotAction> = {
  close: 'closed',
  reopen: 'reopened',
  currency: 'currency-changed',
  settings: 'settings-changed',
}

function failed(deps: RunTaskDeps, workspace: WorkspaceId, record: ChangeRecord, error: unknown): ChangeRecord {
  const about = { workspace, change: record.id, task: record.task?.kind }
  const { isKnown, warning } = describeFailure(deps, about, error)
  return { ...unstaged(record), state: isKnown ? 'refused' : 'failed', warnings: [...record.warnings, warning] }
}
