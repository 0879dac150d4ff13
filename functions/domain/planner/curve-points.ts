import type { PlanCurve } from '../../contract/plan.ts'
import type { ObservedSpend } from './observed-spend.ts'
import { type ResponseCurve, responseAt } from './response-curve.ts'

const pointsBelow = 6
const pointsSeen = 24
const pointsAbove = 8
/** A curve is drawn on beyond what was seen by this share of it. */
const drawnBeyond = 0.35

/** A curve to be drawn: from nothing through what was seen to somewhat more. */
export function curvePoints(curve: ResponseCurve, { low, high }: ObservedSpend): PlanCurve['points'] {
  const beyond = high * (1 + drawnBeyond)
  const spends = [
    ...steps(0, low, pointsBelow),
    ...steps(low, high, pointsSeen),
    ...steps(high, beyond, pointsAbove),
    beyond,
  ]
  return [...new Set(spends.map(Math.round))].map((spendMinor) => ({
    spendMinor,
    outcome: responseAt(curve, spendMinor),
    seen: spendMinor >= Math.round(low) && spendMinor <= Math.round(high),
  }))
}

const steps = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / count)
