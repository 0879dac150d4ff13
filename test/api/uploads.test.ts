import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import type { UploadId } from '../../functions/contract/ids.ts'
import { limits } from '../../functions/contract/limits.ts'
import { ProblemDetails } from '../../functions/contract/problem.ts'
import { PartReceipt, Upload, UploadList } from '../../functions/contract/upload.ts'
import { openTestApp, type TestApp } from './test-app.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp()
})

async function announce(bytes = 10): Promise<UploadId> {
  const response = await service.call('POST', '/uploads', { kind: 'spend', filename: 'march.csv', bytes })
  expect(response.status).toBe(201)
  const upload = Upload.parse(await response.json())
  expect(response.headers.get('location')).toBe(`/api/w/${service.workspace}/uploads/${upload.id}`)
  return upload.id
}

const packed = (text: string | Uint8Array) => new Uint8Array(gzipSync(text))
const put = (id: UploadId, part: number | string, body: Uint8Array, headers: Record<string, string> = {}) =>
  service.call('PUT', `/uploads/${id}/parts/${part}`, body, { headers })
const digestOf = (bytes: Uint8Array) => `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`
const problemOf = async (response: Response) => ProblemDetails.parse(await response.json())

test('parts may come out of order, and the upload shows what has arrived', async () => {
  const id = await announce(10)
  expect((await put(id, 2, packed('world'))).status).toBe(200)
  expect((await put(id, 1, packed('hello'))).status).toBe(200)
  const upload = Upload.parse(await (await service.call('GET', `/uploads/${id}`)).json())
  expect(upload).toMatchObject({ state: 'receiving', progress: { bytes: 10, bytesTotal: 10 } })
})

test('a part sent twice is received once', async () => {
  const id = await announce(5)
  const body = packed('hello')
  const first = PartReceipt.parse(await (await put(id, 1, body)).json())
  expect(PartReceipt.parse(await (await put(id, 1, body)).json())).toEqual(first)
  expect(await service.books.parts.list(id)).toHaveLength(1)
})

test('a part comes back as the very bytes that were sent, with their digest', async () => {
  const id = await announce(5)
  const body = packed('hello')
  await put(id, 1, body, { 'Content-Digest': digestOf(body) })
  const response = await service.call('GET', `/uploads/${id}/parts/1`)
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(body)
  expect(response.headers.get('content-type')).toBe('application/gzip')
  expect(response.headers.get('content-digest')).toBe(digestOf(body))
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('a part may be cached for good once the upload is no longer receiving', async () => {
  const id = await announce(5)
  await put(id, 1, packed('hello'))
  await service.call('POST', `/uploads/${id}/check`)
  const response = await service.call('GET', `/uploads/${id}/parts/1`)
  expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
})

const bomb = packed(Buffer.alloc(50_000_000))
test.each([
  ['a bomb', bomb, 413, 'part-too-large'],
  ['one byte too many', packed(Buffer.alloc(limits.partBytesMax + 1)), 413, 'part-too-large'],
  ['two members', new Uint8Array([...packed('a'), ...packed('b')]), 422, 'part-not-gzip'],
  ['bytes after the member', new Uint8Array([...packed('a'), 0]), 422, 'part-not-gzip'],
  ['a member that is cut off', packed('hello world').subarray(0, -3), 422, 'part-not-gzip'],
  ['what is not gzip', new Uint8Array(Buffer.from('date,amount\n')), 422, 'part-not-gzip'],
  ['nothing', new Uint8Array(), 422, 'part-not-gzip'],
  ['more than a part as stored', new Uint8Array(limits.partStoredBytesMax + 1), 413, 'part-too-large'],
])('a part is refused that is %s', async (_, body, status, code) => {
  const id = await announce()
  const response = await put(id, 1, body)
  expect(response.status).toBe(status)
  expect(await problemOf(response)).toMatchObject({ code })
  expect(await service.books.parts.list(id)).toEqual([])
})

test('a part of full size is taken', async () => {
  const id = await announce(limits.partBytesMax)
  expect((await put(id, 1, packed(Buffer.alloc(limits.partBytesMax)))).status).toBe(200)
})

test('a member with a name, a comment, extra fields and a checksum of its header is one member', async () => {
  const plain = packed('hello')
  const fields = Buffer.from([2, 0, 9, 9, ...Buffer.from('march.csv\0'), ...Buffer.from('note\0'), 1, 2])
  const dressed = new Uint8Array([0x1f, 0x8b, 8, 30, ...plain.subarray(4, 10), ...fields, ...plain.subarray(10)])
  const response = await put(await announce(5), 1, dressed)
  expect(await response.json()).toMatchObject({ bytes: 5 })
})

test('a part with another digest than announced is refused', async () => {
  const response = await put(await announce(), 1, packed('hello'), { 'Content-Digest': digestOf(packed('other')) })
  expect(response.status).toBe(422)
  expect(await problemOf(response)).toMatchObject({ code: 'part-digest-mismatch' })
})

test('a digest that cannot be read is refused, one by another algorithm passed over', async () => {
  const id = await announce(5)
  const refused = await put(id, 1, packed('hello'), { 'Content-Digest': 'sha-256=abc' })
  expect((await problemOf(refused)).issues?.[0]?.where).toBe('header.Content-Digest')
  expect((await put(id, 1, packed('hello'), { 'Content-Digest': 'sha-512=:AAAA:' })).status).toBe(200)
})

test.each(['0', '4097', 'one'])('there is no part %s', async (part) => {
  const problem = await problemOf(await put(await announce(), part, packed('a')))
  expect(problem).toMatchObject({ code: 'invalid-request', issues: [{ where: 'path.part' }] })
})

test('a check is answered 202 once, then 200 with the present upload', async () => {
  const id = await announce(5)
  await put(id, 1, packed('hello'))
  const first = await service.call('POST', `/uploads/${id}/check`, { rowPolicy: 'valid' })
  expect(first.status).toBe(202)
  expect(await first.json()).toMatchObject({ state: 'checking', rowPolicy: 'valid' })
  const second = await service.call('POST', `/uploads/${id}/check`)
  expect(second.status).toBe(200)
  expect(await second.json()).toMatchObject({ state: 'checking', rowPolicy: 'valid' })
})

test('lists come in pages, newest first', async () => {
  const own = await openTestApp()
  for (const filename of ['a.csv', 'b.csv', 'c.csv'])
    await own.call('POST', '/uploads', { kind: 'fx', filename, bytes: 1 })
  const first = UploadList.parse(await (await own.call('GET', '/uploads?limit=2')).json())
  expect(first.uploads.map(({ filename }) => filename)).toEqual(['c.csv', 'b.csv'])
  const second = UploadList.parse(await (await own.call('GET', `/uploads?limit=2&cursor=${first.next}`)).json())
  expect(second).toMatchObject({ uploads: [{ filename: 'a.csv' }], next: null })
})
