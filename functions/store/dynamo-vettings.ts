import { randomUUID } from 'node:crypto'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { CodedError } from '../contract/problem.ts'
import { isEmpty, VettingRecord } from '../domain/vetting/vetting-record.ts'
import type { BooksKeys } from './keys.ts'
import { parseItem } from './parse-item.ts'
import type { Vettings } from './ports.ts'
import { queryItems } from './query.ts'
import type { Table } from './table.ts'

export function dynamoVettings(table: Table, keys: BooksKeys): Vettings {
  return {
    async list() {
      const found: VettingRecord[] = []
      for await (const item of queryItems(table, { pk: keys.vettings, pageItems: 200 }))
        found.push(parseItem(VettingRecord, item))
      return found.filter((record) => !isEmpty(record))
    },

    async get(creator) {
      const item = await table.get(keys.vetting(creator))
      return item === undefined ? undefined : parseItem(VettingRecord, item)
    },

    async put(record) {
      const written = { ...record, version: record.version + 1 }
      const writer = randomUUID()
      try {
        await table.put({
          Item: { ...keys.vetting(record.creator), ...written, writer },
          // Two people may write what they both read; the later of their writes is lost.
          ConditionExpression: 'attribute_not_exists(pk) OR #version = :seen',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':seen': record.version },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        })
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
        // A write of our own, whose answer was lost and which the SDK repeated, has succeeded.
        if (error.Item?.writer?.S !== writer)
          throw new CodedError('conflict', 'Somebody else has just written about this creator. Try again.', {
            cause: error,
          })
      }
      return written
    },
  }
}
