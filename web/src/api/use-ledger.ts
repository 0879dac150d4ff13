import type { SnapshotDiff } from '../../../functions/contract/snapshot.ts'
import type { Upload } from '../../../functions/contract/upload.ts'
import { answerOf, api } from './client.ts'
import { type Answer, useAnswer } from './use-answer.ts'

type Polled = { pollMs?: number | undefined }

export function useUpload(workspace: string, id: string, options: Polled = {}): Answer<Upload> {
  const load = () => answerOf(api.uploads[':id'].$get({ param: { workspace, id } }))
  return useAnswer(['upload', workspace, id], load, options)
}

export function useDiff(workspace: string, n: string, m: string): Answer<SnapshotDiff> {
  const load = () => answerOf(api.snapshots[':n'].diff[':m'].$get({ param: { workspace, n, m } }))
  return useAnswer(['diff', workspace, n, m], load)
}
