import { createHash } from 'node:crypto'
import { type OwnerId, StagingId } from '../contract/ids.ts'

/** Why something is staged. A file is checked for the first time, or again because its commit met new problems. */
export type StagingPurpose = 'check' | 'recheck' | 'commit' | 'revert' | 'edit'

/**
 * Id of one staging. What is written under it is a pure function of what the id is made from, so that a retry writes
 * the same bytes and a late worker on another base, or in an earlier pass over the file, writes elsewhere.
 */
export function stagingId(owner: OwnerId, purpose: StagingPurpose, attempt: number, base: number, pass = 1): StagingId {
  const digest = createHash('sha256').update(`${owner} ${purpose} ${attempt} ${base} ${pass}`).digest()
  return StagingId.parse(
    BigInt(`0x${digest.toString('hex').slice(0, 26)}`)
      .toString(36)
      .padStart(20, '0')
      .slice(0, 20),
  )
}

export const previewId = (owner: OwnerId, staging: StagingId): string => `${owner}.${staging}`
