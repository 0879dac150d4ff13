import type { UploadId } from '../contract/ids.ts'
import { CodedError } from '../contract/problem.ts'
import type { Upload, UploadState } from '../contract/upload.ts'
import { toUpload } from '../domain/ledger/upload-record.ts'
import type { Books } from '../store/ports.ts'
import { changeUpload } from './change-upload.ts'

const cancellable: readonly UploadState[] = ['receiving', 'checking', 'ready', 'rejected', 'failed']

/** Gives an upload up before it is committed. Throws `upload-state` afterwards: then it can only be reverted. */
export async function cancelUpload(deps: { books: Pick<Books, 'uploads'> }, id: UploadId): Promise<Upload> {
  const { record } = await changeUpload(deps, id, (found) => {
    if (found.state === 'cancelled') return undefined
    if (!cancellable.includes(found.state)) {
      const hint = found.state === 'committed' ? ' Revert it instead.' : ''
      throw new CodedError(
        'upload-state',
        `The upload is ${found.state}: it can be cancelled only before it is committed.${hint}`,
      )
    }
    return { ...found, state: 'cancelled', task: null, checked: null, staged: null, preview: null, previewAction: null }
  })
  return toUpload(record)
}
