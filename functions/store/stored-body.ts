import { createHash } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import * as z from 'zod'
import { limits } from '../contract/limits.ts'
import { batchGet, batchPut } from './batch.ts'
import { padSlice } from './keys.ts'
import { itemFormat } from './parse-item.ts'
import type { Key, Table } from './table.ts'

/** Beyond this a body stands beside its item, so that listing items and transactions stay cheap. */
const inlineBytesMax = 16_384

/** Attributes by which an item finds its body: the bytes themselves, or further items named by their digest. */
export const StoredBody = z.union([
  z.object({ body: z.instanceof(Uint8Array) }),
  z.object({ bodyDigest: z.string(), bodySlices: z.int().min(1) }),
])
export type StoredBody = z.infer<typeof StoredBody>

/**
 * Packs a body as zstd'ed JSON. Slices are named by what they hold: whoever loses the race for the item that names
 * them has not touched the winner's.
 */
export async function storeBody(table: Table, sliceOf: (name: string) => Key, body: unknown): Promise<StoredBody> {
  const bytes = zstdCompressSync(JSON.stringify(body))
  if (bytes.length <= inlineBytesMax) return { body: bytes }
  const bodyDigest = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const bodySlices = Math.ceil(bytes.length / limits.itemBytesMax)
  const puts = sliceNames(bodyDigest, bodySlices).map((name, index) => {
    const slice = bytes.subarray(index * limits.itemBytesMax, (index + 1) * limits.itemBytesMax)
    return { item: { ...sliceOf(name), format: itemFormat, bytes: slice }, bytes: slice.length }
  })
  await batchPut(table, puts)
  return { bodyDigest, bodySlices }
}

export async function loadBody(table: Table, sliceOf: (name: string) => Key, stored: StoredBody): Promise<unknown> {
  if ('body' in stored) return unpack(stored.body)
  const keys = sliceNames(stored.bodyDigest, stored.bodySlices).map(sliceOf)
  const items = await batchGet(table, keys, true)
  const bySk = new Map(items.map((item) => [item.sk, item.bytes]))
  const slices = keys.map((key) => {
    const bytes = bySk.get(key.sk)
    if (!(bytes instanceof Uint8Array)) throw new Error(`a slice is missing: ${key.pk} ${key.sk}`)
    return bytes
  })
  return unpack(Buffer.concat(slices))
}

function sliceNames(digest: string, slices: number): string[] {
  return Array.from({ length: slices }, (_, index) => `${digest}#${padSlice(index + 1)}`)
}

function unpack(bytes: Uint8Array): unknown {
  return JSON.parse(zstdDecompressSync(bytes).toString('utf8'))
}
