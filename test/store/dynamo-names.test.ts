import { expect, test } from 'vitest'
import type { NameEntry } from '../../functions/store/ports.ts'
import { openTestBooks } from '../support/table.ts'

function aName(n: number, text = `Creator ${n}`): NameEntry {
  const hash = n.toString(16).padStart(64, '0')
  return { id: hash.slice(-12), kind: 'creator', text, hash }
}

test('names are found by id; unknown ids are absent', async () => {
  const { names } = await openTestBooks()
  const entries = Array.from({ length: 250 }, (_, n) => aName(n))
  await names.put(entries)
  const found = await names.get(['0000000000f9', '000000000001', '000000000001', 'ffffffffffff'])
  expect(found).toEqual(new Map([249, 1].map((n) => [aName(n).id, aName(n)])))
  expect((await names.all()).size).toBe(250)
  expect(await names.get([])).toEqual(new Map())
})

test('a name that is there stays as it is', async () => {
  const { names } = await openTestBooks()
  await names.put([aName(1), aName(2)])
  await names.put([aName(1, 'CREATOR 1'), aName(3), aName(2, 'creator 2'), aName(3, 'twice')])
  const all = await names.all()
  expect([1, 2, 3].map((n) => all.get(aName(n).id)?.text)).toEqual(['Creator 1', 'Creator 2', 'twice'])
})

test('of two spellings put at once, one stays for good', async () => {
  const { names } = await openTestBooks()
  const spellings = ['a', 'b', 'c', 'd', 'e', 'f']
  await Promise.all(spellings.map((text) => names.put(Array.from({ length: 120 }, (_, n) => aName(n, text)))))
  const first = await names.all()
  await names.put(Array.from({ length: 120 }, (_, n) => aName(n, 'late')))
  expect(first.size).toBe(120)
  expect(await names.all()).toEqual(first)
})
