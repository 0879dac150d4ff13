import { attemptsMax, pause } from './backoff.ts'
import { requestsMax } from './dynamo-client.ts'
import { runParallel } from './run-parallel.ts'
import { storageUnavailable } from './storage-error.ts'
import type { Item, Key, RequestMap, Table } from './table.ts'

/** DynamoDB's own bounds: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const getKeysMax = 100
const writeItemsMax = 25
/** Well below DynamoDB's 16 MB: several requests at once carry more than one big one. */
const writeBytesMax = 1_500_000

export type PutRequest = { item: Item; bytes: number }

/** The items that are there, in any order; `keys` must be different. */
export async function batchGet(table: Table, keys: Key[], consistent: boolean): Promise<Item[]> {
  const size = Math.min(getKeysMax, Math.max(10, Math.ceil(keys.length / requestsMax)))
  const batches = Array.from({ length: Math.ceil(keys.length / size) }, (_, n) => keys.slice(n * size, (n + 1) * size))
  const found = await runParallel(batches, requestsMax, (batch) => getBatch(table, batch, consistent))
  return found.flat()
}

async function getBatch(table: Table, keys: Key[], consistent: boolean): Promise<Item[]> {
  const items: Item[] = []
  let pending: Item[] = keys
  for (let attempt = 0; ; attempt++) {
    const page = await table.batchGet({ Keys: pending, ConsistentRead: consistent })
    const got = page.Responses?.[table.name] ?? []
    items.push(...got)
    pending = page.UnprocessedKeys?.[table.name]?.Keys ?? []
    if (pending.length === 0) return items
    // What did not fit into 16 MB is asked for at once; only what brought nothing is throttled.
    if (got.length > 0) attempt = -1
    else await pauseOrGiveUp(table, attempt)
  }
}

/** Puts all items, or throws; after a failure any of them may stand. `bytes` is about their size. */
export async function batchPut(table: Table, puts: PutRequest[]): Promise<void> {
  const batches: RequestMap[] = []
  let room = { items: 0, bytes: 0 }
  for (const { item, bytes } of puts) {
    if (batches.length === 0 || room.items === 0 || room.bytes < bytes) {
      batches.push([])
      room = { items: writeItemsMax, bytes: writeBytesMax }
    }
    batches.at(-1)?.push({ PutRequest: { Item: item } })
    room = { items: room.items - 1, bytes: room.bytes - bytes }
  }
  await runParallel(batches, requestsMax, (batch) => writeBatch(table, batch))
}

/** `keys` must be different; those that are not there are no failure. */
export async function batchDelete(table: Table, keys: Key[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(keys.length / writeItemsMax) }, (_, n) =>
    keys.slice(n * writeItemsMax, (n + 1) * writeItemsMax).map((key) => ({ DeleteRequest: { Key: key } })),
  )
  await runParallel(batches, requestsMax, (batch) => writeBatch(table, batch))
}

async function writeBatch(table: Table, requests: RequestMap): Promise<void> {
  let pending = requests
  for (let attempt = 0; ; attempt++) {
    const { UnprocessedItems } = await table.batchWrite(pending)
    const left = UnprocessedItems?.[table.name] ?? []
    if (left.length === 0) return
    if (left.length < pending.length) attempt = 0
    pending = left
    await pauseOrGiveUp(table, attempt)
  }
}

async function pauseOrGiveUp(table: Table, attempt: number): Promise<void> {
  if (attempt + 1 >= attemptsMax)
    throw storageUnavailable(new Error('the table left requests unprocessed, again and again'))
  await pause(table.backoff, attempt)
}
