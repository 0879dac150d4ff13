import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IntTable } from '../../functions/domain/ledger/int-table.ts'

const keys = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 40 }),
    fc.maxSafeNat(),
    fc.nat().map((n) => n * 2 ** 32),
  ),
  { maxLength: 300 },
)

test('keys get positions in the order in which they first came, as in a map', () => {
  fc.assert(
    fc.property(keys, (of) => {
      const table = new IntTable(1)
      const known = new Map<number, number>()
      for (const key of of) {
        if (!known.has(key)) known.set(key, known.size)
        expect(table.position(key)).toBe(known.get(key))
      }
      expect(table.count).toBe(known.size)
      for (const [key, position] of known) expect(table.find(key)).toBe(position)
    }),
    { seed: 1, numRuns: 200 },
  )
})

test('a key that never came is not found', () => {
  const table = new IntTable()
  table.position(7)
  expect(table.find(8)).toBeUndefined()
})
