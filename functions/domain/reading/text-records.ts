import { TextPieces } from './decode-text.ts'
import { RecordReader, type TextRecord } from './record-reader.ts'
import type { TextPlan } from './text-plan.ts'

/** Reads the bytes of a file, given in pieces, into records by what is known of it. Both steps throw Unreadable. */
export class TextRecords {
  readonly #pieces: TextPieces
  readonly #reader: RecordReader

  constructor(plan: TextPlan) {
    this.#pieces = new TextPieces(plan.encoding)
    this.#reader = new RecordReader(plan.dialect)
  }

  push(bytes: Uint8Array): TextRecord[] {
    return this.#reader.push(this.#pieces.push(bytes))
  }

  finish(): TextRecord[] {
    return [...this.#reader.push(this.#pieces.finish()), ...this.#reader.finish()]
  }
}
