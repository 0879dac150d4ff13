import type { Block, ResultColumns, SpendColumns, Subject } from './block.ts'
import type { ByteReader } from './codec/byte-reader.ts'
import { ByteWriter } from './codec/byte-writer.ts'
import {
  readFloats,
  readInts,
  readNameIds,
  readTexts,
  writeIntegers,
  writeNameIds,
  writeTexts,
} from './codec/columns.ts'
import { pack, unpack } from './codec/pack.ts'
import { measureCount } from './measures.ts'

/** Format of blocks; `docs/formats.md` tells the layout of each version. */
export const blockVersion = 1

export function encodeBlock(block: Block): Uint8Array {
  const writer = new ByteWriter()
  writer.byte(block.lifetime ? 1 : 0)
  writeTexts(writer, block.currencies)
  writeTexts(writer, block.texts)
  writeSubjects(writer, block.subjects)
  writeResults(writer, block.results)
  writeSpends(writer, block.spends)
  return pack('block', blockVersion, writer.done())
}

export function decodeBlock(bytes: Uint8Array): Block {
  const { reader } = unpack('block', blockVersion, bytes)
  const lifetime = reader.byte() === 1
  const currencies = readTexts(reader)
  const texts = readTexts(reader)
  const subjects = readSubjects(reader)
  return { lifetime, currencies, texts, subjects, results: readResults(reader), spends: readSpends(reader) }
}

function intern<T>(values: readonly T[]): { distinct: T[]; positions: number[] } {
  const seen = new Map<T, number>()
  const positions = values.map((value) => {
    const known = seen.get(value)
    if (known !== undefined) return known
    seen.set(value, seen.size)
    return seen.size - 1
  })
  return { distinct: [...seen.keys()], positions }
}

function writeSubjects(writer: ByteWriter, subjects: readonly Subject[]): void {
  const creators = intern(subjects.map((s) => s.creator))
  const campaigns = intern(subjects.map((s) => s.campaign))
  const platforms = intern(subjects.map((s) => s.platform))
  writer.unsigned(subjects.length)
  writeNameIds(writer, creators.distinct)
  writeNameIds(writer, campaigns.distinct)
  writeTexts(writer, platforms.distinct)
  for (const column of [creators, campaigns, platforms]) writeIntegers(writer, column.positions, subjects.length)
  writeIntegers(
    writer,
    subjects.map((s) => s.published),
    subjects.length,
    'delta',
  )
  for (const subject of subjects) writer.text(subject.post)
}

function readSubjects(reader: ByteReader): Subject[] {
  const count = reader.unsigned()
  const creators = readNameIds(reader)
  const campaigns = readNameIds(reader)
  const platforms = readTexts(reader)
  const [creator, campaign, platform, published] = [0, 1, 2, 3].map(() => readInts(reader, count))
  return Array.from({ length: count }, (_, i) => ({
    creator: creators[creator?.[i] ?? 0] ?? 0,
    campaign: campaigns[campaign?.[i] ?? 0] ?? 0,
    platform: platforms[platform?.[i] ?? 0] ?? '',
    published: published?.[i] ?? 0,
    post: reader.text(),
  }))
}

function writeResults(writer: ByteWriter, rows: ResultColumns): void {
  writer.unsigned(rows.count)
  writeIntegers(writer, rows.line, rows.count, 'delta')
  writeIntegers(writer, rows.subject, rows.count)
  writeIntegers(writer, rows.day, rows.count, 'delta')
  writeIntegers(writer, rows.mask, rows.count)
  writeIntegers(writer, rows.currency, rows.count)
  for (const values of rows.values) writeIntegers(writer, values, rows.count)
}

function readResults(reader: ByteReader): ResultColumns {
  const count = reader.unsigned()
  return {
    count,
    line: readInts(reader, count),
    subject: readInts(reader, count),
    day: readInts(reader, count),
    mask: readInts(reader, count),
    currency: readInts(reader, count),
    values: Array.from({ length: measureCount }, () => readFloats(reader, count)),
  }
}

function writeSpends(writer: ByteWriter, rows: SpendColumns): void {
  const { count } = rows
  writer.unsigned(count)
  writeIntegers(writer, rows.line, count, 'delta')
  writeIntegers(writer, rows.subject, count)
  writeIntegers(writer, rows.day, count, 'delta')
  writeIntegers(writer, rows.amount, count)
  for (const column of [rows.currency, rows.status, rows.identity]) writeIntegers(writer, column, count)
  for (const column of [rows.lineId, rows.category, rows.reference]) writeIntegers(writer, column, count, 'delta')
  writeIntegers(writer, rows.periodStart, count)
  writeIntegers(writer, rows.periodDays, count)
}

function readSpends(reader: ByteReader): SpendColumns {
  const count = reader.unsigned()
  return {
    count,
    line: readInts(reader, count),
    subject: readInts(reader, count),
    day: readInts(reader, count),
    amount: readFloats(reader, count),
    currency: readInts(reader, count),
    status: readInts(reader, count),
    identity: readInts(reader, count),
    lineId: readInts(reader, count),
    category: readInts(reader, count),
    reference: readInts(reader, count),
    periodStart: readInts(reader, count),
    periodDays: readInts(reader, count),
  }
}
