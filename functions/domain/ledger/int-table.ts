/** Maps non-negative integers below 2^53 to positions 0, 1, 2 … in the order in which they first came. */
export class IntTable {
  #keys: Float64Array
  #positions: Int32Array
  #count = 0

  constructor(expected = 1024) {
    let size = 16
    while (size < expected * 2) size *= 2
    this.#keys = new Float64Array(size).fill(-1)
    this.#positions = new Int32Array(size)
  }

  get count(): number {
    return this.#count
  }

  /** Position of `key`, which is given the next one if it is new. */
  position(key: number): number {
    const mask = this.#keys.length - 1
    let at = spread(key) & mask
    for (;;) {
      const found = this.#keys[at] as number
      if (found === key) return this.#positions[at] as number
      if (found === -1) break
      at = (at + 1) & mask
    }
    this.#keys[at] = key
    this.#positions[at] = this.#count++
    if (this.#count * 2 > this.#keys.length) this.#grow()
    return this.#count - 1
  }

  /** Position of `key`, or undefined if it never came. */
  find(key: number): number | undefined {
    const mask = this.#keys.length - 1
    for (let at = spread(key) & mask; this.#keys[at] !== -1; at = (at + 1) & mask) {
      if (this.#keys[at] === key) return this.#positions[at]
    }
    return undefined
  }

  /** Makes room for `count` keys at once. */
  reserve(count: number): void {
    let size = this.#keys.length
    while (size < count * 2) size *= 2
    if (size > this.#keys.length) this.#resize(size)
  }

  #grow(): void {
    this.#resize(this.#keys.length * 2)
  }

  #resize(size: number): void {
    const [keys, positions] = [this.#keys, this.#positions]
    this.#keys = new Float64Array(size).fill(-1)
    this.#positions = new Int32Array(size)
    const mask = this.#keys.length - 1
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number
      if (key === -1) continue
      let at = spread(key) & mask
      while (this.#keys[at] !== -1) at = (at + 1) & mask
      this.#keys[at] = key
      this.#positions[at] = positions[i] as number
    }
  }
}

/** Fibonacci hashing of both halves of the double's integer. */
function spread(key: number): number {
  const high = (key / 4_294_967_296) | 0
  const mixed = Math.imul((key | 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}
