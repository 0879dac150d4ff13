import { randomUUID } from 'node:crypto'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { CodedError } from '../contract/problem.ts'
import { MappingRecord } from '../domain/reading/remembered/mapping-record.ts'
import type { BooksKeys } from './keys.ts'
import { parseItem } from './parse-item.ts'
import type { Mappings } from './ports.ts'
import { queryItems } from './query.ts'
import type { Table } from './table.ts'

export function dynamoMappings(table: Table, keys: BooksKeys): Mappings {
  /** Writes under a condition; a write of our own, whose answer was lost and which the SDK repeated, has succeeded. */
  const putIf = async (record: MappingRecord, condition: string, seen: number | undefined, lost: string) => {
    const writer = randomUUID()
    try {
      await table.put({
        Item: { ...keys.mapping(record), ...record, writer },
        ConditionExpression: condition,
        ...(seen === undefined
          ? {}
          : {
              ExpressionAttributeNames: { '#version': 'version', '#id': 'id' },
              ExpressionAttributeValues: { ':seen': seen, ':id': record.id },
            }),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      })
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
      if (error.Item?.writer?.S !== writer) throw new CodedError('conflict', lost, { cause: error })
    }
  }

  return {
    async list() {
      const found: MappingRecord[] = []
      for await (const item of queryItems(table, { pk: keys.mappings, pageItems: 100 }))
        found.push(parseItem(MappingRecord, item))
      return found
    },

    async find(kind, shape) {
      const item = await table.get(keys.mapping({ kind, shape }))
      return item === undefined ? undefined : parseItem(MappingRecord, item)
    },

    async create(record) {
      const message = 'A mapping for files of this shape exists already. Edit that one.'
      // Two commits of files of one shape may both find none; the first is kept.
      await putIf(record, 'attribute_not_exists(pk)', undefined, message)
    },

    async update(record) {
      const written = { ...record, version: record.version + 1 }
      const message =
        'The mapping was changed or forgotten by someone else meanwhile. Read it again and repeat the edit.'
      // Two people may edit what they both read; the later of their writes is lost.
      await putIf(written, '#version = :seen AND #id = :id', record.version, message)
      return written
    },

    async used({ kind, shape, id }, { at, upload }) {
      try {
        await table.update({
          Key: keys.mapping({ kind, shape }),
          UpdateExpression: 'SET lastUsedAt = :at, lastUsedBy = :upload',
          ConditionExpression: '#id = :id',
          ExpressionAttributeNames: { '#id': 'id' },
          ExpressionAttributeValues: { ':at': at, ':upload': upload, ':id': id },
        })
      } catch (error) {
        // It was forgotten in between: nobody asks any more when it was used.
        if (!(error instanceof ConditionalCheckFailedException)) throw error
      }
    },

    remove: async (record) => void (await table.delete(keys.mapping(record))),
  }
}
