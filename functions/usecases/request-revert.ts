import type { UploadId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import { type Consent, fourEyesRefusal, hasFourEyes, requireRestatement } from './agree-to-change.ts'
import { preparedBy } from './prepared-by.ts'
import { queueTask, type RequestDeps, type Requested } from './queue-task.ts'

export const revertUnseen =
  'This workspace requires two people: ask for a preview of the revert, which another member with the role finance or admin then commits.'

/**
 * Takes a committed upload out of the books; with a preview, only if its outcome is still what that showed. Throws
 * `upload-state`, `preview-outdated`, `preview-missing`, `month-closed`, `forbidden`, `four-eyes`.
 */
export function requestRevert(
  deps: RequestDeps,
  input: { id: UploadId; preview?: string } & Consent,
): Promise<Requested> {
  const { preview, by, reason } = input
  return queueTask(deps, input.id, async (record): Promise<UploadRecord | undefined> => {
    if (record.state === 'reverted' || record.state === 'reverting') return undefined
    if (record.state !== 'committed') {
      throw new CodedError('upload-state', `The upload is ${record.state}: only a committed upload can be reverted.`)
    }
    if (preview !== undefined && (record.preview !== preview || record.previewAction !== 'revert')) {
      throw new CodedError(
        'preview-outdated',
        'That preview is outdated. Ask for a new preview of the revert and agree to it.',
      )
    }
    if (preview === undefined && reason !== undefined) {
      throw new CodedError(
        'preview-missing',
        'To change closed months, look first: ask for a preview of the revert, and agree to that with the reason.',
      )
    }
    if (preview !== undefined) requireRestatement(record.staged, input)
    if (!record.sample && (await hasFourEyes(deps))) {
      const refusal = preview === undefined ? revertUnseen : fourEyesRefusal(by, preparedBy(record))
      if (refusal) throw new CodedError('four-eyes', refusal)
    }
    return {
      ...record,
      state: 'reverting',
      task: { kind: 'revert', by, seen: preview !== undefined, reason: reason ?? null },
      agreed: preview ?? null,
    }
  })
}
