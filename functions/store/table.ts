import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { attemptsMax, type Backoff, pause } from './backoff.ts'
import { storageUnavailable, translateStorageError } from './storage-error.ts'

export type Key = { pk: string; sk: string }
export type Item = Record<string, unknown>
type Named<I> = Omit<I, 'TableName'>
export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]
export type RequestMap = NonNullable<BatchWriteCommandInput['RequestItems']>[string]
/** What a transaction came to: written, or refused by the conditions at these positions. */
export type TransactOutcome = { written: true } | { written: false; refusedAt: number[] }

/** One table by its name; every failure of the storage leaves as `storage-unavailable`. */
export type Table = ReturnType<typeof openTable>

export function openTable(client: DynamoDBDocumentClient, name: string, backoff: Backoff) {
  const translated = async <T>(request: Promise<T>): Promise<T> => {
    try {
      return await request
    } catch (error) {
      throw translateStorageError(error)
    }
  }
  return {
    name,
    backoff,
    /** Strongly consistent. */
    async get(key: Key): Promise<Item | undefined> {
      const found = await translated(client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true })))
      return found.Item
    },
    put: (input: Named<PutCommandInput>) => translated(client.send(new PutCommand({ TableName: name, ...input }))),
    update: (input: Named<UpdateCommandInput>) =>
      translated(client.send(new UpdateCommand({ TableName: name, ...input }))),
    delete: (key: Key) => translated(client.send(new DeleteCommand({ TableName: name, Key: key }))),
    query: (input: Named<QueryCommandInput>) =>
      translated(client.send(new QueryCommand({ TableName: name, ...input }))),
    batchGet: (keys: NonNullable<BatchGetCommandInput['RequestItems']>[string]) =>
      translated(client.send(new BatchGetCommand({ RequestItems: { [name]: keys } }))),
    batchWrite: (requests: RequestMap) =>
      translated(client.send(new BatchWriteCommand({ RequestItems: { [name]: requests } }))),
    /** Retries what lost to another transaction or was throttled: nothing was written then. */
    async transact(items: TransactItem[], token?: string): Promise<TransactOutcome> {
      for (let attempt = 0; ; attempt++) {
        try {
          await client.send(new TransactWriteCommand({ TransactItems: items, ClientRequestToken: token }))
          return { written: true }
        } catch (error) {
          const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []
          const refusedAt = reasons.flatMap((reason, at) => (reason.Code === 'ConditionalCheckFailed' ? [at] : []))
          if (refusedAt.length > 0) return { written: false, refusedAt }
          if (!reasons.some((reason) => retriedReasons.has(reason.Code ?? '')) && !isInProgress(error)) {
            throw translateStorageError(error)
          }
          if (attempt + 1 >= attemptsMax) throw storageUnavailable(error)
          await pause(backoff, attempt)
        }
      }
    },
  }
}

const retriedReasons = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

function isInProgress(error: unknown): boolean {
  return error instanceof Error && error.name === 'TransactionInProgressException'
}
