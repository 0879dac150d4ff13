import { createHash } from 'node:crypto'
import { CodedError } from '../contract/problem.ts'
import type { BooksKeys } from './keys.ts'
import { booksFormat, itemFormat } from './parse-item.ts'
import { HeadMoved, type Ledger } from './ports.ts'
import { storeBody } from './stored-body.ts'
import type { Table, TransactItem } from './table.ts'

type Publication = Parameters<Ledger['publish']>[0]

/**
 * All or nothing. A repeat of what is already published succeeds, because a caller who never heard the first answer
 * cannot know what became of it.
 */
export async function publishSnapshot(table: Table, keys: BooksKeys, publication: Publication): Promise<void> {
  const { snapshot, staging } = publication
  const { body, ...summary } = snapshot
  const publishedBy = `${staging.owner}#${staging.id}`
  const stored = await storeBody(table, (name) => keys.snapshotBody(snapshot.number, name), body)
  const head: TransactItem = {
    Update: {
      TableName: table.name,
      Key: keys.head,
      UpdateExpression: 'SET #snapshot = :next',
      // Two commits may have read the same head; only one may move it.
      ConditionExpression: '#snapshot = :seen',
      ExpressionAttributeNames: { '#snapshot': 'snapshot' },
      ExpressionAttributeValues: { ':seen': snapshot.number - 1, ':next': snapshot.number },
    },
  }
  const put: TransactItem = {
    Put: {
      TableName: table.name,
      Item: { ...keys.snapshot(snapshot.number), format: booksFormat, ...summary, ...stored, publishedBy },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }
  const items = [head, put, ...recordPuts(table, keys, publication), ...traces(table, keys, publication)]
  const outcome = await table.transact(items, requestToken(items))
  if (outcome.written) return
  const standing = await table.get(keys.snapshot(snapshot.number))
  if (standing?.publishedBy === publishedBy) return
  if (outcome.refusedAt.includes(0)) throw new HeadMoved()
  if (outcome.refusedAt.includes(1)) throw new Error(`snapshot ${snapshot.number} stands above the head`)
  throw new CodedError('conflict', 'It was changed by someone else meanwhile. Read it again and repeat the step.')
}

function recordPuts(table: Table, keys: BooksKeys, { uploads, change }: Publication): TransactItem[] {
  const records = [
    ...uploads.map((record) => ({ key: keys.upload(record.id), record })),
    ...(change ? [{ key: keys.change(change.id), record: change }] : []),
  ]
  return records.map(({ key, record }) => ({
    Put: {
      TableName: table.name,
      Item: { ...key, ...record, version: record.version + 1 },
      ConditionExpression: '#version = :seen',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':seen': record.version },
    },
  }))
}

function traces(table: Table, keys: BooksKeys, { snapshot, staging }: Publication): TransactItem[] {
  return [
    {
      Update: {
        TableName: table.name,
        Key: keys.staging(staging.owner, staging.id),
        UpdateExpression: 'SET committed = :yes, #format = :format',
        ExpressionAttributeNames: { '#format': 'format' },
        ExpressionAttributeValues: { ':yes': true, ':format': itemFormat },
      },
    },
    {
      Put: {
        TableName: table.name,
        Item: {
          ...keys.audit(snapshot.committedAt, snapshot.number),
          format: itemFormat,
          at: snapshot.committedAt,
          by: snapshot.committedBy,
          action: snapshot.action,
          snapshot: snapshot.number,
          upload: snapshot.upload,
          filename: snapshot.filename,
          edit: snapshot.edit,
          reason: snapshot.reason,
          restated: snapshot.restated,
        },
      },
    },
  ]
}

/** Equal requests share a token, so that a repeat within ten minutes is answered, not applied again. */
function requestToken(items: TransactItem[]): string {
  return createHash('sha256').update(JSON.stringify(items)).digest('hex').slice(0, 36)
}
