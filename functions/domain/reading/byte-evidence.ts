import { isAscii, isUtf8 } from 'node:buffer'
import { type KnownFormat, knownFormat, oleFormat } from './known-format.ts'
import { type Refusal, refuse } from './refusal.ts'
import { macintosh, undefinedBytes, windows1252 } from './single-byte.ts'
import type { TextEncoding, TextFound } from './text-encoding.ts'
import { completeLength, utf8Step } from './utf8-step.ts'

export type BytesFound = TextFound | { kind: 'workbook' } | { kind: 'refused'; refusal: Refusal }

const headBytes = 4096
const tailBytes = 65_536
const oleStreams = ['EncryptedPackage', 'Workbook', 'Book', 'WordDocument'] as const

/** Watches every byte of a file, in pieces, and says at the end what it is and in which encoding it is written. */
export class ByteEvidence {
  #started = false
  #head: Uint8Array = new Uint8Array()
  #tail: Uint8Array = new Uint8Array()
  #rest: Uint8Array = new Uint8Array()
  #size = 0
  #zeros = 0
  #controls = 0
  #sampled = 0
  #format: KnownFormat | undefined
  #wide: 'utf-16le' | 'utf-16be' | undefined
  #streams = new Set<string>()
  /** UTF-8 sequences that nobody writes in Windows-1252 (it would read “Ã¤” or “â€¦”), and those that may be chance. */
  #strong = 0
  #weak = 0
  /** Bytes that are no UTF-8: how often each occurs, and how often between two small letters. */
  readonly #stray = new Uint32Array(256)
  readonly #inWord = new Uint32Array(256)
  #strays = 0
  #neighbours = 0

  push(bytes: Uint8Array): void {
    this.#size += bytes.length
    if (this.#started) this.#watch(bytes)
    else {
      this.#head = join(this.#head, bytes)
      if (this.#head.length >= headBytes) this.#start()
    }
  }

  /** Whether enough was seen for `early`. */
  get started(): boolean {
    return this.#started
  }

  /** Whether what `early` calls `mixed` may be read as other characters by what `finish` says. */
  isOtherThanMixed(encoding: TextEncoding): boolean {
    if (encoding === 'windows-1252') return this.#strong + this.#weak > 0
    return encoding === 'macintosh'
  }

  /** What the first bytes tell already, so that reading may start; `mixed` stands for any encoding but UTF-16. */
  early(): BytesFound {
    this.#start()
    if (this.#format?.kind === 'refused') return this.#format
    if (this.#format) return { kind: 'workbook' }
    return { kind: 'text', encoding: this.#wide ?? 'mixed', bom: hasBom(this.#head) }
  }

  finish(): BytesFound {
    this.#start()
    const format = this.#format && knownFormat(this.#head, this.#tail)
    if (format?.kind === 'ole') return { kind: 'refused', refusal: oleFormat(this.#streams) }
    if (format) return format
    if (this.#size === 0) return { kind: 'refused', refusal: refuse('file-empty', 'an empty file', 'Export it again.') }
    const bom = hasBom(this.#head)
    if (this.#wide) return { kind: 'text', encoding: this.#wide, bom }
    this.#watchText(new Uint8Array(), true)
    if (this.#zeros > 2 + this.#size / 100 || this.#controls > 2 + this.#sampled / 50) {
      return {
        kind: 'refused',
        refusal: refuse('file-binary', 'a file of bytes that are no text', 'Ask for the export as CSV or Excel.'),
      }
    }
    return this.#textFound(bom)
  }

  #start(): void {
    if (this.#started) return
    this.#started = true
    const start = this.#head
    this.#head = start.slice(0, headBytes)
    this.#format = knownFormat(this.#head, new Uint8Array())
    this.#wide = wideEncoding(this.#head)
    this.#watch(start)
  }

  #watch(bytes: Uint8Array): void {
    if (this.#format) this.#watchFormat(bytes)
    else if (!this.#wide) this.#watchText(bytes)
  }

  #textFound(bom: boolean): BytesFound {
    const zeros = this.#zeros > 0 ? { note: `${this.#zeros} NUL bytes were passed over.` } : {}
    if (this.#strays === 0) return { kind: 'text', encoding: 'utf-8', bom, ...zeros }
    if (bom || this.#strong * 20 >= this.#strays || this.#strong + this.#weak > this.#strays) {
      const note = `The file is UTF-8, but ${this.#strays} bytes in it are not: they were read as Windows-1252.`
      return { kind: 'text', encoding: 'mixed', bom, note }
    }
    const encoding = this.#singleByte()
    if (encoding) return { kind: 'text', encoding, bom, ...zeros }
    return {
      kind: 'refused',
      refusal: refuse(
        'encoding-unknown',
        'text in an encoding that is neither Unicode nor Western European',
        'Open it in the program it comes from and save it as “CSV UTF-8”.',
      ),
    }
  }

  #watchFormat(bytes: Uint8Array): void {
    const seen = join(this.#tail, bytes)
    if (this.#format?.kind === 'ole') {
      const buffer = Buffer.from(seen.buffer, seen.byteOffset, seen.byteLength)
      for (const name of oleStreams) if (buffer.includes(Buffer.from(`${name}\0`, 'utf16le'))) this.#streams.add(name)
    }
    this.#tail = seen.slice(-tailBytes)
  }

  #watchText(bytes: Uint8Array, last = false): void {
    if (this.#rest.length === 0 && isAscii(bytes)) {
      this.#watchControls(bytes)
      return
    }
    const all = join(this.#rest, bytes)
    const end = last ? all.length : completeLength(all)
    this.#rest = all.slice(end)
    const whole = all.subarray(0, end)
    this.#watchControls(whole)
    if (isUtf8(whole)) this.#countLeads(whole)
    else this.#watchMixed(all, end)
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
    // Below are the quotes and dashes of Windows-1252, which stand beside letters.
    if (byte >= 0xa0 && (before >= 0xa0 || after >= 0xa0)) this.#neighbours++
    if (isSmall(before) && isSmall(after)) this.#inWord[byte] = (this.#inWord[byte] as number) + 1
  }

  #watchControls(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    // A sample is enough: what is no text is full of them.
    const sample = Math.min(bytes.length, headBytes)
    this.#sampled += sample
    for (let at = 0; at < sample; at++) {
      const byte = bytes[at] as number
      if (byte > 0 && byte < 32 && (byte < 9 || byte > 13) && byte !== 0x1a && byte !== 0x1b) this.#controls++
    }
    for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) this.#zeros++
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

const isSmall = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a
const hasBom = (head: Uint8Array): boolean =>
  (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) || wideMark(head) !== undefined

function wideMark(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined
}

/** UTF-16 by its mark, or by its zeros: of Latin letters, digits and delimiters every second byte is one. */
function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const mark = wideMark(head)
  if (mark) return mark
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1
  const [even = 0, odd = 0] = zeros
  const many = Math.max(1, head.length / 10)
  if (odd > many && even * 10 < odd) return 'utf-16le'
  return even > many && odd * 10 < even ? 'utf-16be' : undefined
}

function join(left: Uint8Array, right: Uint8Array): Uint8Array {
  return left.length === 0 ? right : Buffer.concat([left, right])
}
