import { useEffect } from 'preact/hooks'
import type { CheckOptions, Upload } from '../../../functions/contract/upload.ts'
import { answerOf, api } from './client.ts'
import { keepOptions } from './upload-options.ts'
import type { UploadPlace } from './upload-steps.ts'
import { type Answer, useAnswer } from './use-answer.ts'

/** With what an upload was last checked, also from another browser; the next check from here begins with it. */
export function useCheckOptions(place: UploadPlace, upload: Upload, check: number): Answer<CheckOptions> {
  const { state, rows, preview } = upload
  const known = state !== 'receiving' && state !== 'checking'
  const key = known ? ['check-options', place, state, rows, preview, check] : null
  const answer = useAnswer(key, () => answerOf(api.uploads[':id'].options.$get({ param: place })))
  const { data, stale } = answer
  useEffect(() => {
    if (data && !stale) keepOptions(place.id, data)
  }, [data, stale])
  return answer
}
