import * as z from 'zod'
import { batchDelete } from './batch.ts'
import type { BooksKeys } from './keys.ts'
import { itemFormat, parseItem } from './parse-item.ts'
import type { Stagings } from './ports.ts'
import { queryItems } from './query.ts'
import type { Key, Table } from './table.ts'

const StagingItem = z.object({
  format: z.literal(1),
  sk: z.string().startsWith('STAGING#'),
  places: z.set(z.string()).optional(),
  committed: z.boolean().optional(),
})

export function dynamoStagings(table: Table, keys: BooksKeys): Stagings {
  return {
    async note(upload, staging, places) {
      await table.update({
        Key: keys.staging(upload, staging),
        UpdateExpression: `SET #format = :format${places.length > 0 ? ' ADD places :places' : ''}`,
        ExpressionAttributeNames: { '#format': 'format' },
        ExpressionAttributeValues: {
          ':format': itemFormat,
          ...(places.length > 0 ? { ':places': new Set(places) } : {}),
        },
      })
    },

    async list(upload) {
      const found = []
      for await (const item of queryItems(table, { pk: keys.ofUpload(upload), prefix: 'STAGING#', pageItems: 100 })) {
        const { sk, places, committed } = parseItem(StagingItem, item)
        found.push({
          staging: sk.slice('STAGING#'.length),
          places: [...(places ?? [])].sort(),
          committed: committed ?? false,
        })
      }
      return found
    },

    async forget(upload, staging) {
      const pk = keys.ofUpload(upload)
      const gone: Key[] = []
      for (const prefix of [keys.preview(upload, staging).sk, `PROBLEM#${staging}#`]) {
        for await (const { sk } of queryItems(table, { pk, prefix, attributes: ['sk'], pageItems: 100 })) {
          gone.push({ pk, sk: String(sk) })
        }
      }
      await batchDelete(table, gone)
      // Last, so that a sweep that was cut short finds the rest.
      await table.delete(keys.staging(upload, staging))
    },
  }
}
