import { expect, test } from 'vitest'
import { aUploadRecord, uploadId } from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'
import { countWrites, failAfter, InjectedCrash } from './faulty-books.ts'

const place = 'DIRECTORY'
const three = ['A', 'B', 'C'].map((key) => ({ place, key, bytes: Uint8Array.of(1) }))

test('chunks count one by one, other writes as one, reads not at all', async () => {
  const { books, writes } = countWrites(await openTestBooks())
  await books.uploads.create(aUploadRecord())
  await books.uploads.get(uploadId(1))
  await books.chunks.write(three)
  await books.chunks.list(place, '')
  expect(writes()).toBe(4)
})

test.each([
  { n: 1, mode: 'before', created: false, written: [] },
  { n: 1, mode: 'after', created: true, written: [] },
  { n: 2, mode: 'before', created: true, written: [] },
  { n: 3, mode: 'before', created: true, written: ['A'] },
  { n: 3, mode: 'after', created: true, written: ['A', 'B'] },
  { n: 4, mode: 'after', created: true, written: ['A', 'B', 'C'] },
] as const)('a crash $mode write $n leaves what was written until then', async ({ n, mode, created, written }) => {
  const books = await openTestBooks()
  const faulty = failAfter(books, n, mode)
  const steps = async () => {
    await faulty.uploads.create(aUploadRecord())
    await faulty.chunks.write(three)
  }
  await expect(steps()).rejects.toThrow(InjectedCrash)
  await expect(faulty.ledger.head()).rejects.toThrow(InjectedCrash)
  expect((await books.uploads.get(uploadId(1))) !== undefined).toBe(created)
  expect(await books.chunks.list(place, '')).toEqual(written)
})

test('a crash beyond the last write does not happen', async () => {
  const faulty = failAfter(await openTestBooks(), 5, 'before')
  await faulty.uploads.create(aUploadRecord())
  await faulty.chunks.write(three)
  expect(await faulty.chunks.list(place, '')).toEqual(['A', 'B', 'C'])
})
