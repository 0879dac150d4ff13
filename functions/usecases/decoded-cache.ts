/**
 * Keeps the decoded values used last with the bytes that they were made from. Bounded by those bytes: decoded, a value
 * takes some ten to fifty times as much. Only for what never changes.
 */
export class DecodedCache<T extends object> {
  readonly #values = new Map<Uint8Array, T>()
  readonly #bytesMax: number
  #bytes = 0

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  getOrDecode(bytes: Uint8Array, decode: () => T): T {
    const known = this.#values.get(bytes)
    const value = known ?? decode()
    this.#values.delete(bytes)
    this.#values.set(bytes, value)
    if (known === undefined) this.#bytes += bytes.length
    for (const oldest of this.#values.keys()) {
      if (this.#bytes <= this.#bytesMax || oldest === bytes) break
      this.#values.delete(oldest)
      this.#bytes -= oldest.length
    }
    return value
  }
}
