import { divideHalfEven } from '../../money/decimal.ts'

const significantMax = 15

/** More than 15 significant digits are noise of a program's floats, not somebody's cents: rounded to 15, half to even. */
export function withoutNoise(units: bigint, places: number): [bigint, number] {
  const significant = (units < 0n ? -units : units).toString().length
  const drop = Math.min(significant - significantMax, places)
  return drop > 0 ? [divideHalfEven(units, 10n ** BigInt(drop)), places - drop] : [units, places]
}
