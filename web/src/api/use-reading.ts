import type { ReadingAnswer } from '../../../functions/contract/reading.ts'
import type { Upload } from '../../../functions/contract/upload.ts'
import { answerOf, api } from './client.ts'
import { type Answer, useAnswer } from './use-answer.ts'

/** How the last check of an upload understood its file; asked for once it was checked. */
export function useReading(workspace: string, upload: Upload): Answer<ReadingAnswer> {
  const { id, state, rows, preview } = upload
  const isChecked = state !== 'receiving' && state !== 'checking'
  const key = isChecked ? ['reading', workspace, id, state, rows, preview] : null
  return useAnswer(key, () => answerOf(api.uploads[':id'].reading.$get({ param: { workspace, id } })))
}
