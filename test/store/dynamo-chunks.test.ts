import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { freshWorkspace, openTestBooks, testTable } from '../support/table.ts'
import { openUncached } from './uncached.ts'

const place = 'MONTH#2026-03'

test('chunks are read in the order asked for, also twice the same', async () => {
  const { openBooks } = await testTable()
  const workspace = freshWorkspace()
  const written = Array.from({ length: 130 }, (_, n) => ({ place, key: `ROLLUP#${n}`, bytes: Uint8Array.of(n) }))
  await openBooks(workspace).chunks.write(written)
  const { chunks } = await openUncached(workspace)
  const order = [5, 129, 0, 5, 77]
  const read = await chunks.read(order.map((n) => ({ place, key: `ROLLUP#${n}` })))
  expect(read.map((bytes) => bytes[0])).toEqual(order)
  expect(await chunks.read([])).toEqual([])
})

test('more bytes than one answer carries are read whole', async () => {
  const workspace = freshWorkspace()
  const written = Array.from({ length: 60 }, (_, n) => ({
    place: n % 2 === 0 ? place : 'MONTH#2026-04',
    key: `BLOCK#${n}`,
    bytes: new Uint8Array(randomBytes(limits.itemBytesMax)),
  }))
  await (await openUncached(workspace)).chunks.write(written)
  const read = await (await openUncached(workspace)).chunks.read(written)
  expect(read.every((bytes, n) => Buffer.from(written[n]?.bytes ?? []).equals(bytes))).toBe(true)
})

test('a missing chunk is named', async () => {
  const { chunks } = await openTestBooks()
  await chunks.write([{ place, key: 'A', bytes: Uint8Array.of(1) }])
  await expect(
    chunks.read([
      { place, key: 'A' },
      { place, key: 'B' },
    ]),
  ).rejects.toThrow(/chunk is missing: .*MONTH#2026-03 B/)
})

test('what is asked of the table itself is not taken from memory', async () => {
  const { openBooks } = await testTable()
  const workspace = freshWorkspace()
  const { chunks } = openBooks(workspace)
  const chunk = { place, key: 'A', bytes: Uint8Array.of(1) }
  await chunks.write([chunk])
  await (await openUncached(workspace)).chunks.remove([chunk])
  expect(await chunks.read([chunk])).toEqual([chunk.bytes])
  await expect(chunks.read([chunk], { uncached: true })).rejects.toThrow(/chunk is missing/)
})

test('a chunk beyond the bound of an item is refused before anything is written', async () => {
  const { chunks } = await openTestBooks()
  const small = { place, key: 'A', bytes: Uint8Array.of(1) }
  const big = { place, key: 'B', bytes: new Uint8Array(limits.itemBytesMax + 1) }
  await expect(chunks.write([small, big])).rejects.toThrow(/350001 bytes/)
  expect(await chunks.list(place, '')).toEqual([])
})

test('keys are listed by prefix across pages, and removed', async () => {
  const { chunks } = await openTestBooks()
  const blocks = Array.from({ length: 60 }, (_, n) => ({ place, key: `BLOCK#${String(n).padStart(3, '0')}` }))
  await chunks.write(blocks.map((key) => ({ ...key, bytes: new Uint8Array(60_000) })))
  await chunks.write([{ place, key: 'ROLLUP#0', bytes: Uint8Array.of(1) }])
  expect(await chunks.list(place, 'BLOCK#')).toEqual(blocks.map(({ key }) => key))
  expect(await chunks.list(place, 'BLOCK#05')).toHaveLength(10)
  await chunks.remove([...blocks, { place, key: 'never there' }])
  expect(await chunks.list(place, '')).toEqual(['ROLLUP#0'])
  await expect(chunks.read(blocks.slice(0, 1))).rejects.toThrow(/missing/)
})
