import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { aUploadRecord, uploadId } from '../support/builders.ts'
import { openTamperedBooks, openTestBooks } from '../support/table.ts'
import { failRequest } from './tamper.ts'

function aPart(part: number, bytes = 1000) {
  const stored = new Uint8Array(randomBytes(bytes))
  const sha256 = createHash('sha256').update(stored).digest('hex')
  return { meta: { part, bytes: 2 * bytes, storedBytes: bytes, sha256 }, stored }
}

test('the very bytes come back, and the list is in order', async () => {
  const { parts, uploads } = await openTestBooks()
  await uploads.create(aUploadRecord())
  const sent = [3, 1, 4096].map((n) => aPart(n, 300_000))
  for (const { meta, stored } of sent) await parts.put(uploadId(1), meta, stored)
  expect((await parts.list(uploadId(1))).map(({ part }) => part)).toEqual([1, 3, 4096])
  for (const { meta, stored } of sent) expect(await parts.get(uploadId(1), meta.part)).toEqual(stored)
  expect(await parts.get(uploadId(1), 2)).toBeUndefined()
  expect(await parts.list(uploadId(2))).toEqual([])
})

test('a part that is sent again stands once; other bytes take its place', async () => {
  const { parts, uploads } = await openTestBooks()
  await uploads.create(aUploadRecord())
  const first = aPart(1)
  const second = aPart(1)
  await parts.put(uploadId(1), first.meta, first.stored)
  await parts.put(uploadId(1), first.meta, first.stored)
  await parts.put(uploadId(1), second.meta, second.stored)
  expect(await parts.list(uploadId(1))).toEqual([second.meta])
  expect(await parts.get(uploadId(1), 1)).toEqual(second.stored)
})

test.each([1, 2])('a put of other bytes whose request %i fails leaves the digest that its bytes have', async (at) => {
  const books = await openTamperedBooks((client) => failRequest(client, /TransactWrite/, at))
  await books.uploads.create(aUploadRecord())
  const sent = [aPart(1), aPart(1)]
  for (const { meta, stored } of sent) await books.parts.put(uploadId(1), meta, stored).catch(() => {})
  const kept = sent[at === 1 ? 1 : 0]
  expect(await books.parts.list(uploadId(1))).toEqual([kept?.meta])
  expect(await books.parts.get(uploadId(1), 1)).toEqual(kept?.stored)
})

test.each(['checking', 'committed', undefined] as const)('of an upload that is %s no part is kept', async (state) => {
  const { parts, uploads } = await openTestBooks()
  if (state) await uploads.create(aUploadRecord({ state }))
  const { meta, stored } = aPart(1)
  await expect(parts.put(uploadId(1), meta, stored)).rejects.toMatchObject({ code: 'upload-state' })
  expect(await parts.list(uploadId(1))).toEqual([])
  expect(await parts.get(uploadId(1), 1)).toBeUndefined()
})
