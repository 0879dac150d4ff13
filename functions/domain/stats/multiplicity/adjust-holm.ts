/**
 * Holm's adjusted p-values, in the order given: with all of them < 0.05 called findings, the chance that any one is false
 * is at most 5%. The i-th smallest of n becomes max over j ≤ i of (n − j + 1) p_j, at most 1. Holm 1979.
 * R: `p.adjust(p, 'holm')`.
 */
export function adjustHolm(ps: readonly number[]): number[] {
  const ascending = ps.map((_, at) => at).sort((a, b) => (ps[a] ?? 0) - (ps[b] ?? 0))
  const adjusted = new Array<number>(ps.length).fill(1)
  let most = 0
  ascending.forEach((at, before) => {
    most = Math.max(most, Math.min(1, (ps.length - before) * (ps[at] as number)))
    adjusted[at] = most
  })
  return adjusted
}
