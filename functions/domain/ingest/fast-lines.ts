import { isAscii } from 'node:buffer'
import type { CsvReader, CsvRecord } from './csv-reader.ts'
import type { FastRows } from './fast-rows.ts'
import type { RowReader } from './row-reader.ts'
import type { RowSink } from './row-sink.ts'

const [lineFeed, carriageReturn, quote] = [10, 13, 34] as const

type FastInput = {
  kind: 'spend' | 'results'
  rows: FastRows
  reader: RowReader
  csv: CsvReader
  sink: RowSink
  counts: { read: number; valid: number }
  /** Whether a line needs more than to be read. */
  isMarked: (line: number) => boolean
  decode: (bytes: Uint8Array) => string
  /** Reads a line the general way. */
  readRecord: (record: CsvRecord) => void
}

/** Cuts chunks without any quote into lines, and reads the usual ones straight from their bytes. */
export class FastLines {
  readonly #input: FastInput
  /** The chunk before may have ended within a character. */
  #cut = true

  constructor(input: FastInput) {
    this.#input = input
  }

  /** @returns false where nothing was done with the chunk: it must be read the general way */
  push(bytes: Uint8Array): boolean {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const plain = chunk.includes(lineFeed) && !chunk.includes(quote) && !chunk.includes(0)
    const held = plain ? this.#input.csv.release() : undefined
    const decoded = this.#cut
    this.#cut = true
    if (!held) return false
    const ascii = isAscii(chunk)
    // What is ASCII is UTF-8, unless it follows half a character.
    const data =
      ascii && !decoded
        ? Buffer.concat([Buffer.from(held.rest), chunk])
        : Buffer.from(held.rest + this.#input.decode(chunk))
    this.#cut = !ascii
    const end = data.lastIndexOf(lineFeed) + 1
    let line = held.line
    for (let start = 0; start < end; line++) start = this.#read(line, data, start)
    this.#input.csv.resume(line, data.toString('utf8', end))
    return true
  }

  /** @returns where the next line starts */
  #read(line: number, data: Buffer, start: number): number {
    const { isMarked, rows, counts } = this.#input
    const next = isMarked(line) ? -1 : rows.read(data, start)
    const accepted = next < 0 ? undefined : this.#take(line)
    if (accepted === undefined) return this.#readGenerally(line, data, start)
    counts.read++
    if (accepted) counts.valid++
    return next
  }

  #take(line: number): boolean | undefined {
    const { kind, rows, reader, sink } = this.#input
    if (kind === 'spend') {
      const spend = rows.spend()
      return spend ? reader.takeSpend(line, spend, sink) : undefined
    }
    const result = rows.result()
    return result ? reader.takeResult(line, result, sink, rows.sharedIds()) : undefined
  }

  #readGenerally(line: number, data: Buffer, start: number): number {
    const { csv, readRecord } = this.#input
    const end = data.indexOf(lineFeed, start)
    const text = data.toString('utf8', start, end > start && data[end - 1] === carriageReturn ? end - 1 : end)
    readRecord({ line, cells: text.split(csv.delimiter), badQuote: false })
    return end + 1
  }
}
