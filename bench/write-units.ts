import type { OnChunk } from './memory-books.ts'

/** What writing blocks and rollups costs: items, their bytes, and DynamoDB's write units (one per started KB of an item). */
export type Written = { items: number; bytes: number; units: number }
export type WrittenByKind = Record<string, Written>

/** Counts what is written, by the first word of the sort key: BLOCK, ROLLUP, DAY, INDEX, QUALITY, DIRECTORY, FX. */
export function countWrites(): { onChunk: OnChunk; written: WrittenByKind } {
  const written: WrittenByKind = {}
  const onChunk: OnChunk = ({ place, key, bytes }) => {
    const kind = key.slice(0, key.indexOf('#'))
    const sum = written[kind] ?? { items: 0, bytes: 0, units: 0 }
    written[kind] = sum
    sum.items++
    sum.bytes += bytes.length
    sum.units += Math.ceil((bytes.length + itemOverhead(place, key)) / 1024)
  }
  return { onChunk, written }
}

export function totalWritten(written: WrittenByKind): Written {
  const total = { items: 0, bytes: 0, units: 0 }
  for (const { items, bytes, units } of Object.values(written)) {
    total.items += items
    total.bytes += bytes
    total.units += units
  }
  return total
}

/** Names and values of the other attributes: pk, sk, format (a one-digit number takes two bytes) and `bytes`. */
function itemOverhead(place: string, key: string): number {
  return 'pk'.length + 'W#main#'.length + place.length + 'sk'.length + key.length + 'format'.length + 2 + 'bytes'.length
}
