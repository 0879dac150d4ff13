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

/** `restate`: why closed months are to say something else. */
export function commitUpload(param: UploadPlace, preview: string, restate?: string): Promise<Upload> {
  return answerOf(api.uploads[':id'].commit.$post({ param, json: agreementOf(preview, restate) }))
}

export function revertUpload(param: UploadPlace, preview: string, restate?: string): Promise<Upload> {
  return answerOf(api.uploads[':id'].revert.$post({ param, json: agreementOf(preview, restate) }))
}

const agreementOf = (preview: string, restate: string | undefined) => ({
  preview: preview as NonNullable<Upload['preview']>,
  ...(restate === undefined ? {} : { restate }),
})

export function cancelUpload(param: UploadPlace): Promise<Upload> {
  return answerOf(api.uploads[':id'].cancel.$post({ param }))
}
