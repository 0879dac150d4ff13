/**
 * Benjamini-Hochberg adjusted p-values, in the order given: with all q < 0.05 called findings, at most 5% of the findings
 * are expected to be false. q of the i-th smallest of n = min over j ≥ i of n p_j / j. Benjamini & Hochberg 1995; holds
 * under positive dependence, Benjamini & Yekutieli 2001. R: `p.adjust(p, 'BH')`.
 */
export function adjustBh(ps: readonly number[]): number[] {
  const ascending = ps.map((_, at) => at).sort((a, b) => (ps[a] ?? 0) - (ps[b] ?? 0))
  const adjusted = new Array<number>(ps.length).fill(1)
  let least = 1
  for (let rank = ps.length; rank >= 1; rank--) {
    const at = ascending[rank - 1] as number
    least = Math.min(least, ((ps[at] as number) * ps.length) / rank)
    adjusted[at] = least
  }
  return adjusted
}
