import type { BooksChange, BooksEdit } from '../contract/books-change.ts'
import { ChangeId, type OwnerId, type WorkspaceId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import { type ChangeRecord, needsReason, toBooksChange } from '../domain/ledger/change-record.ts'
import type { Books, Queue } from '../store/ports.ts'
import { type Consent, fourEyesRefusal, hasFourEyes } from './agree-to-change.ts'
import { readHead } from './read-head.ts'
import { planOf } from './stage-books-change.ts'

export type ChangeDeps = { books: Pick<Books, 'changes' | 'ledger'>; queue: Queue; workspace: WorkspaceId }

/** Asks for the preview of a change of the books. Throws `nothing-to-change`, `invalid-request`. */
export async function requestChange(
  deps: ChangeDeps & { now: () => string; newId: () => OwnerId },
  input: { edit: BooksEdit; by: string },
): Promise<BooksChange> {
  const { snapshot } = await readHead(deps.books)
  planOf(input.edit, snapshot.body)
  const record = stagingRecord(ChangeId.parse(deps.newId()), input, deps.now())
  await deps.books.changes.create(record)
  await deps.queue.send(deps.workspace, record.id)
  return toBooksChange(record)
}

function stagingRecord(id: ChangeId, { edit, by }: { edit: BooksEdit; by: string }, at: string): ChangeRecord {
  return {
    format: 1,
    version: 0,
    attempt: 1,
    id,
    edit,
    state: 'staging',
    progress: { months: 0, monthsTotal: 0 },
    problems: [],
    problemsTotal: 0,
    warnings: [],
    reported: [],
    restated: [],
    restates: [],
    pins: [],
    reason: null,
    preview: null,
    snapshot: null,
    createdBy: by,
    createdAt: at,
    committedBy: null,
    committedAt: null,
    task: { kind: 'stage' },
    staged: null,
    agreed: null,
  }
}

/**
 * Commits what the preview of a change shows. Throws `not-found`, `change-state`, `preview-outdated`, `forbidden`,
 * `reason-missing`, `four-eyes`.
 */
export async function commitChange(
  deps: ChangeDeps,
  input: { id: ChangeId; preview: string } & Consent,
): Promise<{ change: BooksChange; queued: boolean }> {
  const { by, isAdmin, reason } = input
  return decide(deps, input.id, async (record) => {
    const repeated = record.agreed === input.preview
    if (repeated && (record.state === 'committing' || record.state === 'committed')) return undefined
    if (record.state !== 'ready') {
      throw new CodedError('change-state', `The change is ${record.state}: only one that is ready can be committed.`)
    }
    if (record.preview !== input.preview) {
      throw new CodedError(
        'preview-outdated',
        'That preview is outdated. Look at the change again and commit what it shows now.',
      )
    }
    if (!isAdmin) throw new CodedError('forbidden', 'To commit a change of the books needs the role admin.')
    if (needsReason(record) && reason === undefined) throw new CodedError('reason-missing', reasonMissing(record))
    const refusal = (await hasFourEyes(deps)) ? fourEyesRefusal(by, [record.createdBy]) : null
    if (refusal) throw new CodedError('four-eyes', refusal)
    return {
      ...record,
      state: 'committing',
      task: { kind: 'commit', by, reason: reason ?? null },
      agreed: input.preview,
    }
  })
}

function reasonMissing({ edit, restated }: ChangeRecord): string {
  return edit.kind === 'reopen'
    ? 'Say why these months are opened again.'
    : `This changes what closed months say (${restated.join(', ')}): say why.`
}

/** Gives a change up before it is committed. Throws `not-found`, `change-state`. */
export async function cancelChange(deps: ChangeDeps, id: ChangeId): Promise<BooksChange> {
  const { change } = await decide(deps, id, (record) => {
    if (record.state === 'cancelled') return undefined
    if (record.state === 'committing' || record.state === 'committed') {
      throw new CodedError(
        'change-state',
        `The change is ${record.state}: it can be cancelled only before it is committed.`,
      )
    }
    return { ...record, state: 'cancelled', task: null, staged: null, preview: null }
  })
  return change
}

const attemptsMax = 8

async function decide(
  deps: ChangeDeps,
  id: ChangeId,
  next: (record: ChangeRecord) => ChangeRecord | undefined | Promise<ChangeRecord | undefined>,
): Promise<{ change: BooksChange; queued: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const found = await findChange(deps, id)
    const wanted = await next(found)
    try {
      const record = wanted ? await deps.books.changes.update(wanted) : found
      // A repeat wakes the worker too: the process may have died after the write and before the message.
      if (record.task) await deps.queue.send(deps.workspace, id)
      return { change: toBooksChange(record), queued: wanted !== undefined }
    } catch (error) {
      // Somebody wrote in between: what was decided may no longer hold, so it is decided again on what stands now.
      const lost = error instanceof CodedError && error.code === 'conflict'
      if (!lost || attempt === attemptsMax) throw error
    }
  }
}

async function findChange(deps: { books: Pick<Books, 'changes'> }, id: ChangeId): Promise<ChangeRecord> {
  const record = await deps.books.changes.get(id)
  if (!record) throw new CodedError('not-found', `There is no change ${id} in this workspace.`)
  return record
}

/** Throws `not-found`. */
export async function showChange(deps: { books: Pick<Books, 'changes'> }, id: ChangeId): Promise<BooksChange> {
  return toBooksChange(await findChange(deps, id))
}
