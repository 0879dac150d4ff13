import type { CheckOptions, NewUpload, Upload } from '../../../functions/contract/upload.ts'
import { answerOf, api } from './client.ts'

/** Which upload, in whose books. */
export type UploadPlace = { workspace: string; id: string }

export function announceUpload(workspace: string, json: NewUpload): Promise<Upload> {
  return answerOf(api.uploads.$post({ param: { workspace }, json }))
}

export function checkUpload(param: UploadPlace, json: CheckOptions): Promise<Upload> {
  return answerOf(api.uploads[':id'].check.$post({ param, json }))
}

/** Stages a revert, or the return of a reverted upload; the upload has the preview when that is done. */
export function previewUpload(param: UploadPlace, action: 'revert' | 'commit'): Promise<Upload> {
  return answerOf(api.uploads[':id'].preview.$post({ param, json: { action } }))
}

export function commitUpload(param: UploadPlace, preview: string): Promise<Upload> {
  return answerOf(
    api.uploads[':id'].commit.$post({ param, json: { preview: preview as NonNullable<Upload['preview']> } }),
  )
}

export function revertUpload(param: UploadPlace, preview: string): Promise<Upload> {
  return answerOf(
    api.uploads[':id'].revert.$post({ param, json: { preview: preview as NonNullable<Upload['preview']> } }),
  )
}

export function cancelUpload(param: UploadPlace): Promise<Upload> {
  return answerOf(api.uploads[':id'].cancel.$post({ param }))
}
