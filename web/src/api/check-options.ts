import type { CheckOptions, Upload } from '../../../functions/contract/upload.ts'
import { answerOf, api } from './client.ts'
import { checkUpload, type UploadPlace } from './upload-steps.ts'
import { type Answer, useAnswer } from './use-answer.ts'

/** With what an upload was last checked, from whichever browser. */
export function useCheckOptions(place: UploadPlace, upload: Upload, check: number): Answer<CheckOptions> {
  const { state, rows, preview } = upload
  const known = state !== 'receiving' && state !== 'checking'
  const key = known ? ['check-options', place, state, rows, preview, check] : null
  return useAnswer(key, () => loadOptions(place))
}

/** What of the last check the next one keeps, and what it changes. */
export type NextCheck = (last: CheckOptions) => CheckOptions

/** Checks again, beginning with what the service knows of the last check: another browser may have asked for that. */
export async function checkAgain(place: UploadPlace, next: NextCheck): Promise<void> {
  await checkUpload(place, next(await loadOptions(place)))
}

const loadOptions = (param: UploadPlace): Promise<CheckOptions> => answerOf(api.uploads[':id'].options.$get({ param }))
