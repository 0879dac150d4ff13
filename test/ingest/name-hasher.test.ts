import { expect, test } from 'vitest'
import { formatNameId, hashName, NameHasher } from '../../functions/domain/ingest/name-hasher.ts'

const hash = hashName('key', 'creator', 'anna')
const idAt = (n: number): number => Number.parseInt(hash.slice(n * 12, n * 12 + 12), 16)

test('an id is the first 48 bits of the keyed hash', () => {
  expect(new NameHasher('key').id('creator', 'Anna')).toBe(idAt(0))
})

test('spellings of one name share an id, which keeps the text that came first', () => {
  const names = new NameHasher('key')
  expect(names.id('creator', '@ANNA')).toBe(names.id('creator', 'anna'))
  expect([...names.names.values()]).toEqual([{ id: idAt(0), kind: 'creator', text: '@ANNA', hash }])
})

test('a creator and a campaign of one name are two', () => {
  const names = new NameHasher('key')
  expect(names.id('creator', 'anna')).not.toBe(names.id('campaign', 'anna'))
})

test('another workspace’s key gives other ids', () => {
  expect(new NameHasher('other').id('creator', 'anna')).not.toBe(idAt(0))
})

test.each(['', ' ', '\u00a0'])('a blank (“%s”) is nobody', (cell) => {
  const names = new NameHasher('key')
  expect(names.id('creator', cell)).toBe(0)
  expect(names.names.size).toBe(0)
})

test('where another name has the id, the next 48 bits are taken', () => {
  expect(new NameHasher('key', new Map([[idAt(0), 'another']])).id('creator', 'anna')).toBe(idAt(1))
  const both = new Map([
    [idAt(0), 'another'],
    [idAt(1), 'a third'],
  ])
  expect(new NameHasher('key', both).id('creator', 'anna')).toBe(idAt(2))
})

test('an id that is taken by the name itself is its own', () => {
  expect(new NameHasher('key', new Map([[idAt(0), hash]])).id('creator', 'anna')).toBe(idAt(0))
})

test('a name that finds all its ids taken is a bug, not a mix-up', () => {
  const all = new Map([0, 1, 2, 3, 4].map((n) => [idAt(n), 'another']))
  expect(() => new NameHasher('key', all).id('creator', 'anna')).toThrow('share a hash')
})

test('an id is written as twelve hexadecimal digits', () => {
  expect([1, 255, 2 ** 48 - 1].map(formatNameId)).toEqual(['000000000001', '0000000000ff', 'ffffffffffff'])
})
