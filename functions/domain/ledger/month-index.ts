import type { UploadId } from '../../contract/ids.ts'
import { type MonthIndex, monthOf, noDay } from '../calendar.ts'
import type { Block } from './block.ts'
import { ByteWriter } from './codec/byte-writer.ts'
import { readInts, readTexts, writeIntegers, writeTexts } from './codec/columns.ts'
import { pack, unpack } from './codec/pack.ts'
import { anyMeasure, costBit, publicationBit } from './measures.ts'

/**
 * What one upload holds of a key in one month. For a line id `won` is 1. For a post `won` has the bits that are won
 * over all months (lifetime measures, cost of a lifetime performance line, publication) and `beside` the measures of
 * its daily rows. For a creator in a campaign `won` has the measures of rows with posts, `beside` of rows without.
 */
export type Holding = { upload: UploadId; won: number; beside: number }

/** Keys of one month → who holds them, in no particular order. */
export type KeyIndex = Map<string, Holding[]>

export const lineKey = (lineId: string): string => `L${lineId}`
export const postKey = (platform: string, post: string): string => `P${platform}\u0000${post}`
export const pairKey = (creator: number, campaign: number): string => `C${creator}|${campaign}`

/** The keys that one block holds. */
export function indexBlock(upload: UploadId, month: MonthIndex, block: Block): KeyIndex {
  const index: KeyIndex = new Map()
  const masks = new Int32Array(block.subjects.length)
  const { results, spends } = block
  const give = (at: number, bits: number): void => {
    masks[at] = (masks[at] as number) | bits
  }
  // A row without any figures tells a publication all the same.
  for (let i = 0; i < results.count; i++)
    give(results.subject[i] as number, (results.mask[i] as number) | publicationBit)
  for (let i = 0; i < spends.count; i++) {
    if (spends.identity[i] === 1)
      addHolding(index, lineKey(block.texts[spends.lineId[i] as number] ?? ''), upload, 1, 0)
    if (spends.identity[i] === 2) give(spends.subject[i] as number, costBit)
  }
  block.subjects.forEach((subject, i) => {
    const mask = masks[i] as number
    const figures = mask & (anyMeasure | costBit)
    if (mask === 0) return
    if (subject.post !== '') {
      const publishes = subject.published !== noDay && monthOf(subject.published) === month ? publicationBit : 0
      const won = (block.lifetime ? figures : 0) | publishes
      const beside = block.lifetime ? 0 : figures
      addHolding(index, postKey(subject.platform, subject.post), upload, won, beside)
    }
    if (subject.creator !== 0 && figures !== 0) {
      const withPost = subject.post !== ''
      addHolding(
        index,
        pairKey(subject.creator, subject.campaign),
        upload,
        withPost ? figures : 0,
        withPost ? 0 : figures,
      )
    }
  })
  return index
}

function addHolding(index: KeyIndex, key: string, upload: UploadId, won: number, beside: number): void {
  if ((won | beside) === 0) return
  const holdings = index.get(key)
  if (!holdings) {
    index.set(key, [{ upload, won, beside }])
    return
  }
  const own = holdings.find((holding) => holding.upload === upload)
  if (own) {
    own.won |= won
    own.beside |= beside
  } else holdings.push({ upload, won, beside })
}

/** Adds what `other` holds to `index`. */
export function mergeIndex(index: KeyIndex, other: KeyIndex): void {
  for (const [key, holdings] of other) {
    for (const { upload, won, beside } of holdings) addHolding(index, key, upload, won, beside)
  }
}

/** What both hold, of different uploads; shares with them what only one of them has. */
export function joinIndexes(index: KeyIndex, other: KeyIndex): KeyIndex {
  if (index.size === 0) return other
  const joined = new Map(index)
  for (const [key, holdings] of other) {
    const known = index.get(key)
    joined.set(key, known ? [...known, ...holdings] : holdings)
  }
  return joined
}

/** Calls `visit` for the keys that are in both; the shorter of the two is walked. */
export function forEachShared(
  index: KeyIndex,
  keys: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  visit: (key: string, holdings: Holding[]) => void,
): void {
  if (index.size <= keys.size) {
    for (const [key, holdings] of index) if (keys.has(key)) visit(key, holdings)
    return
  }
  for (const key of keys.keys()) {
    const holdings = index.get(key)
    if (holdings) visit(key, holdings)
  }
}

/** The same index without what some uploads hold. */
export function withoutUploads(index: KeyIndex, removed: ReadonlySet<UploadId>): KeyIndex {
  const kept: KeyIndex = new Map()
  for (const [key, holdings] of index) {
    const rest = holdings.filter((holding) => !removed.has(holding.upload))
    if (rest.length > 0)
      kept.set(
        key,
        rest.map((holding) => ({ ...holding })),
      )
  }
  return kept
}

export const indexVersion = 1

/** Sorted by key, keys front coded; uploads by position. */
export function encodeIndex(index: KeyIndex): Uint8Array {
  const writer = new ByteWriter()
  const keys = [...index.keys()].sort()
  const uploads = [...new Set([...index.values()].flatMap((holdings) => holdings.map((h) => h.upload)))].sort()
  const positions = new Map(uploads.map((upload, i) => [upload, i]))
  writeTexts(writer, uploads)
  writer.unsigned(keys.length)
  let previous = ''
  for (const key of keys) {
    const shared = sharedPrefix(previous, key)
    writer.unsigned(shared)
    writer.text(key.slice(shared))
    previous = key
  }
  const sorted = keys.map((key) => [...(index.get(key) ?? [])].sort((a, b) => (a.upload < b.upload ? -1 : 1)))
  const flat = sorted.flat()
  writeIntegers(
    writer,
    sorted.map((holdings) => holdings.length),
    keys.length,
  )
  writer.unsigned(flat.length)
  writeIntegers(
    writer,
    flat.map((h) => positions.get(h.upload) as number),
    flat.length,
  )
  writeIntegers(
    writer,
    flat.map((h) => h.won),
    flat.length,
  )
  writeIntegers(
    writer,
    flat.map((h) => h.beside),
    flat.length,
  )
  return pack('index', indexVersion, writer.done())
}

export function decodeIndex(bytes: Uint8Array): KeyIndex {
  const { reader } = unpack('index', indexVersion, bytes)
  const uploads = readTexts(reader) as UploadId[]
  const keys: string[] = []
  let previous = ''
  for (let left = reader.unsigned(); left > 0; left--) {
    const shared = reader.unsigned()
    previous = previous.slice(0, shared) + reader.text()
    keys.push(previous)
  }
  const lengths = readInts(reader, keys.length)
  const total = reader.unsigned()
  const [owners, won, beside] = [readInts(reader, total), readInts(reader, total), readInts(reader, total)]
  let at = 0
  return new Map(
    keys.map((key, i) => {
      const holdings: Holding[] = []
      for (let n = lengths[i] as number; n > 0; n--, at++) {
        const upload = uploads[owners[at] as number] as UploadId
        holdings.push({ upload, won: won[at] as number, beside: beside[at] as number })
      }
      return [key, holdings]
    }),
  )
}

function sharedPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let shared = 0
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++
  // A pair of surrogates is never cut: each half alone would not survive UTF-8.
  const last = b.charCodeAt(shared - 1)
  return shared > 0 && last >= 0xd800 && last <= 0xdbff ? shared - 1 : shared
}
