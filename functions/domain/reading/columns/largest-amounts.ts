export type SizedAmount = { line: number; size: number; text: string }

/** The largest amounts of a series, or all of them where `keptMax` is Infinity. */
export class LargestAmounts {
  /** The largest first. */
  readonly #largest: SizedAmount[] = []
  readonly #keptMax: number
  /** In the order of lines, only where all are kept: two plain lists take a third of the objects' memory. */
  readonly #lines: number[] = []
  readonly #sizes: number[] = []

  constructor(keptMax: number) {
    this.#keptMax = keptMax
  }

  add(amount: SizedAmount): void {
    if (this.#keptMax === Number.POSITIVE_INFINITY) {
      this.#lines.push(amount.line)
      this.#sizes.push(amount.size)
      if (amount.size > (this.#largest[0]?.size ?? 0)) this.#largest[0] = amount
    } else this.#insert(amount)
  }

  get first(): SizedAmount | undefined {
    return this.#largest[0]
  }

  /** Lines of the kept ones above a size, in order; `isWhole`: no others are above it. */
  above(size: number): { lines: number[]; isWhole: boolean } {
    if (this.#lines.length > 0)
      return { lines: this.#lines.filter((_, at) => (this.#sizes[at] as number) > size), isWhole: true }
    const lines = this.#largest.filter((amount) => amount.size > size).map(({ line }) => line)
    return { lines: lines.sort((a, b) => a - b), isWhole: lines.length < this.#keptMax }
  }

  #insert(amount: SizedAmount): void {
    const largest = this.#largest
    const last = largest.at(-1)
    if (largest.length >= this.#keptMax && last && amount.size <= last.size) return
    const at = largest.findIndex(({ size }) => size < amount.size)
    largest.splice(at < 0 ? largest.length : at, 0, amount)
    if (largest.length > this.#keptMax) largest.pop()
  }
}
