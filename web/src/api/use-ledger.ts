import type { SnapshotDiff } from '../../../functions/contract/snapshot.ts'
import type { Upload } from '../../../functions/contract/upload.ts'
import { answerOf, api } from './client.ts'
import { type Answer, useAnswer } from './use-answer.ts'

type Polled = { pollMs?: number | undefined }

export function useUpload(workspace: string, id: string, options: Polled = {}): Answer<Upload> {
  const load = () => answerOf(api.uploads[':id'].$get({ param: { workspace, id } }))
  return useAnswer(['upload', workspace, id], load, options)
}

/** The upload that has taken the place of another, or the place of its successor, and so on to the last. */
export function useReplacement(workspace: string, { id, replacedBy, snapshot }: Upload): Answer<Upload> {
  const load = async () => {
    const seen = new Set<string>([id])
    let last: Upload | undefined
    for (let next = replacedBy; next !== null && !seen.has(next); next = last.replacedBy) {
      seen.add(next)
      last = await answerOf(api.uploads[':id'].$get({ param: { workspace, id: next } }))
    }
    return last as Upload
  }
  return useAnswer(replacedBy === null ? null : ['replacement', workspace, id, replacedBy, snapshot], load)
}

export function useDiff(workspace: string, n: string, m: string): Answer<SnapshotDiff> {
  const load = () => answerOf(api.snapshots[':n'].diff[':m'].$get({ param: { workspace, n, m } }))
  return useAnswer(['diff', workspace, n, m], load)
}
