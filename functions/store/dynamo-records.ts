import { randomUUID } from 'node:crypto'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import type * as z from 'zod'
import { CodedError } from '../contract/problem.ts'
import { ChangeRecord } from '../domain/ledger/change-record.ts'
import { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { BooksKeys } from './keys.ts'
import { parseItem } from './parse-item.ts'
import type { Changes, OwnedRecord, Records, Uploads } from './ports.ts'
import { queryFirst } from './query.ts'
import type { Key, Table } from './table.ts'

export function dynamoUploads(table: Table, keys: BooksKeys): Uploads {
  const { upload, uploads } = keys
  return dynamoRecords<UploadRecord>(table, { what: 'upload', schema: UploadRecord, partition: uploads, keyOf: upload })
}

export function dynamoChanges(table: Table, keys: BooksKeys): Changes {
  const { change, changes } = keys
  return dynamoRecords<ChangeRecord>(table, { what: 'change', schema: ChangeRecord, partition: changes, keyOf: change })
}

type Sort<R> = { what: string; schema: z.ZodType<R>; partition: string; keyOf: (id: string) => Key }

/** Records that move by conditional writes, each with the task that it is owed. */
function dynamoRecords<R extends OwnedRecord>(table: Table, { what, schema, partition, keyOf }: Sort<R>): Records<R> {
  /** Writes under a condition; a write of our own, whose answer was lost and which the SDK repeated, has succeeded. */
  const putIf = async (record: R, condition: string, seen: number | undefined, lost: string) => {
    const writer = randomUUID()
    try {
      await table.put({
        Item: { ...keyOf(record.id), ...record, writer },
        ConditionExpression: condition,
        ...(seen === undefined
          ? {}
          : { ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':seen': seen } }),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      })
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
      const standing = error.Item?.writer
      if (standing?.S === writer) return
      throw new CodedError('conflict', lost, { cause: error })
    }
  }

  return {
    async create(record) {
      const message = `The ${what} ${record.id} exists already.`
      await putIf({ ...record, version: 0 }, 'attribute_not_exists(pk)', undefined, message)
    },

    async get(id) {
      const item = await table.get(keyOf(id))
      return item === undefined ? undefined : parseItem(schema, item)
    },

    async list({ limit, cursor }) {
      const range = cursor === undefined ? {} : { between: { from: '0', to: justBelow(cursor) } }
      const { items, more } = await queryFirst(table, { pk: partition, newestFirst: true, ...range }, limit)
      const records = items.map((item) => parseItem(schema, item))
      return { items: records, next: more ? (records.at(-1)?.id ?? null) : null }
    },

    async update(record) {
      const written = { ...record, version: record.version + 1 }
      const message = `The ${what} was changed by someone else meanwhile. Read it again and repeat the step.`
      // A worker and a user may have read the same version; the later of their writes is lost.
      await putIf(written, '#version = :seen', record.version, message)
      return written
    },

    async progress(id, attempt, progress) {
      try {
        await table.update({
          Key: keyOf(id),
          UpdateExpression: 'SET progress = :progress',
          // A worker that was taken for dead may still run: it must not write over its successor's progress.
          ConditionExpression: 'attempt = :attempt AND NOT attribute_type(task, :null)',
          ExpressionAttributeValues: { ':progress': progress, ':attempt': attempt, ':null': 'NULL' },
        })
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
        throw new CodedError('conflict', `This attempt at the ${what} is over.`, { cause: error })
      }
    },
  }
}

/** Ids are of equal length: the greatest sort key below an id is its prefix and then the greatest character. */
function justBelow(id: string): string {
  const last = id.charCodeAt(id.length - 1)
  return `${id.slice(0, -1)}${String.fromCharCode(last - 1)}~`
}
