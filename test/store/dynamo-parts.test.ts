import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { uploadId } from '../support/builders.ts'
import { openTamperedBooks, openTestBooks } from '../support/table.ts'
import { failRequest } from './tamper.ts'

function aPart(part: number, bytes = 1000) {
  const stored = new Uint8Array(randomBytes(bytes))
  const sha256 = createHash('sha256').update(stored).digest('hex')
  return { meta: { part, bytes: 2 * bytes, storedBytes: bytes, sha256 }, stored }
}

test('the very bytes come back, and the list is in order', async () => {
  const { parts } = await openTestBooks()
  const sent = [3, 1, 4096].map((n) => aPart(n, 300_000))
  for (const { meta, stored } of sent) await parts.put(uploadId(1), meta, stored)
  expect((await parts.list(uploadId(1))).map(({ part }) => part)).toEqual([1, 3, 4096])
  for (const { meta, stored } of sent) expect(await parts.get(uploadId(1), meta.part)).toEqual(stored)
  expect(await parts.get(uploadId(1), 2)).toBeUndefined()
  expect(await parts.list(uploadId(2))).toEqual([])
})

test('a part that is sent again stands once; other bytes take its place', async () => {
  const { parts } = await openTestBooks()
  const first = aPart(1)
  const second = aPart(1)
  await parts.put(uploadId(1), first.meta, first.stored)
  await parts.put(uploadId(1), first.meta, first.stored)
  await parts.put(uploadId(1), second.meta, second.stored)
  expect(await parts.list(uploadId(1))).toEqual([second.meta])
  expect(await parts.get(uploadId(1), 1)).toEqual(second.stored)
})

test.each([1, 2, 3, 4, 5])(
  'a crash at write %i of other bytes never lists a digest over bytes that it is not of',
  async (at) => {
    const books = await openTamperedBooks((client) => failRequest(client, /Put|Delete/, 2 + at))
    const first = aPart(1)
    const second = aPart(1)
    await books.parts.put(uploadId(1), first.meta, first.stored)
    await books.parts.put(uploadId(1), second.meta, second.stored).catch(() => {})
    for (const { part, sha256 } of await books.parts.list(uploadId(1))) {
      const stored = await books.parts.get(uploadId(1), part)
      expect(
        createHash('sha256')
          .update(stored ?? '')
          .digest('hex'),
      ).toBe(sha256)
    }
  },
)
