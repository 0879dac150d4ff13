import type { UploadId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import { queueTask, type RequestDeps, type Requested } from './queue-task.ts'

/** Takes a committed upload out of the books; with a preview, only if its outcome is still what that showed. */
export function requestRevert(
  deps: RequestDeps,
  input: { id: UploadId; preview?: string; by: string },
): Promise<Requested> {
  const { preview } = input
  return queueTask(deps, input.id, (record) => {
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
    return {
      ...record,
      state: 'reverting',
      task: { kind: 'revert', by: input.by, seen: preview !== undefined },
      agreed: preview ?? null,
    }
  })
}
