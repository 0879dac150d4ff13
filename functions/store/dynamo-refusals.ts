import * as z from 'zod'
import { batchDelete, batchPut } from './batch.ts'
import type { BooksKeys } from './keys.ts'
import { itemFormat, parseItem } from './parse-item.ts'
import type { Refusal, Refusals, RefusedPair } from './ports.ts'
import { queryItems } from './query.ts'
import type { Table } from './table.ts'

/** About the bytes of an item: three short texts beside its ids. */
const itemBytes = 300

const RefusalItem = z.object({
  format: z.literal(1),
  of: z.enum(['creator', 'campaign']),
  names: z.tuple([z.string(), z.string()]),
  by: z.string(),
  at: z.string(),
})

export function dynamoRefusals(table: Table, keys: BooksKeys): Refusals {
  const keyOf = ({ of, names }: RefusedPair) => keys.refusal(of, ...ordered(names))
  return {
    async list(of) {
      const found: Refusal[] = []
      for await (const item of queryItems(table, { pk: keys.refusals, prefix: `${of}#`, pageItems: 5000 })) {
        const { format: _, ...refusal } = parseItem(RefusalItem, item)
        found.push(refusal)
      }
      return found
    },

    async put(refusals) {
      const items = refusals.map((refusal) => ({
        ...keyOf(refusal),
        format: itemFormat,
        ...refusal,
        names: ordered(refusal.names),
      }))
      const different = new Map(items.map((item) => [item.sk, item]))
      await batchPut(
        table,
        [...different.values()].map((item) => ({ item, bytes: itemBytes })),
      )
    },

    async remove(pairs) {
      const different = new Map(pairs.map(keyOf).map((key) => [key.sk, key]))
      await batchDelete(table, [...different.values()])
    },
  }
}

/** Of one pair there is one item, whichever is named first. */
const ordered = ([a, b]: RefusedPair['names']): RefusedPair['names'] => (a < b ? [a, b] : [b, a])
