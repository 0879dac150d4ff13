import { isAscii, isUtf8 } from 'node:buffer'
import { macintosh, undefinedBytes, windows1252 } from './single-byte.ts'
import type { TextEncoding } from './text-encoding.ts'
import { completeLength, utf8Step } from './utf8-step.ts'

/** Watches the bytes of a text in pieces, and tells UTF-8 from an encoding of one byte a character, or a mixture. */
export class EncodingEvidence {
  #rest: Uint8Array = new Uint8Array()
  /** UTF-8 sequences that nobody writes in Windows-1252 (it would read “Ã¤” or “â€¦”), and those that may be chance. */
  #strong = 0
  #weak = 0
  /** Bytes that are no UTF-8: how often each occurs, and how often between two small letters. */
  readonly #stray = new Uint32Array(256)
  readonly #inWord = new Uint32Array(256)
  #strays = 0
  #neighbours = 0

  /** How many bytes are no UTF-8. */
  get strays(): number {
    return this.#strays
  }

  push(bytes: Uint8Array, last = false): void {
    if (this.#rest.length === 0 && isAscii(bytes)) return
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes])
    const end = last ? all.length : completeLength(all)
    this.#rest = all.slice(end)
    const whole = all.subarray(0, end)
    if (isUtf8(whole)) this.#countLeads(whole)
    else this.#watchMixed(all, end)
  }

  /** undefined where it is none that can be told. A mark at the start says UTF-8, whatever follows. */
  finish(bom: boolean): TextEncoding | undefined {
    this.push(new Uint8Array(), true)
    if (this.#strays === 0) return 'utf-8'
    if (bom || this.#strong * 20 >= this.#strays || this.#strong + this.#weak > this.#strays) return 'mixed'
    return this.#singleByte()
  }

  /** Whether what is read as `mixed` may be other characters in `encoding`. */
  isOtherThanMixed(encoding: TextEncoding): boolean {
    if (encoding === 'windows-1252') return this.#strong + this.#weak > 0
    return encoding === 'macintosh'
  }

  #countLeads(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] as number
      if (byte < 0xc2) continue
      if (byte < 0xc4 || byte > 0xdf) this.#strong++
      else this.#weak++
    }
  }

  #watchMixed(all: Uint8Array, end: number): void {
    for (let at = 0; at < end; ) {
      const step = utf8Step(all, at)
      if (step > 2) this.#strong++
      else if (step === 2) {
        const lead = all[at] as number
        if (lead === 0xc2 || lead === 0xc3) this.#strong++
        else this.#weak++
      } else if (step <= 0) this.#watchStray(all, at)
      at += Math.max(step, 1)
    }
  }

  #watchStray(bytes: Uint8Array, at: number): void {
    const byte = bytes[at] as number
    const before = bytes[at - 1] ?? 0
    const after = bytes[at + 1] ?? 0
    this.#strays++
    this.#stray[byte] = (this.#stray[byte] as number) + 1
    // Up to 0xa0 are the quotes, dashes and no-break blanks of Windows-1252, which stand side by side.
    if (byte > 0xa0 && (isForeign(before, byte) || isForeign(byte, after))) this.#neighbours++
    if (isSmall(before) && isSmall(after)) this.#inWord[byte] = (this.#inWord[byte] as number) + 1
  }

  /**
   * Which of the encodings of one byte a character it is. In the languages of Western Europe a letter with a mark
   * stands among letters without; where marked letters stand side by side the text is Greek, Cyrillic, Chinese …,
   * of which nothing tells one from the other.
   */
  #singleByte(): TextEncoding | undefined {
    const fits = (table: readonly string[]): number =>
      this.#inWord.reduce((sum, count, byte) => sum + (/[\p{Ll}’´]/u.test(table[byte] as string) ? count : 0), 0)
    const inWord = this.#inWord.reduce((sum, count) => sum + count, 0)
    if (inWord >= 2 && fits(windows1252) * 2 < inWord && fits(macintosh) * 10 >= inWord * 9) return 'macintosh'
    if (this.#strays >= 12 && this.#neighbours * 2 > this.#strays) return undefined
    const none = undefinedBytes.reduce((sum, byte) => sum + (this.#stray[byte] as number), 0)
    return none * 10 > this.#strays ? undefined : 'windows-1252'
  }
}

/** Marked letters that stand side by side in Western Europe, too: Portuguese “ação”, “lições”, French “créée”, “déçu”. */
const pairs = new Set(['çã', 'çõ', 'Çã', 'Çõ', 'ÇÃ', 'ÇÕ', 'éé', 'éç', 'ÉÉ', 'ÉÇ'])

/** Two letters beside each other that both have marks, in a pair that Western Europe does not write. */
const isForeign = (one: number, other: number): boolean =>
  one > 0xa0 && other > 0xa0 && !pairs.has(`${windows1252[one]}${windows1252[other]}`)

const isSmall = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a
