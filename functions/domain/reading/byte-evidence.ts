import { EncodingEvidence } from './encoding-evidence.ts'
import { type KnownFormat, knownFormat, oleFormat } from './known-format.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { TextEncoding, TextFound } from './text-encoding.ts'
import { hasBom, wideEncoding } from './wide-encoding.ts'

export type BytesFound = TextFound | { kind: 'workbook' } | { kind: 'refused'; refusal: Refusal }

const headBytes = 4096
const tailBytes = 65_536
const oleStreams = ['EncryptedPackage', 'Workbook', 'Book', 'WordDocument'] as const

/** Watches every byte of a file, in pieces, and says at the end what it is and in which encoding it is written. */
export class ByteEvidence {
  #started = false
  #head: Uint8Array = new Uint8Array()
  #tail: Uint8Array = new Uint8Array()
  #size = 0
  #zeros = 0
  #controls = 0
  #sampled = 0
  #format: KnownFormat | undefined
  #wide: 'utf-16le' | 'utf-16be' | undefined
  readonly #streams = new Set<string>()
  readonly #encoding = new EncodingEvidence()

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
    return this.#encoding.isOtherThanMixed(encoding)
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
    else if (!this.#wide) {
      this.#watchControls(bytes)
      this.#encoding.push(bytes)
    }
  }

  #textFound(bom: boolean): BytesFound {
    const encoding = this.#encoding.finish(bom)
    if (encoding === undefined) return { kind: 'refused', refusal: encodingUnknown }
    const notes = [
      ...(this.#zeros > 0 ? [`${this.#zeros} NUL bytes were passed over.`] : []),
      ...(encoding === 'mixed'
        ? [`The file is UTF-8, but ${this.#encoding.strays} bytes in it are not: they were read as Windows-1252.`]
        : []),
    ]
    return { kind: 'text', encoding, bom, ...(notes.length > 0 ? { note: notes.join(' ') } : {}) }
  }

  #watchFormat(bytes: Uint8Array): void {
    const seen = join(this.#tail, bytes)
    if (this.#format?.kind === 'ole') {
      const buffer = Buffer.from(seen.buffer, seen.byteOffset, seen.byteLength)
      for (const name of oleStreams) if (buffer.includes(Buffer.from(`${name}\0`, 'utf16le'))) this.#streams.add(name)
    }
    this.#tail = seen.slice(-tailBytes)
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
}

const encodingUnknown = refuse(
  'encoding-unknown',
  'text in an encoding that is neither Unicode nor Western European',
  'Open it in the program it comes from and save it as “CSV UTF-8”.',
)

function join(left: Uint8Array, right: Uint8Array): Uint8Array {
  return left.length === 0 ? right : Buffer.concat([left, right])
}
