const seriesBelow = 0.1

/** x ln(x / mean) + mean − x, without cancellation where x is near the mean. Loader 2000, `bd0`. */
export function deviance(x: number, mean: number): number {
  const distance = x - mean
  if (Math.abs(distance) >= seriesBelow * (x + mean)) return x * Math.log(x / mean) + mean - x
  const ratio = distance / (x + mean)
  const square = ratio * ratio
  let sum = distance * ratio
  let term = 2 * x * ratio
  for (let power = 3; ; power += 2) {
    term *= square
    const next = sum + term / power
    if (next === sum) return sum
    sum = next
  }
}
