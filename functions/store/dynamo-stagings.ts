import * as z from 'zod'
import type { OwnerId } from '../contract/ids.ts'
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
  const remove = async (upload: OwnerId, prefixes: string[]): Promise<void> => {
    const pk = keys.ofUpload(upload)
    const gone: Key[] = []
    for (const prefix of prefixes) {
      for await (const { sk } of queryItems(table, { pk, prefix, attributes: ['sk'], pageItems: 100 })) {
        gone.push({ pk, sk: String(sk) })
      }
    }
    await batchDelete(table, gone)
  }

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

    async keepProblems(upload, staging, swept) {
      await remove(upload, [keys.preview(upload, staging).sk])
      if (swept.length === 0) return
      await table.update({
        Key: keys.staging(upload, staging),
        // Only these: a worker that was taken for dead may note others meanwhile.
        UpdateExpression: 'SET #format = :format DELETE places :swept',
        ExpressionAttributeNames: { '#format': 'format' },
        ExpressionAttributeValues: { ':format': itemFormat, ':swept': new Set(swept) },
      })
    },

    async forget(upload, staging) {
      await remove(upload, [keys.preview(upload, staging).sk, `PROBLEM#${staging}#`])
      // Last, so that a sweep that was cut short finds the rest.
      await table.delete(keys.staging(upload, staging))
    },
  }
}
