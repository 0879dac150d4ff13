import * as z from 'zod'
import { limits } from '../contract/limits.ts'
import { batchDelete, batchGet, batchPut } from './batch.ts'
import type { ByteCache } from './byte-cache.ts'
import type { BooksKeys } from './keys.ts'
import { itemFormat, parseItem } from './parse-item.ts'
import type { ChunkKey, Chunks } from './ports.ts'
import { queryItems } from './query.ts'
import type { Key, Table } from './table.ts'

const ChunkItem = z.object({ format: z.literal(1), pk: z.string(), sk: z.string(), bytes: z.instanceof(Uint8Array) })

export function dynamoChunks(table: Table, keys: BooksKeys, cache: ByteCache): Chunks {
  const keyOf = ({ place, key }: ChunkKey): Key => ({ pk: keys.place(place), sk: key })

  const load = async (wanted: Map<string, Key>, consistent: boolean, keep: boolean, found: Map<string, Uint8Array>) => {
    for (const stored of await batchGet(table, [...wanted.values()], consistent)) {
      const { bytes, ...key } = parseItem(ChunkItem, stored)
      const name = nameOf(key)
      if (keep) cache.set(name, bytes)
      found.set(name, bytes)
      wanted.delete(name)
    }
  }

  return {
    async read(chunks, options) {
      const keep = !options?.uncached
      const asked = chunks.map(keyOf)
      const found = new Map<string, Uint8Array>()
      const wanted = new Map<string, Key>()
      for (const key of asked) {
        const name = nameOf(key)
        const bytes = keep ? cache.get(name) : undefined
        if (bytes === undefined) wanted.set(name, key)
        else found.set(name, bytes)
      }
      // What never changes may be read at half the price; only what has just been written may be missed by that.
      if (wanted.size > 0) await load(wanted, false, keep, found)
      if (wanted.size > 0) await load(wanted, true, keep, found)
      return asked.map((key) => {
        const bytes = found.get(nameOf(key))
        if (bytes === undefined) throw new Error(`a chunk is missing: ${key.pk} ${key.sk}`)
        return bytes
      })
    },

    async write(chunks) {
      const puts = new Map(
        chunks.map((chunk) => {
          const { bytes } = chunk
          const key = keyOf(chunk)
          if (bytes.length > limits.itemBytesMax)
            throw new Error(`a chunk of ${bytes.length} bytes: ${key.pk} ${key.sk}`)
          return [nameOf(key), { item: { ...key, format: itemFormat, bytes }, bytes: bytes.length }]
        }),
      )
      await batchPut(table, [...puts.values()])
      for (const [name, { item }] of puts) cache.set(name, item.bytes)
    },

    async list(place, prefix) {
      const found: string[] = []
      // A page of blocks is cut at 1 MB after three of them, however many more were read for it.
      const range = { pk: keys.place(place), prefix, attributes: ['sk'], pageItems: 25 }
      for await (const { sk } of queryItems(table, range)) found.push(String(sk))
      return found
    },

    async remove(chunks) {
      const gone = new Map(chunks.map(keyOf).map((key) => [nameOf(key), key]))
      await batchDelete(table, [...gone.values()])
      for (const name of gone.keys()) cache.delete(name)
    },
  }
}

function nameOf({ pk, sk }: Key): string {
  return `${pk} ${sk}`
}
