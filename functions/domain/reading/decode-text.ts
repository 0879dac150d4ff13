import { isUtf8 } from 'node:buffer'
import { windows1252 } from './single-byte.ts'
import type { TextEncoding } from './text-encoding.ts'
import { completeLength, utf8Step } from './utf8-step.ts'

/** Decodes a file in pieces, cut anywhere, without its byte order mark and without NUL characters. */
export class TextPieces {
  readonly #decode: (bytes: Uint8Array, last: boolean) => string
  #started = false

  constructor(encoding: TextEncoding) {
    if (encoding === 'mixed') {
      const mixed = new MixedDecoder()
      this.#decode = (bytes, last) => mixed.decode(bytes, last)
    } else {
      const decoder = new TextDecoder(encoding, { ignoreBOM: true })
      this.#decode = (bytes, last) => decoder.decode(bytes, { stream: !last })
    }
  }

  push(bytes: Uint8Array): string {
    return this.#clean(this.#decode(bytes, false))
  }

  finish(): string {
    return this.#clean(this.#decode(new Uint8Array(), true))
  }

  #clean(text: string): string {
    if (text === '') return text
    const start = !this.#started && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
    this.#started = true
    return start.includes('\0') ? start.replaceAll('\0', '') : start
  }
}

/** UTF-8 where bytes are UTF-8, each other byte as Windows-1252: right for both, and for a mixture. */
class MixedDecoder {
  readonly #utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  #rest: Uint8Array = new Uint8Array()

  decode(bytes: Uint8Array, last: boolean): string {
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes])
    const end = last ? all.length : completeLength(all)
    this.#rest = all.slice(end)
    const whole = all.subarray(0, end)
    return isUtf8(whole) ? this.#utf8.decode(whole) : this.#mixed(whole)
  }

  #mixed(bytes: Uint8Array): string {
    let text = ''
    let from = 0
    for (let at = 0; at < bytes.length; ) {
      const step = utf8Step(bytes, at)
      if (step > 0) {
        at += step
        continue
      }
      if (from < at) text += this.#utf8.decode(bytes.subarray(from, at))
      text += windows1252[bytes[at] as number]
      at++
      from = at
    }
    return from < bytes.length ? text + this.#utf8.decode(bytes.subarray(from)) : text
  }
}
