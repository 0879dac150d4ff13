const entriesMax = 65_536
const bytesMax = 8_388_608

/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
const [offsetBasis, prime] = [0x811c9dc5 | 0, 0x01000193]

/**
 * Remembers runs of bytes that were seen, each with what it means. Files repeat themselves: what followed a run before
 * is tried first, which needs no hash. Bounded: a file of ever new runs starts over.
 */
export class SeenBytes<T> {
  values: T[] = []
  /** Position + 1 of an entry by hash; 0 for none. */
  #slots = new Int32Array(2048)
  #hashes = new Int32Array(1024)
  /** Where an entry starts in `bytes`; it ends where the next one starts. */
  #starts = new Int32Array(1025)
  #bytes = new Uint8Array(16_384)
  /** The entry that came after an entry when it was met last. */
  #next = new Int32Array(1024)
  #last = 0

  /** @returns an entry that stands at `at` whole, or -1; what follows it there is the caller's to check */
  guess(bytes: Buffer, at: number): number {
    if (this.values.length === 0) return -1
    const next = this.#next[this.#last] as number
    if (this.#standsAt(next, bytes, at)) {
      this.#last = next
      return next
    }
    return this.#standsAt(this.#last, bytes, at) ? this.#last : -1
  }

  lengthOf(entry: number): number {
    return (this.#starts[entry + 1] as number) - (this.#starts[entry] as number)
  }

  /** The entry with exactly these bytes, or -1. */
  find(bytes: Buffer, start: number, end: number): number {
    const hash = hashOf(bytes, start, end)
    const wrap = this.#slots.length - 1
    for (let slot = spread(hash) & wrap; this.#slots[slot] !== 0; slot = (slot + 1) & wrap) {
      const entry = (this.#slots[slot] as number) - 1
      const same = this.#hashes[entry] === hash && this.lengthOf(entry) === end - start
      if (same && this.#standsAt(entry, bytes, start)) return this.#meet(entry)
    }
    return -1
  }

  add(bytes: Buffer, start: number, end: number, value: T): number {
    const length = end - start
    const full = this.values.length === entriesMax || (this.#starts[this.values.length] as number) + length > bytesMax
    if (full) this.#clear()
    if (this.values.length === this.#hashes.length) this.#grow()
    const entry = this.values.push(value) - 1
    const from = this.#starts[entry] as number
    if (from + length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#bytes.length * 2, from + length))
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    this.#bytes.set(bytes.subarray(start, end), from)
    this.#starts[entry + 1] = from + length
    this.#hashes[entry] = hashOf(bytes, start, end)
    this.#next[entry] = entry
    this.#place(entry)
    return this.#meet(entry)
  }

  #meet(entry: number): number {
    this.#next[this.#last] = entry
    this.#last = entry
    return entry
  }

  #standsAt(entry: number, bytes: Buffer, at: number): boolean {
    const own = this.#bytes
    const end = this.#starts[entry + 1] as number
    let i = at
    for (let j = this.#starts[entry] as number; j < end; j++) if (own[j] !== bytes[i++]) return false
    return true
  }

  #place(entry: number): void {
    const wrap = this.#slots.length - 1
    let slot = spread(this.#hashes[entry] as number) & wrap
    while (this.#slots[slot] !== 0) slot = (slot + 1) & wrap
    this.#slots[slot] = entry + 1
  }

  #grow(): void {
    const size = this.#hashes.length * 2
    const grown = (old: Int32Array, length: number): Int32Array<ArrayBuffer> => {
      const made = new Int32Array(length)
      made.set(old)
      return made
    }
    this.#hashes = grown(this.#hashes, size)
    this.#starts = grown(this.#starts, size + 1)
    this.#next = grown(this.#next, size)
    this.#slots = new Int32Array(size * 2)
    for (let entry = 0; entry < this.values.length; entry++) this.#place(entry)
  }

  #clear(): void {
    this.#slots.fill(0)
    this.values = []
    this.#last = 0
  }
}

function hashOf(bytes: Buffer, start: number, end: number): number {
  let hash = offsetBasis
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), prime)
  return hash
}

const spread = (hash: number): number => hash ^ (hash >>> 15)
