import * as z from 'zod'
import type { Settings } from '../contract/books-change.ts'
import { SnapshotSummary } from '../contract/snapshot.ts'
import { emptyBody, PreviewRecord, readSnapshotBody, type SnapshotRecord } from '../domain/ledger/snapshot.ts'
import type { BooksKeys } from './keys.ts'
import { padNumber } from './keys.ts'
import { booksFormat, itemFormat, parseItem } from './parse-item.ts'
import type { Ledger } from './ports.ts'
import { publishSnapshot } from './publish-snapshot.ts'
import { queryFirst } from './query.ts'
import { loadBody, StoredBody, storeBody } from './stored-body.ts'
import type { Item, Table } from './table.ts'

const HeadItem = z.object({ format: z.literal(1), snapshot: z.int(), nameKey: z.string() })
/** What items of format 1 do not tell yet stands in the schemas as a default. */
const format = z.union([z.literal(1), z.literal(2)])
const SummaryItem = SnapshotSummary.extend({ format })
const PreviewItem = PreviewRecord.omit({ body: true }).extend({ format })
const summaryAttributes = ['format', ...Object.keys(SnapshotSummary.shape)]

export function dynamoLedger(table: Table, keys: BooksKeys): Ledger {
  const bodyOf = async (item: Item, sliceOf: Parameters<typeof loadBody>[1]) =>
    readSnapshotBody(await loadBody(table, sliceOf, StoredBody.parse(item)))

  return {
    async head() {
      const item = await table.get(keys.head)
      if (item === undefined) return undefined
      const { snapshot, nameKey } = parseItem(HeadItem, item)
      return { snapshot, nameKey }
    },

    async create({ nameKey, settings, at, by }) {
      const first = firstSnapshot(settings, at, by)
      const { body, ...summary } = first
      const stored = await storeBody(table, (name) => keys.snapshotBody(0, name), body)
      // Two processes may open the same empty workspace: the first one's key and settings stay.
      const isNew = 'attribute_not_exists(pk)'
      await table.transact([
        {
          Put: {
            TableName: table.name,
            Item: { ...keys.head, format: itemFormat, snapshot: 0, nameKey },
            ConditionExpression: isNew,
          },
        },
        {
          Put: {
            TableName: table.name,
            Item: { ...keys.snapshot(0), format: booksFormat, ...summary, ...stored },
            ConditionExpression: isNew,
          },
        },
      ])
    },

    async snapshot(number) {
      const item = await table.get(keys.snapshot(number))
      if (item === undefined) return undefined
      const { format: _, ...summary } = parseItem(SummaryItem, item, booksFormat)
      return { ...summary, body: await bodyOf(item, (name) => keys.snapshotBody(number, name)) }
    },

    async summaries({ limit, cursor }) {
      const to = cursor === undefined ? padNumber(9_999_999_999) : padNumber(Number(cursor) - 1)
      if (cursor !== undefined && Number(cursor) < 1) return { items: [], next: null }
      const range = { pk: keys.snapshots, between: { from: padNumber(0), to }, newestFirst: true }
      const { items, more } = await queryFirst(table, { ...range, attributes: summaryAttributes }, limit)
      const summaries = items.map((item) => {
        const { format: _, ...summary } = parseItem(SummaryItem, item, booksFormat)
        return summary
      })
      return { items: summaries, next: more ? String(summaries.at(-1)?.number) : null }
    },

    async preview(upload, staging) {
      const item = await table.get(keys.preview(upload, staging))
      if (item === undefined) return undefined
      const { format: _, ...preview } = parseItem(PreviewItem, item, booksFormat)
      return { ...preview, body: await bodyOf(item, (name) => keys.previewBody(upload, staging, name)) }
    },

    async putPreview(upload, staging, { body, ...preview }) {
      const stored = await storeBody(table, (name) => keys.previewBody(upload, staging, name), body)
      await table.put({ Item: { ...keys.preview(upload, staging), format: booksFormat, ...preview, ...stored } })
    },

    publish: (input) => publishSnapshot(table, keys, input),
  }
}

function firstSnapshot(settings: Settings, at: string, by: string): SnapshotRecord {
  return {
    number: 0,
    committedAt: at,
    committedBy: by,
    action: 'created',
    upload: null,
    filename: null,
    kind: null,
    uploads: 0,
    months: 0,
    sample: false,
    changes: [],
    reported: [],
    restated: [],
    edit: null,
    reason: null,
    body: emptyBody(settings),
  }
}
