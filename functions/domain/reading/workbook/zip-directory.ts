import { damaged, tooMuch } from './refuse-workbook.ts'
import { workbookLimits } from './workbook-limits.ts'
import type { ZipEntry } from './zip-entry.ts'

const endMark = 0x06054b50
const endMark64 = 0x06064b50
const locatorMark64 = 0x07064b50
const entryMark = 0x02014b50
const commentBytesMax = 65_535
const unknown32 = 0xffffffff

type Directory = { entries: number; offset: number; bytes: number }

/**
 * The table of contents of a zip, without unpacking anything. The format is PKWARE's APPNOTE 6.3.10, sections 4.3.12
 * to 4.3.16 and, for zip64, 4.5.3.
 * @throws Unreadable
 */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = findDirectory(file)
  if (directory.entries > workbookLimits.entriesMax) {
    throw tooMuch(`it holds ${directory.entries} files, where ${workbookLimits.entriesMax} are read`)
  }
  const entries: ZipEntry[] = []
  let at = directory.offset
  for (let i = 0; i < directory.entries; i++) {
    const next = at + 46 <= file.length && file.readUInt32LE(at) === entryMark ? endOfEntry(file, at) : file.length + 1
    if (next > directory.offset + directory.bytes) throw damaged('its table of contents ends too early')
    entries.push(readEntry(file, at))
    at = next
  }
  return entries
}

const endOfEntry = (file: Buffer, at: number): number =>
  at + 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)

function findDirectory(file: Buffer): Directory {
  const first = Math.max(0, file.length - 22 - commentBytesMax)
  for (let end = file.length - 22; end >= first; end--) {
    if (file.readUInt32LE(end) !== endMark) continue
    const directory = readEnd64(file, end) ?? {
      entries: file.readUInt16LE(end + 10),
      bytes: file.readUInt32LE(end + 12),
      offset: file.readUInt32LE(end + 16),
    }
    // The mark may also stand in a comment.
    if (directory.offset + directory.bytes <= end) return directory
  }
  throw damaged('its end is missing, as when a download or an upload broke off')
}

function readEnd64(file: Buffer, end: number): Directory | undefined {
  const locator = end - 20
  if (locator < 0 || file.readUInt32LE(locator) !== locatorMark64) return undefined
  const at = Number(file.readBigUInt64LE(locator + 8))
  if (at + 56 > locator || file.readUInt32LE(at) !== endMark64)
    throw damaged('its table of contents is not where it says')
  return {
    entries: Number(file.readBigUInt64LE(at + 32)),
    bytes: Number(file.readBigUInt64LE(at + 40)),
    offset: Number(file.readBigUInt64LE(at + 48)),
  }
}

function readEntry(file: Buffer, at: number): ZipEntry {
  const flags = file.readUInt16LE(at + 8)
  const nameEnd = at + 46 + file.readUInt16LE(at + 28)
  const sizes = readSizes(file, at, nameEnd)
  // Some programs for Windows write backslashes, and some a slash at the start.
  const name = file.toString(flags & 0x800 ? 'utf8' : 'latin1', at + 46, nameEnd)
  return {
    name: name.replaceAll('\\', '/').replace(/^\//, ''),
    method: file.readUInt16LE(at + 10),
    encrypted: (flags & 1) === 1,
    crc: file.readUInt32LE(at + 16),
    ...sizes,
  }
}

type Sizes = { packedBytes: number; unpackedBytes: number; offset: number }

function readSizes(file: Buffer, at: number, nameEnd: number): Sizes {
  const sizes = {
    unpackedBytes: file.readUInt32LE(at + 24),
    packedBytes: file.readUInt32LE(at + 20),
    offset: file.readUInt32LE(at + 42),
  }
  const wide = wideField(file.subarray(nameEnd, nameEnd + file.readUInt16LE(at + 30)))
  let from = 0
  // The wide field holds only those of the three that do not fit, in this order.
  for (const key of ['unpackedBytes', 'packedBytes', 'offset'] as const) {
    if (sizes[key] !== unknown32) continue
    if (!wide || from + 8 > wide.length) throw damaged('its table of contents leaves out a size')
    sizes[key] = Number(wide.readBigUInt64LE(from))
    from += 8
  }
  return sizes
}

function wideField(extra: Buffer): Buffer | undefined {
  let at = 0
  while (at + 4 <= extra.length) {
    const end = at + 4 + extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, end)
    at = end
  }
  return undefined
}
