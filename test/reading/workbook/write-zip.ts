import { crc32, deflateRawSync } from 'node:zlib'

/** A file to pack, and what the zip shall say of it where that is not true. */
export type Packed = {
  name: string
  data: string | Uint8Array
  stored?: boolean
  says?: {
    unpackedBytes?: number
    packedBytes?: number
    crc?: number
    method?: number
    flags?: number
    offset?: number
  }
}

/** Writes a zip of a few files, by PKWARE's APPNOTE, so that a test can make any of its bytes lie. */
export function writeZip(files: readonly Packed[], zip64 = false): Buffer {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const body = packFile(file)
    entries.push(directoryEntry(file, body.facts, offset, zip64))
    bodies.push(body.bytes)
    offset += body.bytes.length
  }
  const directory = Buffer.concat(entries)
  return Buffer.concat([...bodies, directory, ...endOf(files.length, directory.length, offset, zip64)])
}

type Facts = { crc: number; packedBytes: number; unpackedBytes: number; method: number }

function packFile({ name, data, stored }: Packed): { bytes: Buffer; facts: Facts } {
  const plain = Buffer.from(data)
  const packed = stored ? plain : deflateRawSync(plain)
  const facts = {
    crc: crc32(plain),
    packedBytes: packed.length,
    unpackedBytes: plain.length,
    method: stored ? 0 : 8,
  }
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(facts.method, 8)
  header.writeUInt32LE(facts.crc, 14)
  header.writeUInt32LE(facts.packedBytes, 18)
  header.writeUInt32LE(facts.unpackedBytes, 22)
  header.writeUInt16LE(Buffer.byteLength(name), 26)
  return { bytes: Buffer.concat([header, Buffer.from(name), packed]), facts }
}

function directoryEntry({ name, says = {} }: Packed, facts: Facts, offset: number, zip64: boolean): Buffer {
  const told = { ...facts, flags: 0x800, offset, ...says }
  const wide = Buffer.alloc(zip64 ? 28 : 0)
  if (zip64) {
    wide.writeUInt16LE(1, 0)
    wide.writeUInt16LE(24, 2)
    wide.writeBigUInt64LE(BigInt(told.unpackedBytes), 4)
    wide.writeBigUInt64LE(BigInt(told.packedBytes), 12)
    wide.writeBigUInt64LE(BigInt(told.offset), 20)
  }
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(told.flags, 8)
  entry.writeUInt16LE(told.method, 10)
  entry.writeUInt32LE(told.crc, 16)
  entry.writeUInt32LE(zip64 ? 0xffffffff : told.packedBytes, 20)
  entry.writeUInt32LE(zip64 ? 0xffffffff : told.unpackedBytes, 24)
  entry.writeUInt16LE(Buffer.byteLength(name), 28)
  entry.writeUInt16LE(wide.length, 30)
  entry.writeUInt32LE(zip64 ? 0xffffffff : told.offset, 42)
  return Buffer.concat([entry, Buffer.from(name), wide])
}

function endOf(entries: number, bytes: number, offset: number, zip64: boolean): Buffer[] {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(zip64 ? 0xffff : entries, 10)
  end.writeUInt32LE(zip64 ? 0xffffffff : bytes, 12)
  end.writeUInt32LE(zip64 ? 0xffffffff : offset, 16)
  if (!zip64) return [end]
  const wide = Buffer.alloc(56)
  wide.writeUInt32LE(0x06064b50, 0)
  wide.writeBigUInt64LE(BigInt(entries), 32)
  wide.writeBigUInt64LE(BigInt(bytes), 40)
  wide.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(offset + bytes), 8)
  return [wide, locator, end]
}
