import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { StagingId, UploadId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import type { LineClasses } from '../domain/ledger/classify-rows.ts'
import type { RowContent } from '../domain/ledger/replaced-row.ts'
import type { Books } from '../store/ports.ts'
import { padSlice } from './read-rollups.ts'

/** What each line of an upload was to the books that its commit was staged on. */
export type StagedLines = {
  /** `lineClass` of each line, by its number; beyond its end `none`. */
  classes: Uint8Array
  /** What corrections replace, by line; not all where there are more than are kept. */
  was: Map<number, RowContent[]>
}

type Stored = { format: number; classes: string; was: [number, RowContent[]][] }

const format = 1
export const linesPlace = (upload: UploadId): string => `UPLOAD#${upload}`
const prefixOf = (staging: StagingId): string => `LINES#${staging}#`

/** Keeps the lines beside the preview of the same staging; note the place in the staging first. */
export async function writeLines(
  books: Pick<Books, 'chunks'>,
  { upload, staging, classes }: { upload: UploadId; staging: StagingId; classes: LineClasses },
): Promise<void> {
  const packed = Buffer.from(classes.packed()).toString('base64')
  const stored: Stored = { format, classes: packed, was: [...classes.was] }
  const bytes = deflateRawSync(JSON.stringify(stored))
  const slices = Array.from({ length: Math.ceil(bytes.length / limits.itemBytesMax) }, (_, i) => ({
    place: linesPlace(upload),
    key: `${prefixOf(staging)}${padSlice(i + 1)}`,
    bytes: bytes.subarray(i * limits.itemBytesMax, (i + 1) * limits.itemBytesMax),
  }))
  await books.chunks.write(slices)
}

/** Null where that staging was never ready, or was swept. */
export async function readLines(
  books: Pick<Books, 'chunks'>,
  { upload, staging }: { upload: UploadId; staging: StagingId },
): Promise<StagedLines | null> {
  const place = linesPlace(upload)
  const keys = await books.chunks.list(place, prefixOf(staging))
  if (keys.length === 0) return null
  const bytes = Buffer.concat(await books.chunks.read(keys.map((key) => ({ place, key }))))
  const stored = JSON.parse(inflateRawSync(bytes).toString('utf8')) as Stored
  if (stored.format > format)
    throw new CodedError(
      'too-new-format',
      `This list of lines has format ${stored.format}; this version knows ${format}.`,
    )
  return { classes: Buffer.from(stored.classes, 'base64'), was: new Map(stored.was) }
}
