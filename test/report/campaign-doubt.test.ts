import { expect, test } from 'vitest'
import { wordComparison } from '../../functions/domain/report/word-comparison.ts'
import { foldFiles, followerFile, resultFile, spendFile } from './fold-files.ts'

/** How many times better micro was in each campaign: clear over creators, not over campaigns. */
const better = [1.65, 1.65, 0.9, 1.8, 0.9]
const deals = better.flatMap((times, campaign) =>
  Array.from({ length: 6 }, (_, i) => ({ campaign: `C${campaign}`, times, at: `${campaign}${i}` })),
)

function open() {
  const [counts, spends, results] = [[], [], []] as [string[], string[], string[]]
  for (const { campaign, times, at } of deals) {
    for (const [tier, followers, conversions] of [
      ['micro', 5000, Math.round(100 * times) + Number(at[1])],
      ['macro', 500_000, 100 + Number(at[1])],
    ] as const) {
      counts.push(`@${tier}${at},,${followers},`)
      spends.push(`2026-03-01,${campaign},@${tier}${at},x,100.00,USD`)
      results.push(`2026-03-01,${campaign},@${tier}${at},x,p${tier}${at},2026-03-01,900,${conversions},9.00,USD`)
    }
  }
  return foldFiles([followerFile(...counts), spendFile(...spends), resultFile(...results)])
}

test('where single campaigns keep the answer open, the chance is theirs, not that of creators alone', () => {
  const { comparison } = open().report({ metric: 'cpa' })
  expect(comparison.pValue).toBeLessThan(0.05)
  expect(comparison.campaigns).toEqual({ count: 5, confirmed: false })
  expect(comparison.verdict).toBe('inconclusive')
  const { chanceMicroBetter: chance } = comparison
  expect(chance).toMatchObject({ kind: 'exact' })
  const point = chance.kind === 'exact' ? chance.point : 1
  expect(point).toBeGreaterThan(0.7)
  expect(point).toBeLessThan(0.96)
})

test('a verdict on a part of the books says that it is on one of many', () => {
  const { comparison } = open().report({ metric: 'cpa' })
  const reasonsOf = (asked: { platform?: string[] }) =>
    wordComparison({ ...comparison, verdict: 'micro_better' }, 'USD', asked).reasons.join(' ')
  expect(reasonsOf({ platform: ['x'] })).toContain('Of many such parts one looks special by luck')
  expect(reasonsOf({})).not.toContain('by luck')
})
