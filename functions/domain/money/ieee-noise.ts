import { divideHalfEven } from './decimal.ts'

/** Digits that a double keeps for sure. */
const significantMax = 15

/** What stands beyond 15 significant digits is noise of a program's floats, not somebody's cents: rounded, half to even. */
export function withoutNoise(units: bigint, places: number): [bigint, number] {
  const significant = units.toString().replace('-', '').length
  const drop = Math.max(Math.min(significant - significantMax, places), 0)
  return [divideHalfEven(units, 10n ** BigInt(drop)), places - drop]
}
