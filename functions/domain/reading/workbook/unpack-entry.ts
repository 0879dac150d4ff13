import { crc32, createInflateRaw } from 'node:zlib'
import { damaged, unsafe } from './refuse-workbook.ts'
import type { ZipEntry } from './zip-entry.ts'
import type { ZipFile } from './zip-file.ts'

const headerMark = 0x04034b50
const chunkBytes = 65_536

/**
 * The bytes of one entry, in pieces. It is held to what the table of contents says of it: no byte more is unpacked, and
 * at the end its length and its checksum must agree.
 * @throws Unreadable
 */
export async function* unpackEntry(zip: ZipFile, entry: ZipEntry): AsyncGenerator<Uint8Array, void, undefined> {
  const packed = packedBytes(zip.bytes, entry)
  let length = 0
  let crc = 0
  for await (const chunk of entry.method === 0 ? pieces(packed) : inflate(packed, entry.name)) {
    length += chunk.length
    if (length > entry.unpackedBytes) throw unsafe(`its part ${entry.name} is larger than it says`)
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (length < entry.unpackedBytes || crc !== entry.crc) throw damaged(`its part ${entry.name} is not what was packed`)
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset } = entry
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== headerMark) {
    throw damaged(`its part ${entry.name} is not where its table of contents says`)
  }
  const from = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  if (from + entry.packedBytes > file.length) throw damaged(`its part ${entry.name} is cut off`)
  return bytes.subarray(from, from + entry.packedBytes)
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
}

async function* inflate(packed: Uint8Array, name: string): AsyncGenerator<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: chunkBytes })
  stream.end(packed)
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch {
    throw damaged(`its part ${name} cannot be unpacked`)
  }
}
