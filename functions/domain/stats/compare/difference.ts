import type { LeaveOneOut } from './leave-one-out.ts'

export type DifferenceInterval = { point: number; low: number; high: number }

/**
 * A's value less B's, with a 95% interval from the limits of both (MOVER):
 *
 *     L = a-b - √((a-l_a)² + (u_b-b)² - 2ρ(a-l_a)(u_b-b)),  U likewise with the other limits
 *
 * It can disagree with the ratio, from which the verdict comes. Source: statistics specification, 1.3;
 * doi:10.1177/0962280213502144.
 */
export function differenceOf(
  [a, b]: readonly [number, number],
  { arms, correlation }: LeaveOneOut,
): DifferenceInterval {
  const [armA, armB] = arms
  const reach = (ofA: number, ofB: number): number =>
    Math.sqrt(Math.max(0, ofA * ofA + ofB * ofB - 2 * correlation * ofA * ofB))
  return {
    point: a - b,
    low: a - b - reach(a - armA.low, armB.high - b),
    high: a - b + reach(armA.high - a, b - armB.low),
  }
}
