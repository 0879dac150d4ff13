import type { UploadList } from '../../../../functions/contract/upload.ts'
import { answerOf, api } from '../../api/client.ts'
import { type Answer, useAnswer } from '../../api/use-answer.ts'

/** The newest uploads, asked for only by those who may list them. The key is the list's own, so that both share it. */
export function useUploadsIf(mayList: boolean, workspace: string): Answer<UploadList> {
  const key = mayList ? ['uploads', workspace, {}] : null
  return useAnswer(key, () => answerOf(api.uploads.$get({ param: { workspace }, query: {} as Record<never, never> })))
}
