import type { UploadId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import { type Consent, fourEyesRefusal, hasFourEyes, requireRestatement } from './agree-to-change.ts'
import { preparedBy } from './prepared-by.ts'
import { queueTask, type RequestDeps, type Requested } from './queue-task.ts'

/**
 * Commits what `preview` shows: a first commit, a re-commit or a replacement. Throws `upload-state`,
 * `upload-has-problems`, `preview-missing`, `preview-outdated`, `month-closed`, `forbidden`, `four-eyes`.
 */
export function requestCommit(
  deps: RequestDeps,
  input: { id: UploadId; preview: string } & Consent,
): Promise<Requested> {
  return queueTask(deps, input.id, async (record): Promise<UploadRecord | undefined> => {
    if (isRepeat(record, input.preview)) return undefined
    requireCommittable(record, input.preview)
    requireRestatement(record.staged, input)
    const refusal = (await hasFourEyes(deps)) ? fourEyesRefusal(input.by, preparedBy(record)) : null
    if (refusal) throw new CodedError('four-eyes', refusal)
    return {
      ...record,
      state: 'committing',
      task: { kind: 'commit', by: input.by, reason: input.reason ?? null },
      agreed: input.preview,
    }
  })
}

function isRepeat(record: UploadRecord, preview: string): boolean {
  if (record.state !== 'committing' && record.state !== 'committed') return false
  return record.agreed === preview || (record.preview === preview && record.previewAction !== 'revert')
}

function requireCommittable(record: UploadRecord, preview: string): void {
  switch (record.state) {
    case 'ready':
    case 'reverted':
      if (record.preview === null) {
        throw new CodedError(
          'preview-missing',
          `The upload is ${record.state} and has no preview to commit. Ask for one first.`,
        )
      }
      if (record.preview !== preview) throw outdated()
      return
    case 'committing':
    case 'committed':
      if (record.preview === preview) {
        throw new CodedError('upload-state', 'That preview shows a revert: agree to it by reverting the upload.')
      }
      throw outdated()
    case 'receiving':
      throw new CodedError(
        'upload-state',
        'The upload is receiving: check it first, then commit the preview that the check shows.',
      )
    case 'checking':
      throw new CodedError(
        'upload-state',
        'The upload is checking: wait for its check first, then commit the preview that it shows.',
      )
    case 'rejected':
      throw rejected(record)
    default:
      throw new CodedError('upload-state', `The upload is ${record.state}: it cannot be committed.`)
  }
}

/** A task that ended without its result leaves no problems of the file, but a warning that says what it was. */
function rejected({ rows, warnings }: UploadRecord): CodedError {
  const failure = warnings.find(({ code }) => code === 'task-failed')
  if (rows.problems === 0 && failure) return new CodedError('upload-state', failure.message)
  return new CodedError(
    'upload-has-problems',
    `The file has ${rows.problems} problems. Correct it, or check again with rowPolicy "valid" to load the other rows.`,
  )
}

function outdated(): CodedError {
  return new CodedError(
    'preview-outdated',
    'That preview is outdated. Look at the upload again and commit the preview that it shows now.',
  )
}
