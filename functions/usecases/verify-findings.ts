import { CodedError } from '../contract/problem.ts'
import type { Verification } from '../contract/snapshot.ts'
import { digestOf } from '../domain/ledger/codec/digest.ts'
import type { Chunks } from '../store/ports.ts'
import { type BlobName, blobKeys } from './read-rollups.ts'

export type Found = Verification['findings']
export type Say = (message: string) => void

/** What cannot be read is said, and is `undefined`; a table that does not answer tells nothing about the books. */
export async function readOrSay<T>(read: () => Promise<T>, say: Say): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof CodedError && error.code === 'storage-unavailable') throw error
    say(error instanceof Error ? error.message : String(error))
    return undefined
  }
}

/** Compares one stored blob, byte by byte, with what was made again. */
export async function compareBlob(
  chunks: Chunks,
  { what, blob, bytes }: { what: string; blob: BlobName; bytes: Uint8Array },
  say: Say,
): Promise<void> {
  const stored = await readOrSay(
    () => chunks.read(blobKeys(blob)),
    (why) => say(`${what} cannot be read: ${why}`),
  )
  if (stored && digestOf(Buffer.concat(stored)) !== digestOf(bytes)) say(`${what} is not what its blocks fold to`)
}
