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
  // Squares of limits that lie hundreds of digits off would be infinite.
  const reach = (ofA: number, ofB: number): number => {
    const larger = Math.max(ofA, ofB)
    if (larger === 0) return 0
    const [x, y] = [ofA / larger, ofB / larger]
    return larger * Math.sqrt(Math.max(0, x * x + y * y - 2 * correlation * x * y))
  }
  return {
    point: a - b,
    low: a - b - reach(a - armA.low, armB.high - b),
    high: a - b + reach(armA.high - a, b - armB.low),
  }
}
