/** Benjamini and Hochberg's adjusted p-values, in the order given: `min over larger p of p_(i) n / i`. */
export function adjustBh(pValues: readonly number[]): number[] {
  const order = [...pValues.keys()].sort((a, b) => (pValues[b] as number) - (pValues[a] as number))
  const adjusted = new Array<number>(pValues.length)
  let least = 1
  order.forEach((at, i) => {
    least = Math.min(least, ((pValues[at] as number) * pValues.length) / (pValues.length - i))
    adjusted[at] = least
  })
  return adjusted
}
