import { createHash } from 'node:crypto'
import { StagingId, type UploadId } from '../contract/ids.ts'

/**
 * Id of one staging. What is written under it is a pure function of what the id is made from, so that a retry writes
 * the same bytes and a late worker on another base writes elsewhere.
 */
export function stagingId(upload: UploadId, action: 'commit' | 'revert', attempt: number, base: number): StagingId {
  const digest = createHash('sha256').update(`${upload} ${action} ${attempt} ${base}`).digest()
  return StagingId.parse(
    BigInt(`0x${digest.toString('hex').slice(0, 26)}`)
      .toString(36)
      .padStart(20, '0')
      .slice(0, 20),
  )
}

export const previewId = (upload: UploadId, staging: StagingId): string => `${upload}.${staging}`
