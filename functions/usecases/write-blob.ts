import type { StagingId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { digestOf } from '../domain/ledger/codec/digest.ts'
import type { ChunkRef } from '../domain/ledger/rollup.ts'
import type { ChunkKey } from '../store/ports.ts'
import { blobKeys } from './read-rollups.ts'

export type Blob = { ref: ChunkRef; chunks: (ChunkKey & { bytes: Uint8Array })[] }

/** Cuts a packed value into items of one staging; nothing is written yet. */
export function cutBlob(place: string, name: string, staging: StagingId, bytes: Uint8Array): Blob {
  const slices = Math.max(1, Math.ceil(bytes.length / limits.itemBytesMax))
  const chunks = blobKeys({ place, name, staging, slices }).map((key, i) => ({
    ...key,
    bytes: bytes.subarray(i * limits.itemBytesMax, (i + 1) * limits.itemBytesMax),
  }))
  return { ref: { staging, slices, digest: digestOf(bytes) }, chunks }
}

/** A blob that the committed rollup already has is referred to, not written again. */
export function reuseOr(blob: Blob, known: ChunkRef | undefined): Blob {
  return known && known.digest === blob.ref.digest ? { ref: known, chunks: [] } : blob
}
