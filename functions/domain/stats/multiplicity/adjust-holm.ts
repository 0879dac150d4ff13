/** Holm's adjusted p-values, in the order given: the largest so far of `p_(i) (n - i + 1)`, at most 1. */
export function adjustHolm(pValues: readonly number[]): number[] {
  const order = [...pValues.keys()].sort((a, b) => (pValues[a] as number) - (pValues[b] as number))
  const adjusted = new Array<number>(pValues.length)
  let most = 0
  order.forEach((at, i) => {
    most = Math.max(most, Math.min(1, (pValues[at] as number) * (pValues.length - i)))
    adjusted[at] = most
  })
  return adjusted
}
