import type { StagingId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import { Reading } from '../contract/reading.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { ReadingPlan } from '../domain/reading/reading-plan.ts'
import { MappingDraft } from '../domain/reading/remembered/mapping-record.ts'
import type { Books } from '../store/ports.ts'
import { padSlice } from './read-rollups.ts'

/** How a check understood a file, and the plan that it was read by where nothing had to be asked. */
export type StoredReading = {
  reading: Reading
  plan: ReadingPlan | null
  /** What would be remembered of it; null where nothing can be. */
  draft: MappingDraft | null
}

const format = 1
const placeOf = (record: UploadRecord): string => `UPLOAD#${record.id}`
const prefixOf = (staging: StagingId): string => `READING#${staging}#`

/** Keeps the reading beside the problems of the same check; note the place in the staging first. */
export async function writeReading(
  books: Pick<Books, 'chunks'>,
  record: UploadRecord,
  staging: StagingId,
  stored: StoredReading,
): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify({ format, ...stored }))
  const slices = Array.from({ length: Math.ceil(bytes.length / limits.itemBytesMax) }, (_, i) => ({
    place: placeOf(record),
    key: `${prefixOf(staging)}${padSlice(i + 1)}`,
    bytes: bytes.slice(i * limits.itemBytesMax, (i + 1) * limits.itemBytesMax),
  }))
  await books.chunks.write(slices)
}

/** The reading of the last check; null where the file was read strictly, or was not checked yet. */
export async function loadReading(
  books: Pick<Books, 'chunks'>,
  record: UploadRecord,
  staging: StagingId | null,
): Promise<StoredReading | null> {
  if (staging === null) return null
  const place = placeOf(record)
  const keys = await books.chunks.list(place, prefixOf(staging))
  if (keys.length === 0) return null
  const bytes = Buffer.concat(await books.chunks.read(keys.map((key) => ({ place, key }))))
  const stored = JSON.parse(bytes.toString('utf8')) as Omit<StoredReading, 'draft'> & {
    format: number
    draft?: unknown
  }
  if (stored.format > format)
    throw new CodedError('too-new-format', `This reading has format ${stored.format}; this version knows ${format}.`)
  const draft = stored.draft ? MappingDraft.parse(stored.draft) : null
  return { reading: Reading.parse(stored.reading), plan: stored.plan, draft }
}
