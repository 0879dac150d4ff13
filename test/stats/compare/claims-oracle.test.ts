import { expect, test } from 'vitest'
import type { Cells } from '../../../functions/domain/stats/cells.ts'
import { type ClaimEvidence, testClaim } from '../../../functions/domain/stats/claims/claim-ratio.ts'
import { judgeClaims } from '../../../functions/domain/stats/claims/judge-claims.ts'
import { levelPasses } from '../../../functions/domain/stats/compare/choose-strata.ts'
import { compareArms } from '../../../functions/domain/stats/compare/compare-arms.ts'
import { metricRates } from '../../../functions/domain/stats/metric-rates.ts'
import { oracleCells, readExpected, readOracleRows } from './oracle-cells.ts'

const name = '26-claims'
type Pair = { micro: number; macro: number }
type Level = { strata: string[]; coverage: Pair; creators: Pair; neff: Pair; pass: boolean }
type Claim = {
  claim_ratio: number
  lower: number
  upper: number
  p_value: number
  holm_p: number
  status: string
  reasons: string[]
}
const expected = readExpected(name) as {
  ladder: { levels: Record<string, Level>; chosen: string }
  strata: string[]
  claim2_strata: string[]
  claims: Record<string, Claim>
  cost_per_1000_followers: { ratio: { value: number; lower: number; upper: number }; p_value: number }
}
const rows = readOracleRows(name)
const pair = ([micro, macro]: readonly [number, number]) => ({ micro, macro })

function near(got: unknown, wanted: unknown, path = ''): void {
  if (typeof wanted === 'number') expect(Math.abs((got as number) / wanted - 1), path).toBeLessThan(1e-9)
  else if (typeof wanted === 'object' && wanted !== null)
    for (const [key, value] of Object.entries(wanted))
      near((got as Record<string, unknown>)[key], value, `${path}.${key}`)
  else expect(got, path).toEqual(wanted)
}

test.each(Object.entries(expected.ladder.levels))('%s of the ladder leaves what R says', (_, level) => {
  const { passes, sample } = levelPasses(oracleCells(rows, level.strata).cells)
  expect(passes).toBe(level.pass)
  near(pair(sample.coverage.arms), level.coverage)
  expect(pair(sample.units)).toEqual(level.creators)
  near(pair(sample.effectiveByExposure), level.neff)
})

test('the claims are judged as R judges them', () => {
  const cells = oracleCells(rows, expected.strata).cells
  const targeted = rows.map((row) => ({ ...row, tier0: row.tier as string }))
  const onTarget = (row: Record<string, string>) => (row.niche === row.target_niche ? 0 : 1)
  const niche = oracleCells(targeted, expected.claim2_strata, undefined, onTarget).cells
  const test = (of: Cells, metric: 'erFollowers' | 'cpa' | 'costPerPost' | 'cvr', larger: 'a_larger' | 'b_larger') =>
    testClaim(compareArms(of, metricRates[metric]), larger)
  const judged = judgeClaims(
    new Map<string, ClaimEvidence>([
      ['engagement_rate', test(cells, 'erFollowers', 'a_larger')],
      // The oracle takes the conversion rate here.
      ['niche_content', test(niche, 'cvr', 'a_larger')],
      ['lower_fee_per_post', test(cells, 'costPerPost', 'b_larger')],
      ['cost_effective_cpa', test(cells, 'cpa', 'b_larger')],
      ['conversion_rate', test(cells, 'cvr', 'a_larger')],
    ]),
  )
  const told = Object.fromEntries(
    [...judged].map(([claim, { test: of, status, holmP, failures }]) => [
      claim,
      {
        claim_ratio: of?.ratio,
        lower: of?.low,
        upper: of?.high,
        p_value: of?.pValue,
        holm_p: holmP,
        status,
        reasons: failures,
      },
    ]),
  )
  near(told, expected.claims)
})

test('what a thousand followers cost is what R says', () => {
  const rate = { ...metricRates.cpm, outcome: 'followers' } as const
  const { ratio, p_value } = expected.cost_per_1000_followers
  const { test: of } = testClaim(compareArms(oracleCells(rows, expected.strata).cells, rate), 'a_larger')
  near(
    { value: of?.ratio, lower: of?.low, upper: of?.high },
    { value: ratio.value, lower: ratio.lower, upper: ratio.upper },
  )
  near(of?.pValue, p_value)
})
