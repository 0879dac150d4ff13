import * as z from 'zod'
import { Month, StagingId, UploadId } from '../../contract/ids.ts'
import { CurrencyCode, MinorUnits } from '../../contract/money.ts'
import { cellSums, qualitySums, type SumColumns } from './cell-sums.ts'
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
import type { DayCells, MonthCells, Observations, Quality, Rollup, RollupHeader, StoredRollup } from './rollup.ts'

/** Formats of a rollup's pieces; `docs/formats.md` tells the layout of each version. */
export const rollupVersion = 1
export const dayVersion = 1
export const qualityVersion = 1

const Chunk = z.object({ staging: StagingId, slices: z.int(), digest: z.string() })

/** The stored header, as JSON. */
export const StoredHeader = z.object({
  month: Month,
  inputs: z.object({
    uploads: z.array(z.object({ upload: UploadId, staging: StagingId, blocks: z.int() })),
    limits: z.array(z.tuple([z.string(), z.array(z.tuple([z.string(), z.int()]))])),
    rates: z.object({ uses: z.array(z.tuple([z.string(), z.array(z.int())])), digest: z.string() }),
    currency: CurrencyCode,
  }),
  totals: z.array(
    z.object({ measure: z.enum(['spend', 'revenue']), currency: CurrencyCode, amountMinor: MinorUnits, rows: z.int() }),
  ),
  lastSpend: z.int(),
  lastResult: z.int(),
  days: z.array(Chunk.extend({ day: z.int() })),
  index: Chunk,
  quality: Chunk,
})

export function encodeRollup(rollup: Rollup): Uint8Array {
  const writer = new ByteWriter()
  writer.text(JSON.stringify(rollup.header))
  writeCells(writer, rollup.cells)
  writeObservations(writer, rollup.observations)
  return pack('rollup', rollupVersion, writer.done())
}

export function decodeRollup(bytes: Uint8Array): StoredRollup {
  const { reader, version } = unpack('rollup', rollupVersion, bytes)
  const header: RollupHeader = StoredHeader.parse(JSON.parse(reader.text()))
  return { version, header, cells: readCells(reader), observations: readObservations(reader) }
}

function writeCells(writer: ByteWriter, cells: MonthCells): void {
  writer.unsigned(cells.count)
  writeNameIds(writer, cells.creators)
  writeNameIds(writer, cells.campaigns)
  writeTexts(writer, cells.platforms)
  for (const column of [cells.creator, cells.campaign, cells.platform]) writeIntegers(writer, column, cells.count)
  writeIntegers(writer, cells.firstDay, cells.count, 'delta')
  writeIntegers(writer, subtract(cells.lastDay, cells.firstDay), cells.count)
  writeIntegers(writer, subtract(cells.firstPost, cells.firstDay), cells.count)
  writeIntegers(writer, cells.given, cells.count)
  writeSums(writer, cells.sums, cells.count)
}

function readCells(reader: ByteReader): MonthCells {
  const count = reader.unsigned()
  const creators = readNameIds(reader)
  const campaigns = readNameIds(reader)
  const platforms = readTexts(reader)
  const [creator, campaign, platform] = [readInts(reader, count), readInts(reader, count), readInts(reader, count)]
  const firstDay = readInts(reader, count)
  const lastDay = add(readInts(reader, count), firstDay)
  const firstPost = add(readInts(reader, count), firstDay)
  const given = readInts(reader, count)
  const sums = readSums(reader, count)
  return {
    count,
    creators,
    campaigns,
    platforms,
    creator,
    campaign,
    platform,
    firstDay,
    lastDay,
    firstPost,
    given,
    sums,
  }
}

const subtract = (a: Int32Array, b: Int32Array): Int32Array => a.map((value, i) => value - (b[i] as number))
const add = (a: Int32Array, b: Int32Array): Int32Array => a.map((value, i) => value + (b[i] as number))

function writeSums(writer: ByteWriter, sums: SumColumns, count: number): void {
  writer.unsigned(sums.length)
  for (const column of sums) writeIntegers(writer, column, count)
}

function readSums(reader: ByteReader, count: number): SumColumns {
  const columns = Array.from({ length: reader.unsigned() }, () => readFloats(reader, count))
  if (columns.length !== cellSums.length) throw new Error(`expected ${cellSums.length} sums, found ${columns.length}`)
  return columns
}

function writeObservations(writer: ByteWriter, observations: Observations): void {
  const { count } = observations
  writer.unsigned(count)
  writeIntegers(writer, observations.creator, count, 'delta')
  writeIntegers(writer, observations.platform, count)
  writeIntegers(writer, observations.day, count, 'delta')
  // A creator's counts stand together and grow slowly: their steps are short.
  writeIntegers(writer, observations.followers, count, 'delta')
}

function readObservations(reader: ByteReader): Observations {
  const count = reader.unsigned()
  return {
    count,
    creator: readInts(reader, count),
    platform: readInts(reader, count),
    day: readInts(reader, count),
    followers: readFloats(reader, count),
  }
}

export function encodeDay(day: DayCells): Uint8Array {
  const writer = new ByteWriter(8192)
  writer.signed(day.day)
  writer.unsigned(day.count)
  writeIntegers(writer, day.cell, day.count, 'delta')
  writeIntegers(writer, day.given, day.count)
  writeSums(writer, day.sums, day.count)
  return pack('day', dayVersion, writer.done())
}

export function decodeDay(bytes: Uint8Array): DayCells {
  const { reader } = unpack('day', dayVersion, bytes)
  const day = reader.signed()
  const count = reader.unsigned()
  return { day, count, cell: readInts(reader, count), given: readInts(reader, count), sums: readSums(reader, count) }
}

export function encodeQuality(quality: Quality): Uint8Array {
  const writer = new ByteWriter()
  writer.unsigned(quality.count)
  writeIntegers(writer, quality.cell, quality.count, 'delta')
  writeIntegers(writer, quality.day, quality.count, 'delta')
  for (const column of quality.sums) writeIntegers(writer, column, quality.count)
  return pack('quality', qualityVersion, writer.done())
}

export function decodeQuality(bytes: Uint8Array): Quality {
  const { reader } = unpack('quality', qualityVersion, bytes)
  const count = reader.unsigned()
  return {
    count,
    cell: readInts(reader, count),
    day: readInts(reader, count),
    sums: qualitySums.map(() => readFloats(reader, count)),
  }
}
