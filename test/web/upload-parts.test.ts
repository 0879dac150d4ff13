import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { withExcluded } from '../../web/src/api/upload-options.ts'
import { digestOf, packPart, planParts, toFilename, unpackPart } from '../../web/src/api/upload-parts.ts'

test('parts join without a gap, from the first byte to the last, none above its bound', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000_000 }), (bytes) => {
      const parts = planParts(bytes)
      expect(parts.map(({ part }) => part)).toEqual(parts.map((_, index) => index + 1))
      expect(parts.reduce((at, { start, end }) => (start === at ? end : -1), 0)).toBe(bytes)
      for (const { start, end } of parts) expect(end - start).toBeLessThanOrEqual(limits.partBytesMax)
    }),
  )
})

test('the largest file fits the number of parts', () => {
  expect(planParts(limits.uploadBytesMax)).toHaveLength(limits.partsMax)
})

test('a part is one gzip member, and comes back as it was', async () => {
  const text = 'date,amount\n2026-01-01,“12”\n'.repeat(999)
  const packed = await packPart(new Blob([text]))
  expect(gunzipSync(packed).toString()).toBe(text)
  expect(await (await unpackPart(new Blob([packed]))).text()).toBe(text)
})

test('the digest is that of RFC 9530', async () => {
  const bytes = new Uint8Array([1, 2, 3])
  expect(await digestOf(bytes)).toBe(`sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`)
})

test.each([
  { name: 'spend.csv', expected: 'spend.csv' },
  { name: '', expected: 'file' },
  { name: 'half\uD800.csv', expected: 'half\uFFFD.csv' },
  { name: '<script>alert(1)</script>.csv', expected: '<script>alert(1)</script>.csv' },
])('$name is announced as $expected', ({ name, expected }) => expect(toFilename(name)).toBe(expected))

test('a name that is too long keeps its ending and whole characters', () => {
  const name = toFilename(`a${'😀'.repeat(200)}.csv`)
  expect(name.length).toBeLessThanOrEqual(limits.filenameCharsMax)
  expect(name.isWellFormed()).toBe(true)
  expect(name).toMatch(/….csv$|\uFFFD….csv$/u)
})

test('lines are left out once, beside what was left out before', () => {
  expect(withExcluded({ exclude: [9, 3], figures: 'lifetime' }, [3, 1])).toEqual({
    exclude: [1, 3, 9],
    figures: 'lifetime',
  })
})
