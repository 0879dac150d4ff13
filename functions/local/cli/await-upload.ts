import { setTimeout as sleep } from 'node:timers/promises'
import { Upload, type UploadState } from '../../contract/upload.ts'
import { answerOf, type Connection } from './connect.ts'
import type { ProgressBar } from './show-progress.ts'

const firstPollMs = 60
const longestPollMs = 1000
const working: readonly UploadState[] = ['checking', 'committing', 'reverting']

/** The upload once the worker has done with it. */
export async function awaitUpload({ api, workspace }: Connection, id: string, bar: ProgressBar): Promise<Upload> {
  for (let waitMs = firstPollMs; ; waitMs = Math.min(longestPollMs, waitMs * 1.4)) {
    const upload = await answerOf(Upload, await api.uploads[':id'].$get({ param: { workspace, id } }))
    if (!working.includes(upload.state)) return upload
    const { bytes, bytesTotal, months, monthsTotal } = upload.progress
    if (monthsTotal > 0) bar.show(months, monthsTotal, `${upload.state}: months`)
    else bar.show(bytes, bytesTotal, `${upload.state}: rows`)
    await sleep(waitMs)
  }
}
