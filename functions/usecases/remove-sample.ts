import { CodedError } from '../contract/problem.ts'
import type { Upload, UploadState } from '../contract/upload.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books, Queue } from '../store/ports.ts'
import type { RequestDeps } from './queue-task.ts'
import { requestRevert } from './request-revert.ts'
import { everyUpload } from './resume-tasks.ts'

const arriving: readonly UploadState[] = ['receiving', 'checking', 'ready', 'committing']
const counting: readonly UploadState[] = ['committed', 'reverting']

type RemoveSampleDeps = RequestDeps & { books: Pick<Books, 'uploads' | 'parts' | 'ledger'>; queue: Queue }

/**
 * Reverts every sample upload that counts, like anybody's upload: nothing is deleted, and each can be committed again.
 * Safe to repeat. Throws `conflict` while the sample is still being loaded.
 * @returns what is on its way out; `begun` tells whether this request started any of it
 */
export async function removeSample(
  deps: RemoveSampleDeps,
  input: { by: string },
): Promise<{ uploads: Upload[]; begun: boolean }> {
  const found: UploadRecord[] = []
  for await (const record of everyUpload(deps)) if (record.sample) found.push(record)
  if (found.some(({ state }) => arriving.includes(state))) {
    throw new CodedError('conflict', 'The sample data are still being loaded. Try again in a few seconds.')
  }
  const uploads: Upload[] = []
  let begun = false
  // Newest first: rows go before the exchange rates and the directory that they rest on.
  for (const { id } of found.filter(({ state }) => counting.includes(state))) {
    const { upload, queued } = await requestRevert(deps, { id, by: input.by, isAdmin: false })
    begun ||= queued
    if (upload.state === 'reverting') uploads.push(upload)
  }
  return { uploads, begun }
}
