import { expect, test } from 'vitest'
import { ByteCache } from '../../functions/store/byte-cache.ts'

test('what was used last stays, what was not goes, within the bound', () => {
  const cache = new ByteCache(100)
  for (const key of ['a', 'b', 'c']) cache.set(key, new Uint8Array(30))
  cache.get('a')
  cache.set('d', new Uint8Array(30))
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key)?.length)).toEqual([30, undefined, 30, 30])
})

test('setting a key again, or deleting it, gives its room back', () => {
  const cache = new ByteCache(100)
  for (let n = 0; n < 5; n++) cache.set('a', new Uint8Array(90))
  cache.delete('a')
  cache.delete('a')
  cache.set('b', new Uint8Array(50))
  cache.set('c', new Uint8Array(50))
  expect([cache.get('b')?.length, cache.get('c')?.length]).toEqual([50, 50])
})

test('what is bigger than the whole bound is not kept', () => {
  const cache = new ByteCache(100)
  cache.set('a', new Uint8Array(101))
  expect(cache.get('a')).toBeUndefined()
})

test('a view does not keep its buffer alive', () => {
  const cache = new ByteCache(100)
  cache.set('a', new Uint8Array(1000).fill(7).subarray(10, 20))
  expect(cache.get('a')?.buffer.byteLength).toBe(10)
  expect(cache.get('a')).toEqual(new Uint8Array(10).fill(7))
})
