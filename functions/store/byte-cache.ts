/** Keeps the bytes used last, up to a bound. Only for what never changes. */
export class ByteCache {
  readonly #entries = new Map<string, Uint8Array>()
  readonly #bytesMax: number
  #bytes = 0

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  get(key: string): Uint8Array | undefined {
    const found = this.#entries.get(key)
    if (found === undefined) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, found)
    return found
  }

  set(key: string, bytes: Uint8Array): void {
    this.delete(key)
    // A view would keep the whole buffer behind it alive.
    const kept = bytes.byteLength < bytes.buffer.byteLength ? Uint8Array.from(bytes) : bytes
    this.#entries.set(key, kept)
    this.#bytes += kept.byteLength
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#bytesMax) return
      this.delete(oldest)
    }
  }

  delete(key: string): void {
    this.#bytes -= this.#entries.get(key)?.byteLength ?? 0
    this.#entries.delete(key)
  }
}
