import { beforeAll, expect, test } from 'vitest'
import type { UploadId } from '../../functions/contract/ids.ts'
import { CodedError } from '../../functions/contract/problem.ts'
import { decodeRollup, encodeRollup } from '../../functions/domain/ledger/encode-rollup.ts'
import type { SnapshotBody } from '../../functions/domain/ledger/snapshot.ts'
import type { Books } from '../../functions/store/ports.ts'
import { verifyBooks } from '../../functions/usecases/verify-books.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const place = 'MONTH#2026-03'
let driver: Driver
let books: Books
let spend: UploadId
beforeAll(async () => {
  driver = await driveBooks()
  books = driver.books
  await driver.load({ kind: 'creators', file: 'creator,platform,followers\n@anna,instagram,5000\n' })
  await driver.load({ kind: 'fx', file: 'date,from,to,rate\n2026-03-14,EUR,USD,1.1\n' })
  const file = 'date,creator,amount,currency\n2026-03-14,@anna,1.00,EUR\n2026-04-14,@anna,2.00,USD\n'
  spend = (await driver.load({ file })).id
  const figures = 'date,creator,platform,post,published,views,likes\n2026-03-14,@anna,instagram,p1,2026-03-14,100,7\n'
  await driver.load({ kind: 'results', file: figures })
})

const found = async (of = books): Promise<{ where: string; message: string }[]> =>
  (await verifyBooks({ books: of })).findings

/** The one chunk of a blob, as a snapshot that is the head refers to it: the newest. */
async function chunkOf(where: string, prefix: string) {
  const { months, directory, fx, uploads } = await body()
  const named = { ROLLUP: months[0], DIRECTORY: directory, FX: fx }[prefix]
  const keys = await books.chunks.list(where, `${prefix}#`)
  const own = named ? keys.filter((key) => key.includes(named.staging)) : keys
  const listed = prefix === 'BLOCK' ? own.filter((key) => uploads.some(({ staging }) => key.includes(staging))) : own
  const key = { place: where, key: listed.at(-1) ?? '' }
  const [bytes = new Uint8Array()] = await books.chunks.read([key])
  return { ...key, bytes }
}

async function body(): Promise<SnapshotBody> {
  const head = await books.ledger.head()
  const snapshot = await books.ledger.snapshot(head?.snapshot ?? 0)
  if (!snapshot) throw new Error('there is no head')
  return snapshot.body
}

const blobs = [
  [place, 'DAY'],
  [place, 'ROLLUP'],
  ['DIRECTORY', 'DIRECTORY'],
  ['DIRECTORY', 'FX'],
  [place, 'BLOCK'],
  ['DIRECTORY', 'BLOCK'],
] as const

test('whole books have no findings', async () => {
  expect(await found()).toEqual([])
})

test.each(blobs)('a lost chunk of %s %s is a finding, although the process has it in memory', async (where, prefix) => {
  const chunk = await chunkOf(where, prefix)
  const read: Books['chunks']['read'] = (keys, options) => {
    if (options?.uncached && keys.some(({ key }) => key === chunk.key))
      throw new Error(`a chunk is missing: ${chunk.key}`)
    return books.chunks.read(keys, options)
  }
  const findings = await found({ ...books, chunks: { ...books.chunks, read } })
  expect(JSON.stringify(findings)).toContain(chunk.key)
})

test.each([...blobs, [place, 'INDEX'], [place, 'QUALITY']] as const)(
  'a chunk of %s %s that holds other bytes is a finding',
  async (where, prefix) => {
    const inUse = await everyChunk(where, prefix)
    const spoilt = inUse.map((chunk) => ({ ...chunk, bytes: chunk.bytes.map((byte, i) => (i < 3 ? byte : byte ^ 1)) }))
    await books.chunks.write(spoilt)
    expect(await found()).not.toEqual([])
    await books.chunks.write(inUse)
    expect(await found()).toEqual([])
  },
)

test.each([
  [place, 'INDEX'],
  [place, 'QUALITY'],
] as const)('chunks of %s %s that are gone are findings', async (where, prefix) => {
  const inUse = await everyChunk(where, prefix)
  await books.chunks.remove(inUse)
  const findings = await found()
  await books.chunks.write(inUse)
  expect(findings).toMatchObject([{ where: '2026-03', message: expect.stringContaining('cannot be read') }])
})

async function everyChunk(where: string, prefix: string) {
  const keys = (await books.chunks.list(where, `${prefix}#`)).map((key) => ({ place: where, key }))
  const bytes = await books.chunks.read(keys)
  return keys.map((key, i) => ({ ...key, bytes: Uint8Array.from(bytes[i] ?? []) }))
}

test('a month that uploads have rows in and the snapshot does not name is a finding', async () => {
  expect(await found(withBody((of) => ({ ...of, months: of.months.slice(1) })))).toMatchObject([
    { where: '2026-03', message: expect.stringContaining('does not name it') },
  ])
})

test.each(['directory', 'fx'] as const)('a snapshot without the %s of its uploads is a finding', async (name) => {
  expect(await found(withBody((of) => ({ ...of, [name]: null })))).toMatchObject([
    { message: expect.stringContaining('missing') },
  ])
})

function withBody(change: (of: SnapshotBody) => SnapshotBody): Books {
  const snapshot: Books['ledger']['snapshot'] = async (number) => {
    const stored = await books.ledger.snapshot(number)
    return stored && { ...stored, body: change(stored.body) }
  }
  return { ...books, ledger: { ...books.ledger, snapshot } }
}

test('a rollup that says it was folded from other uploads is a finding', async () => {
  const chunk = await chunkOf(place, 'ROLLUP')
  const rollup = decodeRollup(chunk.bytes)
  const inputs = { ...rollup.header.inputs, uploads: rollup.header.inputs.uploads.slice(1) }
  const bytes = encodeRollup({ ...rollup, header: { ...rollup.header, inputs } })
  await books.chunks.write([{ ...chunk, bytes }])
  const findings = await found()
  await books.chunks.write([chunk])
  expect(findings).toMatchObject([{ where: '2026-03', message: expect.stringContaining('other uploads') }])
})

test('an upload whose part is gone is a finding, and the rest is looked through all the same', async () => {
  const get: Books['parts']['get'] = async (upload, part) =>
    upload === spend ? undefined : books.parts.get(upload, part)
  const { findings, months } = await verifyBooks({ books: { ...books, parts: { ...books.parts, get } } })
  expect(findings).toMatchObject([{ where: `upload ${spend}`, message: expect.stringContaining('Part 1') }])
  expect(months).toBe(2)
})

test('a table that does not answer is no finding', async () => {
  const read: Books['chunks']['read'] = async () => {
    throw new CodedError('storage-unavailable', 'try again later')
  }
  await expect(found({ ...books, chunks: { ...books.chunks, read } })).rejects.toMatchObject({
    code: 'storage-unavailable',
  })
})
