import { type GateFailure, gateLimits } from '../compare/gates.ts'
import { joinDegrees } from '../compare/leave-one-out.ts'
import { pValueOf } from '../compare/p-value.ts'
import { effectiveNumber } from '../kish.ts'
import { estimateLog, type LogEstimate } from '../log-estimate.ts'
import { log1p } from '../log1p.ts'
import { restMin } from '../shares.ts'
import type { ClaimEvidence } from './claim-ratio.ts'

/** Engagement rates of one creator's posts in one arm, as sums over posts (natural logarithms, not in 1e-9). */
export type PostSpread = { posts: number; logs: number; squares: number; inverseEngagements: number }

/** How much the logarithm of the engagement rate swings from post to post within creators. */
export type Spread = { deviation: number; creators: number; effective: number; variance: number; defined: boolean }

/**
 * Standard deviations within creators of two arms, `½ ln(V_A / V_B)` with each creator left out in turn:
 *
 *     SS_i = Σ log² - (Σ log)²/n - (n-1)/n Σ 1/engagements,   V_t = Σ SS_i / Σ (n_i - 1)
 *
 * The last term takes away the noise of counting. Effective creators by their degrees of freedom, `n_i - 1`. Source:
 * statistics specification, 6.
 */
export function compareConsistency(arms: readonly [readonly PostSpread[], readonly PostSpread[]]): {
  ratio: LogEstimate | null
  spreads: readonly [Spread, Spread]
  evidence: ClaimEvidence
} {
  const spreads = [spreadOf(arms[0]), spreadOf(arms[1])] as const
  const [a, b] = spreads
  const failures = failuresOf(spreads)
  if (!a.defined || !b.defined) return { ratio: null, spreads, evidence: { test: null, failures } }
  const df = spreads.map(({ effective }) => Math.max(1, effective - 1)) as [number, number]
  const ratio = estimateLog(a.deviation / b.deviation, a.variance + b.variance, joinDegrees(a.variance, b.variance, df))
  const test = { ratio: Math.exp(ratio.log), low: ratio.low, high: ratio.high, pValue: pValueOf(ratio) }
  return { ratio, spreads, evidence: { test, failures } }
}

function spreadOf(creators: readonly PostSpread[]): Spread {
  const own = creators
    .filter(({ posts }) => posts >= 2)
    .map(({ posts, logs, squares, inverseEngagements }) => ({
      degrees: posts - 1,
      sum: squares - (logs * logs) / posts - ((posts - 1) / posts) * inverseEngagements,
    }))
  const degrees = own.reduce((sum, of) => sum + of.degrees, 0)
  const total = own.reduce((sum, of) => sum + of.sum, 0)
  const effective = effectiveNumber(
    degrees,
    own.reduce((sum, of) => sum + of.degrees ** 2, 0),
  )
  let defined = total > 0 && degrees > 0
  let variance = 0
  for (const { sum, degrees: of } of own) {
    if (total - sum <= restMin * total || degrees - of <= restMin * degrees) defined = false
    else variance += (0.5 * (log1p(-sum / total) - log1p(-of / degrees))) ** 2
  }
  return { deviation: Math.sqrt(total / degrees), creators: own.length, effective, variance, defined }
}

function failuresOf(spreads: readonly [Spread, Spread]): GateFailure[] {
  const failures: GateFailure[] = []
  spreads.forEach(({ creators, effective }, arm) => {
    if (creators < gateLimits.unitsMin) failures.push({ gate: 'creators', arm: arm as 0 | 1 })
    if (effective < gateLimits.effectiveUnitsMin) failures.push({ gate: 'effective_creators', arm: arm as 0 | 1 })
  })
  if (!spreads.every(({ defined }) => defined)) failures.push({ gate: 'undefined' })
  return failures
}
