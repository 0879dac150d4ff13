import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { limits } from '../contract/limits.ts'
import type { BooksKeys } from './keys.ts'
import { itemFormat, parseItem } from './parse-item.ts'
import type { Parts } from './ports.ts'
import { queryItems } from './query.ts'
import type { Table } from './table.ts'

const PartItem = z.object({ format: z.literal(1), stored: z.instanceof(Uint8Array) })
const ReceivedItem = z.object({
  format: z.literal(1),
  part: z.int(),
  bytes: z.int(),
  storedBytes: z.int(),
  sha256: z.string(),
})

export function dynamoParts(table: Table, keys: BooksKeys): Parts {
  return {
    async put(upload, meta, stored) {
      if (stored.length > limits.itemBytesMax) throw new Error(`a part of ${stored.length} bytes`)
      const item = { ...keys.part(upload, meta.part), format: itemFormat, ...meta, stored }
      try {
        await table.put({
          Item: item,
          ConditionExpression: 'attribute_not_exists(pk) OR sha256 = :sha256',
          ExpressionAttributeValues: { ':sha256': meta.sha256 },
        })
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
        // Other bytes stood here. A crash in between must leave a part missing, never the old digest over new bytes.
        await table.delete(keys.received(upload, meta.part))
        await table.put({ Item: item })
      }
      await table.put({ Item: { ...keys.received(upload, meta.part), format: itemFormat, ...meta } })
    },

    async list(upload) {
      const metas = []
      for await (const item of queryItems(table, { pk: keys.ofUpload(upload), prefix: 'RECEIVED#', pageItems: 1000 })) {
        const { format: _, ...meta } = parseItem(ReceivedItem, item)
        metas.push(meta)
      }
      return metas
    },

    async get(upload, part) {
      const item = await table.get(keys.part(upload, part))
      return item === undefined ? undefined : parseItem(PartItem, item).stored
    },
  }
}
