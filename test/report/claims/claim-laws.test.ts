import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claims, ClaimTest } from '../../../functions/contract/claims.ts'
import { foldFiles, type TestFile } from '../fold-files.ts'
import { aTier, type TierFigures, tierFiles } from './some-claims.ts'

const nicheOf = (creator: number): string => (creator % 3 === 0 ? 'cars' : 'food')
const tier = (followers: number): fc.Arbitrary<TierFigures> =>
  fc
    .record({
      spend: fc.integer({ min: 50, max: 5_000 }),
      engagements: fc.integer({ min: 20, max: 900 }),
      clicks: fc.integer({ min: 50, max: 400 }),
      conversions: fc.integer({ min: 1, max: 40 }),
      comments: fc.integer({ min: 1, max: 50 }),
      saves: fc.integer({ min: 0, max: 50 }),
      shares: fc.integer({ min: 0, max: 50 }),
    })
    .map((figures) => aTier({ ...figures, followers }))
const both = fc.record({ micro: tier(10_000), macro: tier(500_000) })

const claimsOf = (files: readonly TestFile[]): Claims => foldFiles(files).claims('cpa')

/** Lines in another order; the header stays. */
function shuffle({ kind, file }: TestFile, random: () => number): TestFile {
  const [header = '', ...lines] = file.trimEnd().split('\n')
  const mixed = lines.map((line) => ({ line, at: random() })).sort((a, b) => a.at - b.at)
  return { kind, file: `${[header, ...mixed.map(({ line }) => line)].join('\n')}\n` }
}

test('the order of lines changes no bit of an answer', () => {
  fc.assert(
    fc.property(both, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), ({ micro, macro }, randoms) => {
      const files = tierFiles(micro, macro, { target: 'food', nicheOf })
      const random = (): number => randoms.next().value
      expect(claimsOf(files.map((file) => shuffle(file, random)))).toEqual(claimsOf(files))
    }),
    { seed: 11, numRuns: 15 },
  )
})

test('money times a hundred leaves every status, ratio and p-value', () => {
  fc.assert(
    fc.property(both, ({ micro, macro }) => {
      const files = tierFiles(micro, macro, { target: 'food', nicheOf })
      const dearer = files.map(({ kind, file }) => ({
        kind,
        file: kind === 'spend' ? file.replaceAll('.00,', '00.00,') : file,
      }))
      const [one, other] = [claimsOf(files), claimsOf(dearer)].map(({ claims }) =>
        claims.flatMap(({ status, tests }) => tests.map(({ ratio, holmP }) => ({ status, ratio, holmP }))),
      )
      for (const [at, { status, ratio, holmP }] of (one ?? []).entries()) {
        const its = other?.[at]
        expect(its?.status).toBe(status)
        expect(its?.holmP ?? 0).toBeCloseTo(holmP ?? 0, 9)
        if (ratio.kind !== 'interval' || its?.ratio.kind !== 'interval') continue
        expect(its.ratio.point / ratio.point).toBeCloseTo(1, 9)
        expect(its.ratio.high / ratio.high).toBeCloseTo(1, 9)
      }
    }),
    { seed: 12, numRuns: 15 },
  )
})

test('a status is what the adjusted p-value and the range say', () => {
  fc.assert(
    fc.property(both, ({ micro, macro }) => {
      const { claims } = claimsOf(tierFiles(micro, macro, { target: 'food', nicheOf }))
      for (const { tests } of claims) for (const of of tests) if (of.status !== null) expectStatus(of)
    }),
    { seed: 13, numRuns: 40 },
  )
})

function expectStatus({ status, ratio, holmP, pValue, failedGates }: ClaimTest): void {
  if (holmP === null || ratio.kind !== 'interval') {
    expect(status).toBe('not_enough_data')
    expect(failedGates).not.toEqual([])
    return
  }
  expect(failedGates).toEqual([])
  expect(holmP).toBeGreaterThanOrEqual(pValue as number)
  const clear = holmP < 0.05
  const against = (clear && ratio.point < 1) || ratio.high < 1.1
  expect(status).toBe(clear && ratio.point > 1 ? 'supported' : against ? 'contradicted' : 'inconclusive')
}
