/**
 * Quantiles of positive numbers in bounded memory: counts in bins whose edges grow by 2 %, so that a quantile is right
 * to 1 % (the idea of DDSketch, Masson et al. 2019). Adding in any order gives the same bins.
 */
export class LogSketch {
  readonly #bins = new Map<number, number>()
  #total = 0

  add(value: number): void {
    const bin = Math.ceil(Math.log(value) / logBase)
    this.#bins.set(bin, (this.#bins.get(bin) ?? 0) + 1)
    this.#total++
  }

  get total(): number {
    return this.#total
  }

  /** @param share 0.5 is the median */
  quantile(share: number): number {
    let below = 0
    for (const [bin, cells] of [...this.#bins].sort(([a], [b]) => a - b)) {
      below += cells
      if (below >= share * this.#total) return base ** (bin - 0.5)
    }
    return 0
  }

  /** How many are larger, to the width of one bin. */
  countAbove(value: number): number {
    const edge = Math.ceil(Math.log(value) / logBase)
    return [...this.#bins].reduce((sum, [bin, cells]) => (bin > edge ? sum + cells : sum), 0)
  }
}

const base = 1.02
const logBase = Math.log(base)
