import { limits } from '../contract/limits.ts'
import { ByteReader } from '../domain/ledger/codec/byte-reader.ts'
import { ByteWriter } from '../domain/ledger/codec/byte-writer.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books } from '../store/ports.ts'
import { padSlice } from './read-rollups.ts'

const place = (record: UploadRecord): string => `UPLOAD#${record.id}`

/** Keeps which lines an accepted file was loaded without: with the parts they tell every row that counts. */
export async function writeDropped(books: Books, record: UploadRecord, lines: ReadonlySet<number>): Promise<void> {
  if (lines.size === 0 || !record.checked) return
  const writer = new ByteWriter()
  let previous = 0
  for (const line of [...lines].sort((a, b) => a - b)) {
    writer.unsigned(line - previous)
    previous = line
  }
  const bytes = writer.done()
  const slices = Array.from({ length: Math.ceil(bytes.length / limits.itemBytesMax) }, (_, i) => ({
    place: place(record),
    key: `DROPPED#${record.checked?.staging}#${padSlice(i + 1)}`,
    bytes: bytes.slice(i * limits.itemBytesMax, (i + 1) * limits.itemBytesMax),
  }))
  await books.chunks.write(slices)
}

export async function readDropped(books: Books, record: UploadRecord): Promise<Set<number>> {
  if (!record.checked || record.checked.dropped === 0) return new Set()
  const keys = await books.chunks.list(place(record), `DROPPED#${record.checked.staging}#`)
  const bytes = Buffer.concat(await books.chunks.read(keys.map((key) => ({ place: place(record), key }))))
  const reader = new ByteReader(bytes)
  const lines = new Set<number>()
  let line = 0
  for (let left = record.checked.dropped; left > 0; left--) {
    line += reader.unsigned()
    lines.add(line)
  }
  return lines
}
