/** Reads what `ByteWriter` wrote. Throws RangeError past the end. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  byte(): number {
    const value = this.#bytes[this.#offset++]
    if (value === undefined) throw new RangeError('read past the end')
    return value
  }

  /** Passes over a column that is 0 throughout (see `writeIntegers`). @returns whether there was one */
  skipZeros(): boolean {
    const zeros = this.#bytes[this.#offset] === 0 && this.#bytes[this.#offset + 1] === 0
    if (zeros) this.#offset += 2
    return zeros
  }

  raw(count: number): Uint8Array {
    if (this.#offset + count > this.#bytes.length) throw new RangeError('read past the end')
    const bytes = this.#bytes.subarray(this.#offset, this.#offset + count)
    this.#offset += count
    return bytes
  }

  unsigned(): number {
    let next = this.byte()
    let value = next & 127
    for (let shift = 7; next > 127 && shift <= 21; shift += 7) {
      next = this.byte()
      value |= (next & 127) << shift
    }
    for (let scale = 268_435_456; next > 127; scale *= 128) {
      next = this.byte()
      value += (next & 127) * scale
    }
    return value
  }

  signed(): number {
    const value = this.unsigned()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  /** As many `signed` values as `into` holds, each itself or the step from the one before. */
  signedInto(into: Float64Array | Int32Array, steps: boolean): void {
    let previous = 0
    for (let i = 0; i < into.length; i++) {
      const next = this.#bytes[this.#offset]
      // The usual number stands in one byte.
      if (next !== undefined && next < 128) this.#offset++
      const value = next !== undefined && next < 128 ? (next >>> 1) ^ -(next & 1) : this.signed()
      previous = steps ? previous + value : value
      into[i] = previous
    }
  }

  text(): string {
    const bytes = this.raw(this.unsigned())
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
  }
}
