import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { CodedError } from '../../../contract/problem.ts'
import { ByteReader } from './byte-reader.ts'

/** What a packed value is; the first byte of its bytes. */
export const packedKind = {
  block: 1,
  rollup: 2,
  day: 3,
  index: 4,
  quality: 5,
  directory: 6,
  fx: 7,
  directoryBlock: 8,
} as const
export type PackedKind = keyof typeof packedKind

/** Bytes that one packed value may unpack to: beyond it the item is damaged. */
const unpackedBytesMax = 512 * 1024 * 1024

/** `kind`, `version`, then zstd. The same bytes for the same content. */
export function pack(kind: PackedKind, version: number, content: Uint8Array): Uint8Array {
  const body = zstdCompressSync(content, {
    // Level 6 takes twice the time for one hundredth of the bytes.
    params: { [constants.ZSTD_c_compressionLevel]: 3 },
    chunkSize: Math.max(1024, content.length),
  })
  const packed = new Uint8Array(body.length + 2)
  packed[0] = packedKind[kind]
  packed[1] = version
  packed.set(body, 2)
  return packed
}

/** @returns the version it was written in and a reader of its content; refuses a version newer than `newest` */
export function unpack(kind: PackedKind, newest: number, packed: Uint8Array): { version: number; reader: ByteReader } {
  const version = packed[1] ?? 0
  if (packed[0] !== packedKind[kind]) throw new Error(`expected a packed ${kind}, found kind ${packed[0]}`)
  if (version > newest) {
    throw new CodedError(
      'too-new-format',
      `This ${kind} has format ${version}; this program reads up to ${newest}. Update it.`,
    )
  }
  const content = zstdDecompressSync(packed.subarray(2), {
    maxOutputLength: unpackedBytesMax,
    // One piece in the usual case: zlib's own default would put the content together from many.
    chunkSize: Math.max(16_384, Math.min(packed.length * 8, 1_048_576)),
  })
  return { version, reader: new ByteReader(content) }
}
