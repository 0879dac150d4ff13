import { createHmac } from 'node:crypto'
import { nameForm } from './normalise.ts'

/** A name as it is kept: `id` is 48 bits of `hash` as an integer. */
export type HashedName = { id: number; kind: 'creator' | 'campaign'; text: string; hash: string }

const idHexDigits = 12

/**
 * Turns the names of one file into ids: 48 bits of an HMAC-SHA256 of the normalised text. Should two texts of a
 * workspace share the first 48 bits, the later one takes the next 48.
 */
export class NameHasher {
  readonly #key: string
  readonly #taken: Map<number, string>
  readonly #ids = { creator: new Map<string, number>(), campaign: new Map<string, number>() }
  readonly names = new Map<number, HashedName>()

  /** @param taken ids that the workspace has given already, with the whole hash that each stands for */
  constructor(key: string, taken: ReadonlyMap<number, string> = new Map()) {
    this.#key = key
    this.#taken = new Map(taken)
  }

  /** Id of a name as a cell has it; 0 for a blank. */
  id(kind: 'creator' | 'campaign', cell: string): number {
    const known = this.#ids[kind].get(cell)
    if (known !== undefined) return known
    const form = nameForm(kind, cell)
    const id = form === '' ? 0 : this.#give(kind, form, cell)
    this.#ids[kind].set(cell, id)
    return id
  }

  #give(kind: 'creator' | 'campaign', form: string, text: string): number {
    const hash = hashName(this.#key, kind, form)
    for (let at = 0; at + idHexDigits <= hash.length; at += idHexDigits) {
      const id = Number.parseInt(hash.slice(at, at + idHexDigits), 16)
      const owner = this.#taken.get(id)
      if (id === 0 || (owner !== undefined && owner !== hash)) continue
      this.#taken.set(id, hash)
      if (!this.names.has(id)) this.names.set(id, { id, kind, text: text.trim(), hash })
      return id
    }
    throw new Error('five names of one workspace share a hash')
  }
}

export function hashName(key: string, kind: 'creator' | 'campaign', form: string): string {
  return createHmac('sha256', key).update(`${kind}\u0000${form}`).digest('hex')
}

/** Wire form of an id. */
export const formatNameId = (id: number): string => id.toString(16).padStart(idHexDigits, '0')
