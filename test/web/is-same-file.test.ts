import { expect, test } from 'vitest'
import { isSameFile } from '../../web/src/pages/uploads/is-same-file.ts'

const file = (name: string, text: string) => new File([text], name)

test.each([
  { other: file('a.csv', 'one'), same: true, what: 'name and length' },
  { other: file('b.csv', 'two'), same: true, what: 'bytes under another name' },
  { other: file('b.csv', 'six'), same: false, what: 'length alone' },
  { other: file('a.csv', 'three'), same: false, what: 'name alone' },
])('files with the same $what: $same', async ({ other, same }) => {
  expect(await isSameFile(file('a.csv', 'two'), other)).toBe(same)
})

test('files that differ late are told apart', async () => {
  const long = 'x'.repeat(1_500_000)
  expect(await isSameFile(file('a.csv', `${long}1`), file('b.csv', `${long}2`))).toBe(false)
  expect(await isSameFile(file('a.csv', `${long}1`), file('b.csv', `${long}1`))).toBe(true)
})
