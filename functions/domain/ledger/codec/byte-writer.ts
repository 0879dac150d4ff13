/** Grows as it is written. Integers are LEB128; the whole safe range of a double is kept. */
export class ByteWriter {
  #bytes: Uint8Array
  #length = 0

  constructor(capacity = 65_536) {
    this.#bytes = new Uint8Array(capacity)
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count))
    grown.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = grown
  }

  byte(value: number): void {
    this.#reserve(1)
    this.#bytes[this.#length++] = value
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** @param value integer from 0 to 2^53 - 1 */
  unsigned(value: number): void {
    this.#reserve(8)
    let rest = value
    while (rest >= 0x80000000) {
      this.#bytes[this.#length++] = (rest % 128) | 128
      rest = Math.floor(rest / 128)
    }
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.#bytes[this.#length++] = rest
  }

  /** Small sizes of either sign stay small. */
  signed(value: number): void {
    this.unsigned(value < 0 ? -value * 2 - 1 : value * 2)
  }

  /** `signed` of each value, or of its step from the one before. */
  signedAll(values: ArrayLike<number>, count: number, steps: boolean): void {
    this.#reserve(count * 8)
    let previous = 0
    for (let i = 0; i < count; i++) {
      const value = values[i] as number
      const size = steps ? value - previous : value
      previous = value
      if (size >= 0x40000000 || size < -0x40000000) {
        this.signed(size)
        continue
      }
      let rest = (size << 1) ^ (size >> 31)
      for (; rest > 127; rest >>>= 7) this.#bytes[this.#length++] = (rest & 127) | 128
      this.#bytes[this.#length++] = rest
    }
  }

  text(value: string): void {
    if (this.#shortAscii(value)) return
    const bytes = Buffer.from(value)
    this.unsigned(bytes.length)
    this.raw(bytes)
  }

  /** The usual text, without the way through an encoder; false leaves nothing written. */
  #shortAscii(value: string): boolean {
    const length = value.length
    if (length > 127) return false
    this.#reserve(length + 1)
    const start = this.#length + 1
    for (let i = 0; i < length; i++) {
      const code = value.charCodeAt(i)
      if (code > 127) return false
      this.#bytes[start + i] = code
    }
    this.#bytes[start - 1] = length
    this.#length = start + length
    return true
  }

  done(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}
