import type { RowIds } from './row-sink.ts'
import { SeenBytes } from './seen-bytes.ts'

/** What a cell means; undefined for one that the general reader must judge. */
export type Meaning = string | number | undefined

const [lineFeed, carriageReturn] = [10, 13] as const

/** A cell ends before the delimiter, a line feed, or the two bytes of CRLF. */
export function endsCell(bytes: Buffer, at: number, delimiter: number): boolean {
  const byte = bytes[at] as number
  if (byte === delimiter || byte === lineFeed) return true
  return byte === carriageReturn && bytes[at + 1] === lineFeed
}

/** Cells that were seen together, and what their lines share. */
type SeenCells = { meanings: readonly Meaning[]; ids: RowIds }

/** Adjacent columns whose cells come again together: they are read once and known by their bytes afterwards. */
export class CellRun<F extends string> {
  readonly fields: F[]
  /** The cells read last; meanings by field. */
  last: SeenCells = { meanings: [], ids: { creator: 0, campaign: 0 } }
  readonly #delimiter: number
  readonly #meaningOf: (field: F, text: string) => Meaning
  readonly #seen = new SeenBytes<SeenCells>()

  /** In a run of several columns, each of them by itself: what is new about the run is often one cell. */
  readonly #singles: CellRun<F>[] = []

  constructor(field: F, delimiter: number, meaningOf: (field: F, text: string) => Meaning) {
    this.fields = [field]
    this.#delimiter = delimiter
    this.#meaningOf = meaningOf
  }

  /** Adds the next column. */
  extend(field: F): void {
    if (this.#singles.length === 0) this.#addSingle(this.fields[0] as F)
    this.fields.push(field)
    this.#addSingle(field)
  }

  #addSingle(field: F): void {
    this.#singles.push(new CellRun(field, this.#delimiter, this.#meaningOf))
  }

  /** @returns the position behind the cells, or -1 where one of them is unusual */
  read(bytes: Buffer, start: number): number {
    const seen = this.#seen
    const guess = seen.guess(bytes, start)
    let end = guess < 0 ? -1 : start + seen.lengthOf(guess)
    if (end >= 0 && endsCell(bytes, end, this.#delimiter)) {
      this.last = seen.values[guess] as SeenCells
      return end
    }
    end = this.#endOf(bytes, start)
    if (end < 0) return -1
    let entry = seen.find(bytes, start, end)
    if (entry < 0) {
      const meanings = this.#readCells(bytes, start, end)
      if (meanings.includes(undefined)) return -1
      const ids = { creator: -1, campaign: -1, memo: { block: -1, subject: -1 } }
      entry = seen.add(bytes, start, end, { meanings, ids })
    }
    this.last = seen.values[entry] as SeenCells
    return end
  }

  /** Behind as many cells as there are fields; -1 if the line has fewer. */
  #endOf(bytes: Buffer, start: number): number {
    let at = start
    for (let left = this.fields.length; ; at++) {
      while (!endsCell(bytes, at, this.#delimiter)) at++
      left--
      if (left === 0) return at
      if (bytes[at] !== this.#delimiter) return -1
    }
  }

  #readCells(bytes: Buffer, start: number, end: number): Meaning[] {
    // Filled before it is written to, so that numbers and texts make arrays of one kind: reads of many kinds are slow.
    const meanings = new Array<Meaning>(this.fields.length).fill(undefined)
    if (this.#singles.length === 0) {
      meanings[0] = this.#meaningOf(this.fields[0] as F, bytes.toString('utf8', start, end))
      return meanings
    }
    let at = start
    for (const [i, single] of this.#singles.entries()) {
      const next = single.read(bytes, at)
      if (next < 0) return [undefined]
      meanings[i] = single.last.meanings[0]
      at = next + 1
    }
    return meanings
  }
}
