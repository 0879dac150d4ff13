import type { Upload, UploadList } from '../../../../functions/contract/upload.ts'
import { answerOf, api } from '../../api/client.ts'
import { type Answer, useAnswer } from '../../api/use-answer.ts'

/** Uploads that are looked through at most, newest first. */
const uploadsMax = 2000
const pageRows = 100

/** All uploads of the workspace, page by page. */
export function useAllUploads(workspace: string): Answer<Upload[]> {
  return useAnswer(['all uploads', workspace], async () => {
    const found: Upload[] = []
    let next: string | null = null
    do {
      const query: { limit: number; cursor?: string } = { limit: pageRows, ...(next === null ? {} : { cursor: next }) }
      const page: UploadList = await answerOf(api.uploads.$get({ param: { workspace }, query }))
      found.push(...page.uploads)
      next = page.next
    } while (next !== null && found.length < uploadsMax)
    return found
  })
}
