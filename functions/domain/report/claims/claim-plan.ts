import type { ClaimName, ClaimTest } from '../../../contract/claims.ts'
import type { MetricName } from '../../../contract/report.ts'
import type { StatColumn } from '../../stats/stat-columns.ts'
import { absentTiers } from './absent-tiers.ts'
import type { ClaimData } from './claim-data.ts'
import { claimRates, type RateMeasure } from './claim-rates.ts'
import { factsOf, findMissing } from './find-missing.ts'
import { measureDepth } from './measure-depth.ts'
import { measureNiche } from './measure-niche.ts'
import { measureRate } from './measure-rate.ts'
import { measureSwing } from './measure-swing.ts'
import type { Measured } from './measured.ts'

export type PlannedTest = { role: ClaimTest['role']; of: Measured }
export type PlannedClaim = { name: ClaimName; tests: readonly PlannedTest[] }

/** What each claim is judged by, the deciding test first. Source: statistics specification, 6. */
export function planClaims(data: ClaimData, primary: MetricName): PlannedClaim[] {
  const tier = (measure: RateMeasure, supportsIf: Measured['supportsIf']): Measured =>
    measureTiers(data, measure, supportsIf)
  return [
    {
      name: 'engagement',
      tests: [
        { role: 'decides', of: tier('erFollowers', 'a_larger') },
        { role: 'beside', of: tier('erImpressions', 'a_larger') },
      ],
    },
    { name: 'niche', tests: [{ role: 'decides', of: measureNiche(data, primary) }] },
    {
      name: 'fees',
      tests: [
        { role: 'decides', of: tier(costOf(primary), 'b_larger') },
        { role: 'counted', of: tier('costPerPost', 'b_larger') },
        { role: 'beside', of: tier('costPerThousandFollowers', 'b_larger') },
      ],
    },
    { name: 'trust', tests: [{ role: 'decides', of: tier('cvr', 'a_larger') }] },
    {
      name: 'authenticity',
      tests: [{ role: 'decides', of: measureDepth(data, missingOf(data, ['deepEngagements', 'engagements'])) }],
    },
    { name: 'consistency', tests: [{ role: 'decides', of: measureSwing(data, missingOf(data, swingColumns)) }] },
  ]
}

const swingColumns = ['engagements', 'impressions'] as const satisfies readonly StatColumn[]

/** The primary metric where that is a cost, else what a conversion cost. */
const costOf = (primary: MetricName): RateMeasure => (claimRates[primary].inverse ? primary : 'cpa')

function measureTiers(data: ClaimData, measure: RateMeasure, supportsIf: Measured['supportsIf']): Measured {
  const { outcome, exposure } = claimRates[measure]
  const { tiers } = data
  return measureRate({
    measure,
    arms: ['micro', 'macro'],
    compared: tiers,
    strata: tiers.strata,
    supportsIf,
    missing: missingOf(data, [outcome, exposure]),
  })
}

function missingOf(data: ClaimData, columns: readonly StatColumn[]) {
  const absent = absentTiers(data)
  if (absent.length > 0) return absent
  const [micro, macro] = [data.given[1] ?? 0, data.given[2] ?? 0]
  return findMissing(columns, factsOf(data.tiers.flat, ['micro', 'macro'], [micro, macro]))
}
