/** A decimal number as digits times a power of ten: never a float. */
export type Decimal = { units: bigint; exponent: number }

const plain = /^([+-]?)(\d*)(?:\.(\d*))?$/

/** Reads `-12.50`; undefined for anything but sign, digits and one point. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = plain.exec(text)
  if (!match) return undefined
  const [whole, fraction] = [match[2] as string, match[3] ?? '']
  if (whole.length + fraction.length === 0) return undefined
  const units = BigInt(whole + fraction)
  return { units: match[1] === '-' ? -units : units, exponent: fraction.length }
}

/** `numerator / denominator` to the nearest integer, ties to the even one. The denominator is positive. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n
  const size = negative ? -numerator : numerator
  const quotient = size / denominator
  const twice = (size % denominator) * 2n
  const up = twice > denominator || (twice === denominator && quotient % 2n === 1n)
  const rounded = up ? quotient + 1n : quotient
  return negative ? -rounded : rounded
}
