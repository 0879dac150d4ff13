import * as z from 'zod'
import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import type { BooksKeys } from './keys.ts'
import { itemFormat, parseItem } from './parse-item.ts'
import type { Parts } from './ports.ts'
import { queryItems } from './query.ts'
import type { Table, TransactItem } from './table.ts'

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
      const receiving: TransactItem = {
        ConditionCheck: {
          TableName: table.name,
          Key: keys.upload(upload),
          // The check may have begun since the caller read the upload: what it reads must not change under it.
          ConditionExpression: '#state = :receiving',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':receiving': 'receiving' },
        },
      }
      // Both at once, so that the digest that is listed is always that of the bytes.
      const puts = [{ ...keys.part(upload, meta.part), stored }, keys.received(upload, meta.part)].map((item) => ({
        Put: { TableName: table.name, Item: { ...item, format: itemFormat, ...meta } },
      }))
      const { written } = await table.transact([receiving, ...puts])
      if (!written)
        throw new CodedError('upload-state', 'The upload is not receiving: its parts cannot change any more.')
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
