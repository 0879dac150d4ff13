/**
 * Splits an integer over weights so that the parts add up to it exactly: largest remainder, ties to the earlier part.
 * Weights of zero or less get nothing. Throws if no weight is positive.
 * @param total minor units, of either sign
 */
export function splitAmount(total: number, weights: readonly number[]): number[] {
  const usable = weights.map((weight) => (weight > 0 ? BigInt(weight) : 0n))
  const sum = usable.reduce((a, b) => a + b, 0n)
  if (sum === 0n) throw new Error('nothing to split by: no weight is positive')
  const sign = total < 0 ? -1 : 1
  const size = BigInt(Math.abs(total))
  const parts = usable.map((weight) => Number((size * weight) / sum))
  const remainders = usable.map((weight) => (size * weight) % sum)
  let left = Math.abs(total) - parts.reduce((a, b) => a + b, 0)
  const order = remainders.map((_, i) => i).sort((a, b) => compare(remainders[b] ?? 0n, remainders[a] ?? 0n) || a - b)
  for (const index of order) {
    if (left === 0) break
    parts[index] = (parts[index] ?? 0) + 1
    left--
  }
  return parts.map((part) => (part === 0 ? 0 : sign * part))
}

/** Part `index` of `total` split into `count` equal parts: the first ones take what is left over. */
export function equalPart(total: number, count: number, index: number): number {
  const size = Math.abs(total)
  const base = Math.floor(size / count)
  const part = base + (index < size - base * count ? 1 : 0)
  return part === 0 ? 0 : Math.sign(total) * part
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)
