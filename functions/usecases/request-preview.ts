import type { UploadId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import { queueTask, type RequestDeps, type Requested } from './queue-task.ts'

/** Stages the revert of a committed upload, or the re-commit of a reverted one, without changing the books. */
export function requestPreview(
  deps: RequestDeps,
  input: { id: UploadId; action: 'commit' | 'revert'; by: string },
): Promise<Requested> {
  const { id, action } = input
  const needed = action === 'revert' ? 'committed' : 'reverted'
  return queueTask(deps, id, (record) => {
    if (record.state !== needed) {
      const hint = record.state === 'ready' ? ' A ready upload shows its preview already.' : ''
      throw new CodedError(
        'upload-state',
        `The upload is ${record.state}: a preview of a ${action} needs one that is ${needed}.${hint}`,
      )
    }
    if (record.task?.kind === 'stage' && record.task.action === action) return undefined
    return {
      ...record,
      attempt: record.attempt + 1,
      stagedBy: input.by,
      task: { kind: 'stage', action },
      staged: null,
      preview: null,
      previewAction: null,
    }
  })
}
