/** A normal quantile to 4.5e-4, to start from. Abramowitz & Stegun 26.2.23. */
export function roughNormalQuantile(p: number): number {
  if (p > 0.5) return -roughNormalQuantile(1 - p)
  const t = Math.sqrt(-2 * Math.log(p))
  const above = 2.515517 + t * (0.802853 + t * 0.010328)
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
  return above / below - t
}
