import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'

/** Any column of integers, dense. */
export type Integers = Float64Array | Int32Array | readonly number[]

const constant = 0
const plain = 1
const delta = 2

/** Writes `count` integers: once if all are equal, else each, as itself or as the step from the one before. */
export function writeIntegers(
  writer: ByteWriter,
  values: Integers,
  count: number,
  as: 'plain' | 'delta' = 'plain',
): void {
  const first = values[0] ?? 0
  let same = true
  for (let i = 1; i < count && same; i++) same = values[i] === first
  if (same) {
    writer.byte(constant)
    writer.signed(first)
    return
  }
  writer.byte(as === 'delta' ? delta : plain)
  writer.signedAll(values, count, as === 'delta')
}

export function readIntegers(reader: ByteReader, into: Float64Array | Int32Array): void {
  const mode = reader.byte()
  if (mode === constant) {
    into.fill(reader.signed())
    return
  }
  reader.signedInto(into, mode === delta)
}

export function readFloats(reader: ByteReader, count: number): Float64Array {
  if (reader.skipZeros()) return zeroColumn(count)
  const values = new Float64Array(count)
  readIntegers(reader, values)
  return values
}

let zeros = new Float64Array(1024)

/** A column of noughts. All share their memory: not to be written to. */
export function zeroColumn(count: number): Float64Array {
  if (count > zeros.length) zeros = new Float64Array(Math.max(count, zeros.length * 2))
  return zeros.subarray(0, count)
}

export function readInts(reader: ByteReader, count: number): Int32Array {
  const values = new Int32Array(count)
  readIntegers(reader, values)
  return values
}

/** Name ids are random 48-bit numbers: written whole, six bytes each. */
export function writeNameIds(writer: ByteWriter, ids: readonly number[]): void {
  writer.unsigned(ids.length)
  const bytes = Buffer.alloc(ids.length * 6)
  for (const [i, id] of ids.entries()) bytes.writeUIntBE(id, i * 6, 6)
  writer.raw(bytes)
}

export function readNameIds(reader: ByteReader): number[] {
  const count = reader.unsigned()
  const raw = reader.raw(count * 6)
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  return Array.from({ length: count }, (_, i) => bytes.readUIntBE(i * 6, 6))
}

export function writeTexts(writer: ByteWriter, texts: readonly string[]): void {
  writer.unsigned(texts.length)
  for (const text of texts) writer.text(text)
}

export function readTexts(reader: ByteReader): string[] {
  return Array.from({ length: reader.unsigned() }, () => reader.text())
}
