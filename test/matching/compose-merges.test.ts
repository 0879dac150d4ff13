import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveAliases } from '../../functions/domain/ledger/fold-directory.ts'
import { aliasesCsv, composeMerges } from '../../functions/domain/matching/compose-merges.ts'

const lowest = (a: number, b: number): number => a - b

test('one merge is one line', () => {
  expect(composeMerges([{ alias: 2, name: 1 }], lowest)).toEqual([{ alias: 2, name: 1 }])
})

test('an alias of two names makes one of all three: a file says a thing of an alias once', () => {
  const merges = [
    { alias: 5, name: 7 },
    { alias: 5, name: 6 },
  ]
  expect(composeMerges(merges, lowest)).toEqual([
    { alias: 5, name: 6 },
    { alias: 7, name: 6 },
  ])
})

test('a chain ends at its last name, a circle at the best', () => {
  expect(
    composeMerges(
      [
        { alias: 1, name: 2 },
        { alias: 2, name: 3 },
      ],
      lowest,
    ),
  ).toEqual([
    { alias: 1, name: 3 },
    { alias: 2, name: 3 },
  ])
  expect(
    composeMerges(
      [
        { alias: 1, name: 2 },
        { alias: 2, name: 1 },
      ],
      lowest,
    ),
  ).toEqual([{ alias: 2, name: 1 }])
})

test('whatever is merged resolves to one name a group, in any order of the merges', () => {
  const merge = fc.record({ alias: fc.nat(9), name: fc.nat(9) })
  fc.assert(
    fc.property(fc.array(merge, { maxLength: 12 }), (merges) => {
      const lines = composeMerges(merges, lowest)
      expect(composeMerges(merges.toReversed(), lowest)).toEqual(lines)
      expect(new Set(lines.map(({ alias }) => alias)).size).toBe(lines.length)
      const ends = resolveAliases(lines.map(({ alias, name }) => [alias, name as number]))
      for (const { alias, name } of merges) expect(ends.get(alias) ?? alias).toBe(ends.get(name) ?? name)
    }),
  )
})

test('every cell is quoted, and a blank name takes an alias back', () => {
  const csv = aliasesCsv(
    'creator',
    [
      { alias: 1, name: 2 },
      { alias: 3, name: null },
    ],
    (id) => `n"${id},;=`,
  )
  expect(csv).toBe('kind,alias,name\r\n"creator","n""1,;=","n""2,;="\r\n"creator","n""3,;=",""\r\n')
})
