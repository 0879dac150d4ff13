import { ByteEvidence } from './byte-evidence.ts'
import { TextPieces } from './decode-text.ts'
import { type Dialect, plainDialect } from './dialect.ts'
import { dialectSampleChars, findDialect } from './find-dialect.ts'
import { RecordReader, type TextRecord } from './record-reader.ts'
import { type Refusal, Unreadable } from './refusal.ts'
import type { TextPlan } from './text-plan.ts'

export type FileSeen =
  /** `again`: the records were read in an encoding that the last bytes disproved; look again with the plan known. */
  | { kind: 'text'; plan: TextPlan; again: boolean; note?: string }
  | { kind: 'workbook' }
  | { kind: 'refused'; refusal: Refusal }

/**
 * The first look at a file, given in pieces: what it is, its encoding and its dialect, and meanwhile its records, so
 * that what is in them can be understood in the same pass. Until the last byte an encoding of single bytes is not told
 * from UTF-8; both are read alike, but for a text that no one writes.
 */
export class TextLook {
  readonly #evidence = new ByteEvidence()
  readonly #known: TextPlan | undefined
  #dialect: Dialect | undefined
  #held: Uint8Array[] = []
  #pieces: TextPieces | undefined
  #sample = ''
  #reader: RecordReader | undefined
  #refusal: Refusal | undefined
  #isText = true

  constructor(known?: TextPlan) {
    this.#known = known
  }

  push(bytes: Uint8Array): TextRecord[] {
    this.#evidence.push(bytes)
    if (!this.#isText || this.#refusal) return []
    if (this.#pieces) return this.#guarded(() => this.#read(this.#pieces?.push(bytes) ?? '', false))
    this.#held.push(bytes)
    return this.#evidence.started ? this.#guarded(() => this.#start()) : []
  }

  /** @returns the last records, and what the file is */
  finish(): { records: TextRecord[]; seen: FileSeen } {
    const found = this.#evidence.finish()
    if (found.kind !== 'text') return { records: [], seen: found }
    const records = this.#guarded(() => [
      ...(this.#pieces ? [] : this.#start()),
      ...this.#read(this.#pieces?.finish() ?? '', true),
      ...(this.#reader?.finish() ?? []),
    ])
    if (this.#refusal) return { records, seen: { kind: 'refused', refusal: this.#refusal } }
    const { encoding, bom, note } = found
    const dialect = this.#dialect ?? plainDialect
    const again = this.#known === undefined && this.#evidence.isOtherThanMixed(encoding)
    return {
      records,
      seen: { kind: 'text', plan: { encoding, bom, dialect }, again, ...(note === undefined ? {} : { note }) },
    }
  }

  #start(): TextRecord[] {
    const early = this.#evidence.early()
    this.#isText = early.kind === 'text'
    if (early.kind !== 'text') return []
    this.#pieces = new TextPieces(this.#known?.encoding ?? early.encoding)
    const held = this.#held
    this.#held = []
    return held.flatMap((bytes) => this.#read(this.#pieces?.push(bytes) ?? '', false))
  }

  #read(text: string, last: boolean): TextRecord[] {
    if (this.#reader) return this.#reader.push(text)
    this.#sample += text
    if (!last && !this.#known && this.#sample.length < dialectSampleChars) return []
    const sample = this.#sample.slice(0, dialectSampleChars)
    const dialect = this.#known?.dialect ?? findDialect(sample, last && sample.length === this.#sample.length)
    this.#dialect = dialect
    this.#reader = new RecordReader(dialect)
    const all = this.#sample
    this.#sample = ''
    return this.#reader.push(all)
  }

  #guarded(step: () => TextRecord[]): TextRecord[] {
    try {
      return step()
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      this.#refusal = error.refusal
      return []
    }
  }
}
