import { limits } from '../contract/limits.ts'
import { type Directory, decodeDirectory, decodeRates, type StoredRates } from '../domain/ledger/directory.ts'
import { decodeDay, decodeQuality, decodeRollup } from '../domain/ledger/encode-rollup.ts'
import { decodeIndex, type KeyIndex } from '../domain/ledger/month-index.ts'
import type { ChunkRef, DayCells, Quality, Rollup, StoredRollup } from '../domain/ledger/rollup.ts'
import type { BlobRef } from '../domain/ledger/snapshot.ts'
import type { ChunkKey, Chunks } from '../store/ports.ts'
import { DecodedCache } from './decoded-cache.ts'

/** A packed value of one staging: `name` is `ROLLUP`, `INDEX`, `QUALITY`, `DAY#2026-03-14`, `DIRECTORY` or `FX`. */
export type BlobName = { place: string; name: string } & Pick<BlobRef, 'staging' | 'slices'>

export function blobKeys({ place, name, staging, slices }: BlobName): ChunkKey[] {
  return Array.from({ length: slices }, (_, i) => ({ place, key: `${name}#${staging}#${padSlice(i + 1)}` }))
}

export const padSlice = (number: number): string => String(number).padStart(4, '0')

/** Reads blobs in one go and decodes each once, as long as it is kept. */
async function readBlobs<T extends object>(
  chunks: Chunks,
  blobs: readonly BlobName[],
  decoded: DecodedCache<T>,
  decode: (bytes: Uint8Array) => T,
): Promise<T[]> {
  const bytes = await chunks.read(blobs.flatMap(blobKeys))
  let at = 0
  return blobs.map(({ slices }) => {
    const own = bytes.slice(at, at + slices)
    at += slices
    const first = own[0] as Uint8Array
    return decoded.getOrDecode(first, () => decode(own.length === 1 ? first : Buffer.concat(own)))
  })
}

const rollups = new DecodedCache<StoredRollup>(limits.decodedBytesMax)
const days = new DecodedCache<DayCells>(limits.decodedBytesMax)
const qualities = new DecodedCache<Quality>(limits.decodedBytesMax)
const indexes = new DecodedCache<KeyIndex>(limits.decodedBytesMax)
const directories = new DecodedCache<Directory>(limits.decodedBytesMax)
const rates = new DecodedCache<StoredRates>(limits.decodedBytesMax)

const inMonth = (month: string, name: string, ref: BlobRef | ChunkRef): BlobName => ({
  place: `MONTH#${month}`,
  name,
  staging: ref.staging,
  slices: ref.slices,
})

export function readRollups(chunks: Chunks, months: readonly (BlobRef & { month: string })[]): Promise<StoredRollup[]> {
  return readBlobs(
    chunks,
    months.map((ref) => inMonth(ref.month, 'ROLLUP', ref)),
    rollups,
    decodeRollup,
  )
}

export function readIndexes(chunks: Chunks, of: readonly Rollup[]): Promise<KeyIndex[]> {
  const names = of.map(({ header }) => inMonth(header.month, 'INDEX', header.index))
  return readBlobs(chunks, names, indexes, decodeIndex)
}

export function readQualities(chunks: Chunks, of: readonly Rollup[]): Promise<Quality[]> {
  const names = of.map(({ header }) => inMonth(header.month, 'QUALITY', header.quality))
  return readBlobs(chunks, names, qualities, decodeQuality)
}

export function readDays(
  chunks: Chunks,
  refs: readonly (ChunkRef & { month: string; date: string })[],
): Promise<DayCells[]> {
  return readBlobs(
    chunks,
    refs.map((ref) => inMonth(ref.month, `DAY#${ref.date}`, ref)),
    days,
    decodeDay,
  )
}

const noDirectory: Directory = { creators: [], campaigns: [], creatorAliases: [], campaignAliases: [] }

export async function readDirectory(chunks: Chunks, ref: BlobRef | null): Promise<Directory> {
  if (!ref) return noDirectory
  const [directory] = await readBlobs(
    chunks,
    [{ place: 'DIRECTORY', name: 'DIRECTORY', ...ref }],
    directories,
    decodeDirectory,
  )
  return directory as Directory
}

export async function readRates(chunks: Chunks, ref: BlobRef | null): Promise<StoredRates> {
  if (!ref) return []
  const [stored] = await readBlobs(chunks, [{ place: 'DIRECTORY', name: 'FX', ...ref }], rates, decodeRates)
  return stored as StoredRates
}
