import * as z from 'zod'
import { batchGet } from './batch.ts'
import { requestsMax } from './dynamo-client.ts'
import type { BooksKeys } from './keys.ts'
import { itemFormat, parseItem } from './parse-item.ts'
import type { NameEntry, Names } from './ports.ts'
import { queryItems } from './query.ts'
import { runParallel } from './run-parallel.ts'
import type { Item, Table } from './table.ts'

/** DynamoDB's bound of a transaction. */
const transactItemsMax = 100

const NameItem = z.object({
  format: z.literal(1),
  id: z.string(),
  kind: z.enum(['creator', 'campaign']),
  text: z.string(),
  hash: z.string(),
})

export function dynamoNames(table: Table, keys: BooksKeys): Names {
  return {
    async get(ids) {
      const items = await batchGet(table, [...new Set(ids)].map(keys.name), true)
      return toMap(items)
    },

    async put(entries) {
      const different = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
      const groups = Array.from({ length: Math.ceil(different.length / transactItemsMax) }, (_, n) =>
        different.slice(n * transactItemsMax, (n + 1) * transactItemsMax),
      )
      await runParallel(groups, requestsMax, (group) => putNew(table, keys, group))
    },

    async all() {
      const items: Item[] = []
      for await (const item of queryItems(table, { pk: keys.names, pageItems: 5000 })) items.push(item)
      return toMap(items)
    },
  }
}

/**
 * In transactions, because a plain batch would write over what stands there: another upload may name the same creator
 * in another spelling at this moment, and a published report must not change its bytes.
 */
async function putNew(table: Table, keys: BooksKeys, entries: NameEntry[]): Promise<void> {
  let left = entries
  while (left.length > 0) {
    const outcome = await table.transact(
      left.map((entry) => ({
        Put: {
          TableName: table.name,
          Item: { ...keys.name(entry.id), format: itemFormat, ...entry },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      })),
    )
    if (outcome.written) return
    const standing = new Set(outcome.refusedAt)
    left = left.filter((_, at) => !standing.has(at))
  }
}

function toMap(items: Item[]): Map<string, NameEntry> {
  return new Map(
    items.map((item) => {
      const { format: _, ...entry } = parseItem(NameItem, item)
      return [entry.id, entry]
    }),
  )
}
