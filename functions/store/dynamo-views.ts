import { randomUUID } from 'node:crypto'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { CodedError } from '../contract/problem.ts'
import { ViewRecord } from '../domain/views/view-record.ts'
import type { BooksKeys } from './keys.ts'
import { parseItem } from './parse-item.ts'
import type { Views } from './ports.ts'
import { queryItems } from './query.ts'
import type { Table } from './table.ts'

/** One item a view, of all makers: a list is one query. */
export function dynamoViews(table: Table, keys: BooksKeys): Views {
  return {
    async list() {
      const found: ViewRecord[] = []
      for await (const item of queryItems(table, { pk: keys.views, pageItems: 200 }))
        found.push(parseItem(ViewRecord, item))
      return found
    },

    async find(id) {
      const item = await table.get(keys.view(id))
      return item === undefined ? undefined : parseItem(ViewRecord, item)
    },

    put: async (record) => void (await table.put({ Item: { ...keys.view(record.id), ...record } })),

    async update(record) {
      const written = { ...record, version: record.version + 1 }
      const writer = randomUUID()
      try {
        await table.put({
          Item: { ...keys.view(record.id), ...written, writer },
          // Its maker and an admin may change what they both read, or one may delete it; the later write is lost.
          ConditionExpression: '#version = :seen',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':seen': record.version },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        })
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
        // A write of our own, whose answer was lost and which the SDK repeated, has succeeded.
        if (error.Item?.writer?.S !== writer)
          throw new CodedError('conflict', 'Somebody else has just changed or deleted this view. Look again.', {
            cause: error,
          })
      }
      return written
    },

    remove: async (id) => void (await table.delete(keys.view(id))),
  }
}
