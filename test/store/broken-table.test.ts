import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { attemptsMax } from '../../functions/store/backoff.ts'
import { localDynamoClient } from '../../functions/store/dynamo-client.ts'
import { booksIn } from '../../functions/store/open-books.ts'
import { anInstant, aSnapshot, aUploadRecord, someSettings, stagingId, uploadId } from '../support/builders.ts'
import { freshWorkspace, openTamperedBooks, testClient, testTable } from '../support/table.ts'
import { loseAnswer, tamperWith } from './tamper.ts'
import { openUncached } from './uncached.ts'

const place = 'MONTH#2026-03'
const chunks = Array.from({ length: 70 }, (_, n) => ({ place, key: `ROLLUP#${n}`, bytes: Uint8Array.of(n) }))
type Requests<T> = { RequestItems: Record<string, T> }

test('items that the table leaves unprocessed are written in the end', async () => {
  const workspace = freshWorkspace()
  let requests = 0
  const books = await openTamperedBooks((client) => {
    tamperWith<Requests<object[]>, object>(client, /BatchWrite/, async (input, ask) => {
      requests++
      const [[name, items] = ['', []]] = Object.entries(input.RequestItems)
      const done = items.slice(0, Math.ceil(items.length / 3))
      await ask({ RequestItems: { [name]: done } })
      return { UnprocessedItems: done.length < items.length ? { [name]: items.slice(done.length) } : {} }
    })
  }, workspace)
  await books.chunks.write(chunks)
  expect(requests).toBeGreaterThan(9)
  const read = await (await openUncached(workspace)).chunks.read(chunks)
  expect(read.map((bytes) => bytes[0])).toEqual(chunks.map((_, n) => n))
})

test('keys that the table leaves unprocessed are read in the end', async () => {
  const workspace = freshWorkspace()
  await (await openUncached(workspace)).chunks.write(chunks)
  let requests = 0
  const books = await openTamperedBooks((client) => {
    tamperWith<Requests<{ Keys: object[] }>, object>(client, /BatchGet/, async (input, ask) => {
      const [[name, { Keys: keys }] = ['', { Keys: [] }]] = Object.entries(input.RequestItems)
      // Every second answer brings nothing at all.
      const done = requests++ % 2 === 0 ? [] : keys.slice(0, 4)
      if (done.length > 0) await ask({ RequestItems: { [name]: { Keys: done } } })
      const left = keys.slice(done.length)
      return { UnprocessedKeys: left.length > 0 ? { [name]: { Keys: left } } : {} }
    })
  }, workspace)
  const read = await books.chunks.read(chunks)
  expect(read.map((bytes) => bytes[0])).toEqual(chunks.map((_, n) => n))
})

test('a table that never processes anything is unavailable, after growing pauses', async () => {
  const pauses: number[] = []
  const backoff = { sleep: async (ms: number) => pauses.push(ms), random: () => 1 }
  const refuse = (client: ReturnType<typeof testClient>) =>
    tamperWith<Requests<object[]>, object>(client, /BatchWrite/, async (input) => ({
      UnprocessedItems: input.RequestItems,
    }))
  const books = await openTamperedBooks(refuse, freshWorkspace(), backoff)
  await expect(books.chunks.write(chunks.slice(0, 3))).rejects.toMatchObject({ code: 'storage-unavailable' })
  expect(pauses).toHaveLength(attemptsMax - 1)
  expect(pauses.slice(0, 3)).toEqual([25, 50, 100])
  expect(Math.max(...pauses)).toBe(3000)
})

function conflicting(times: number, client: ReturnType<typeof testClient>): void {
  let left = times
  tamperWith<object, object>(client, /TransactWrite/, async (input, ask) => {
    if (left-- <= 0) return ask(input)
    throw new TransactionCanceledException({
      $metadata: {},
      message: 'Transaction cancelled',
      CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }],
    })
  })
}

test('a transaction that loses to another is tried again', async () => {
  const books = await openTamperedBooks((client) => conflicting(4, client))
  await books.ledger.create({ nameKey: 'key', settings: someSettings, at: anInstant, by: 'a@example.com' })
  expect(await books.ledger.head()).toEqual({ snapshot: 0, nameKey: 'key' })
})

test('a transaction that always loses is unavailable, and nothing is written', async () => {
  const books = await openTamperedBooks((client) => conflicting(Number.POSITIVE_INFINITY, client))
  const created = books.ledger.create({ nameKey: 'key', settings: someSettings, at: anInstant, by: 'a@example.com' })
  await expect(created).rejects.toMatchObject({ code: 'storage-unavailable' })
  expect(await books.ledger.head()).toBeUndefined()
})

test('an update whose answer is lost on the way has succeeded', async () => {
  const books = await openTamperedBooks((client) => loseAnswer(client, /PutItem/, 2))
  await books.uploads.create(aUploadRecord())
  await books.uploads.update(aUploadRecord({ state: 'checking' }))
  expect(await books.uploads.get(uploadId(1))).toMatchObject({ version: 1, state: 'checking' })
})

test('a publication whose answer is lost on the way is applied once', async () => {
  const books = await openTamperedBooks((client) => loseAnswer(client, /TransactWrite/, 2))
  await books.ledger.create({ nameKey: 'key', settings: someSettings, at: anInstant, by: 'a@example.com' })
  await books.uploads.create(aUploadRecord())
  const staging = { owner: uploadId(1), id: stagingId(1) }
  await books.ledger.publish({ snapshot: aSnapshot(), uploads: [aUploadRecord({ state: 'committed' })], staging })
  expect(await books.ledger.head()).toMatchObject({ snapshot: 1 })
  expect(await books.uploads.get(uploadId(1))).toMatchObject({ version: 1 })
})

test('a table that is gone, and a server that does not listen, are storage-unavailable with their cause', async () => {
  const gone = booksIn(testClient(), 'never-made')(freshWorkspace())
  const silent = booksIn(localDynamoClient('http://127.0.0.1:9'), 'books')(freshWorkspace())
  for (const { ledger, uploads, chunks: blocks } of [gone, silent]) {
    const calls = [ledger.head(), uploads.create(aUploadRecord()), blocks.read(chunks), blocks.write(chunks)]
    for (const call of await Promise.allSettled([...calls, ledger.publish(aPublication())])) {
      if (call.status === 'fulfilled') throw new Error('must fail')
      expect(call.reason).toMatchObject({ code: 'storage-unavailable', message: expect.stringContaining('try again') })
      expect(call.reason.cause).toBeInstanceOf(Error)
    }
  }
})

function aPublication() {
  return { snapshot: aSnapshot(), uploads: [], staging: { owner: uploadId(1), id: stagingId(1) } }
}

test('what a newer version wrote is refused, not misread', async () => {
  const { client, name } = await testTable()
  const workspace = freshWorkspace()
  const item = { pk: `W#${workspace}`, sk: 'HEAD', format: 2, snapshot: 0, nameKey: 'key' }
  await DynamoDBDocumentClient.from(client).send(new PutCommand({ TableName: name, Item: item }))
  const { ledger } = await openUncached(workspace)
  await expect(ledger.head()).rejects.toMatchObject({ code: 'too-new-format' })
})
