import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustBh } from '../../../functions/domain/stats/multiplicity/adjust-bh.ts'
import { adjustHolm } from '../../../functions/domain/stats/multiplicity/adjust-holm.ts'
import { expectClose, readOracle } from '../read-oracle.ts'

const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 })

test.each([
  ['bh', adjustBh],
  ['holm', adjustHolm],
] as const)('%s is what p.adjust of R makes of it', (name, adjust) => {
  const { rows, expected } = readOracle('24-multiplicity')
  const adjusted = adjust(rows.map((row) => Number(row.p)))
  adjusted.forEach((q, at) => {
    expectClose(q, expected[name][at])
  })
})

test.each([
  ['Benjamini-Hochberg', adjustBh],
  ['Holm', adjustHolm],
] as const)('%s never makes a p smaller, nor changes which is smaller', (_, adjust) => {
  fc.assert(
    fc.property(ps, (given) => {
      const adjusted = adjust(given)
      const ascending = given.map((_, at) => at).sort((a, b) => (given[a] ?? 0) - (given[b] ?? 0))
      given.forEach((p, at) => {
        expect(adjusted[at]).toBeGreaterThanOrEqual(p * (1 - 1e-15))
      })
      const sorted = ascending.map((at) => adjusted[at] ?? 0)
      expect(sorted).toEqual([...sorted].sort((a, b) => a - b))
    }),
    { seed: 1 },
  )
})

test('Holm is never more lenient than Benjamini-Hochberg', () => {
  fc.assert(
    fc.property(ps, (given) => {
      const holm = adjustHolm(given)
      adjustBh(given).forEach((q, at) => {
        expect(q).toBeLessThanOrEqual((holm[at] ?? 0) * (1 + 1e-15))
      })
    }),
    { seed: 2 },
  )
})
