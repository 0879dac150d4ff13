import { gzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import type { Books } from '../../functions/store/ports.ts'
import { makeUploadId } from '../../functions/usecases/make-upload-id.ts'
import { receivePart } from '../../functions/usecases/receive-part.ts'
import { aUploadRecord, uploadId } from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'

const id = uploadId(1)
let books: Books
beforeEach(async () => {
  books = await openTestBooks()
})

test('while receiving, other bytes take the place of a part', async () => {
  await books.uploads.create(aUploadRecord())
  await receivePart({ books }, { id, part: 1, stored: gzipSync('one') })
  await receivePart({ books }, { id, part: 1, stored: gzipSync('other') })
  expect(await books.parts.get(id, 1)).toEqual(new Uint8Array(gzipSync('other')))
})

test('later, the same bytes are answered with their receipt and other bytes are refused', async () => {
  await books.uploads.create(aUploadRecord())
  const receipt = await receivePart({ books }, { id, part: 1, stored: gzipSync('one') })
  const record = await books.uploads.get(id)
  if (record) await books.uploads.update({ ...record, state: 'checking' })
  expect(await receivePart({ books }, { id, part: 1, stored: gzipSync('one') })).toEqual(receipt)
  await expect(receivePart({ books }, { id, part: 1, stored: gzipSync('other') })).rejects.toMatchObject({
    code: 'upload-state',
  })
  await expect(receivePart({ books }, { id, part: 2, stored: gzipSync('more') })).rejects.toMatchObject({
    code: 'upload-state',
  })
})

/** Books whose next part is under way until the upload has left `receiving`. */
function stalled(): Books {
  const put: Books['parts']['put'] = async (...part) => {
    const record = await books.uploads.get(id)
    if (record) await books.uploads.update({ ...record, state: 'checking' })
    await books.parts.put(...part)
  }
  return { ...books, parts: { ...books.parts, put } }
}

test.each([1, 2])('a part %i that lands after the check began changes nothing', async (part) => {
  await books.uploads.create(aUploadRecord())
  await receivePart({ books }, { id, part: 1, stored: gzipSync('one') })
  const before = await books.parts.list(id)
  await expect(receivePart({ books: stalled() }, { id, part, stored: gzipSync('other') })).rejects.toMatchObject({
    code: 'upload-state',
    message: expect.stringContaining('The upload is checking'),
  })
  expect(await books.parts.list(id)).toEqual(before)
  expect(await books.parts.get(id, 1)).toEqual(new Uint8Array(gzipSync('one')))
  expect(await books.parts.get(id, 2)).toBeUndefined()
})

test('a part that lands after the check began is answered where the very same bytes are there', async () => {
  await books.uploads.create(aUploadRecord())
  const receipt = await receivePart({ books }, { id, part: 1, stored: gzipSync('one') })
  expect(await receivePart({ books: stalled() }, { id, part: 1, stored: gzipSync('one') })).toEqual(receipt)
})

test('many parts at once are all kept', async () => {
  await books.uploads.create(aUploadRecord())
  const numbers = Array.from({ length: 16 }, (_, i) => i + 1)
  await Promise.all(numbers.map((part) => receivePart({ books }, { id, part, stored: gzipSync(`part ${part}`) })))
  expect((await books.parts.list(id)).map(({ part }) => part)).toEqual(numbers)
})

test('an upload that does not exist takes no part', async () => {
  await expect(receivePart({ books }, { id, part: 1, stored: gzipSync('one') })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('ids sort by time and carry all their randomness', () => {
  const ids = [0, 1, 31, 32, 1_774_000_000_000].map((timeMs) =>
    makeUploadId(timeMs, new Uint8Array(16).fill(timeMs % 7)),
  )
  expect([...ids].sort()).toEqual(ids)
  // The ULID specification's example: 1469918176385 ms is 01ARYZ6S41.
  expect(makeUploadId(1_469_918_176_385, new Uint8Array(16).fill(255))).toBe('01ARYZ6S41ZZZZZZZZZZZZZZZZ')
})
