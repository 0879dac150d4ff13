import { SaxesParser } from 'saxes'
import type { Unreadable } from '../refusal.ts'
import { damaged } from './refuse-workbook.ts'
import { workbookLimits } from './workbook-limits.ts'

export type Attributes = Readonly<Record<string, string>>

/** Names come without their prefix: some programs write `<x:row>` for `<row>`. */
export type XmlHandlers = {
  open(name: string, attributes: Attributes): void
  text(text: string): void
  close(name: string): void
}

/**
 * Reads one XML part, given in pieces. What well-formed parts have no use for, and hostile ones do, is refused: a
 * document type, very deep tags, endless text.
 */
export class XmlReader {
  readonly #part: string
  readonly #parser = new SaxesParser({ position: false })
  #decoder: TextDecoder | undefined
  #depth = 0
  #run = 0

  constructor(part: string, handlers: XmlHandlers) {
    this.#part = part
    this.#parser.on('error', ({ message }) => {
      throw this.#broken(message)
    })
    this.#parser.on('doctype', () => {
      throw this.#broken('it has a document type')
    })
    this.#parser.on('opentag', ({ name, attributes }) => {
      this.#run = 0
      if (++this.#depth > workbookLimits.tagDepthMax) throw this.#broken('its tags are too deep')
      handlers.open(localName(name), attributes as Attributes)
    })
    this.#parser.on('closetag', ({ name }) => {
      this.#run = 0
      this.#depth--
      handlers.close(localName(name))
    })
    const text = (text: string) => handlers.text(text)
    this.#parser.on('text', text)
    this.#parser.on('cdata', text)
  }

  /** @throws Unreadable */
  push(bytes: Uint8Array): void {
    this.#decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true })
    const text = this.#decode(bytes, { stream: true })
    this.#run += text.length
    this.#parser.write(text)
    if (this.#run > workbookLimits.runCharsMax) throw this.#broken('a cell never ends')
  }

  /** @throws Unreadable */
  finish(): void {
    this.#parser.write(this.#decode(new Uint8Array(0), { stream: false }))
    this.#parser.close()
  }

  #decode(bytes: Uint8Array, options: { stream: boolean }): string {
    try {
      return this.#decoder?.decode(bytes, options) ?? ''
    } catch {
      throw this.#broken('it is no text')
    }
  }

  #broken(why: string): Unreadable {
    return damaged(`its part ${this.#part} cannot be read (${why})`)
  }
}

/** Reads a whole part. @throws Unreadable */
export async function readXml(part: string, chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const reader = new XmlReader(part, handlers)
  for await (const chunk of chunks) reader.push(chunk)
  reader.finish()
}

/** An attribute by its name without a prefix: `r:id`, where the prefix may be any. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const own = attributes[name]
  if (own !== undefined) return own
  const key = Object.keys(attributes).find((key) => key.endsWith(`:${name}`))
  return key === undefined ? undefined : attributes[key]
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}
