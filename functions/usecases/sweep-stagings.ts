import type { ChangeId, OwnerId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import type { UploadState } from '../contract/upload.ts'
import { daysIn, firstDayOf, formatDay, parseMonth } from '../domain/calendar.ts'
import type { ChangeRecord } from '../domain/ledger/change-record.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books, ChunkKey } from '../store/ports.ts'
import { everyChange, everyUpload } from './resume-tasks.ts'

const hourMs = 3_600_000

/** States in which the blocks of the last check count or can come to count; all others need a new check first, or end. */
const usesChecked: readonly UploadState[] = ['checking', 'ready', 'committing', 'committed', 'reverting', 'reverted']

/**
 * Lets previews that nobody confirmed expire, and removes what stagings wrote that never became visible. Kept are
 * stagings that a snapshot committed, whose blocks an upload can still be committed with, or whose preview is still
 * open; of others the problems that an upload shows.
 */
export async function sweepStagings(deps: { books: Books; now: () => string }): Promise<void> {
  for await (const { id } of everyUpload(deps)) {
    // Stagings first, the record after them: what a task begins in between is not among those listed.
    const stagings = await deps.books.stagings.list(id)
    const record = await deps.books.uploads.get(id)
    if (!record || record.task) continue
    const swept = await expire(deps, record)
    const checked = usesChecked.includes(swept.state) ? swept.checked : null
    const live = new Set<string | undefined>([checked?.staging, swept.staged?.staging])
    for (const { staging, places, committed } of stagings) {
      if (committed || live.has(staging)) continue
      const isShown = staging === swept.problemsStaging
      await removeChunks(deps.books, id, { staging, places, isShown })
      if (!isShown) await deps.books.stagings.forget(record.id, staging)
      else if (places.length > 0) await deps.books.stagings.keepProblems(record.id, staging, places)
    }
  }
  for await (const { id } of everyChange(deps)) await sweepChange(deps, id)
}

async function sweepChange(deps: { books: Books; now: () => string }, id: ChangeId): Promise<void> {
  const stagings = await deps.books.stagings.list(id)
  const record = await deps.books.changes.get(id)
  if (!record || record.task) return
  const swept = await expireChange(deps, record)
  for (const { staging, places, committed } of stagings) {
    if (committed || staging === swept.staged?.staging) continue
    await removeChunks(deps.books, id, { staging, places, isShown: false })
    await deps.books.stagings.forget(id, staging)
  }
}

async function removeChunks(
  books: Books,
  id: OwnerId,
  { staging, places, isShown }: { staging: string; places: readonly string[]; isShown: boolean },
): Promise<void> {
  for (const place of places) await books.chunks.remove(await keysOf(books, id, { staging, place, isShown }))
}

/** First the conditional step out of `ready`, then its items: nobody can commit what is being removed. */
async function expire(deps: { books: Books; now: () => string }, record: UploadRecord): Promise<UploadRecord> {
  if (record.state !== 'ready' || !record.staged) return record
  if (!(await isOld(deps, record, record.staged.staging))) return record
  try {
    return await deps.books.uploads.update({
      ...record,
      state: 'expired',
      checked: null,
      staged: null,
      preview: null,
      previewAction: null,
    })
  } catch (error) {
    // Somebody confirmed or checked it in the same moment: it lives.
    if (error instanceof CodedError && error.code === 'conflict') return record
    throw error
  }
}

async function expireChange(deps: { books: Books; now: () => string }, record: ChangeRecord): Promise<ChangeRecord> {
  if (record.state !== 'ready' || !record.staged) return record
  if (!(await isOld(deps, record, record.staged.staging))) return record
  try {
    return await deps.books.changes.update({ ...record, state: 'expired', staged: null, preview: null })
  } catch (error) {
    // Somebody confirmed it in the same moment: it lives.
    if (error instanceof CodedError && error.code === 'conflict') return record
    throw error
  }
}

async function isOld(
  deps: { books: Books; now: () => string },
  { id, createdAt }: { id: OwnerId; createdAt: string },
  staging: string,
): Promise<boolean> {
  const preview = await deps.books.ledger.preview(id, staging)
  const age = Date.parse(deps.now()) - Date.parse(preview?.stagedAt ?? createdAt)
  return age >= limits.previewHoursMax * hourMs
}

/** @param isShown an upload shows how it was read in this staging */
async function keysOf(
  books: Books,
  id: OwnerId,
  { staging, place, isShown }: { staging: string; place: string; isShown: boolean },
): Promise<ChunkKey[]> {
  const prefixes = [
    `BLOCK#${id}#${staging}#`,
    ...['ROLLUP', 'INDEX', 'QUALITY', 'DIRECTORY', 'FX', 'DROPPED', 'LINES', ...(isShown ? [] : ['READING'])].map(
      (name) => `${name}#${staging}#`,
    ),
  ]
  if (place.startsWith('MONTH#')) {
    const month = parseMonth(place.slice('MONTH#'.length))
    const first = firstDayOf(month)
    for (let day = 0; day < daysIn(month); day++) prefixes.push(`DAY#${formatDay(first + day)}#${staging}#`)
  }
  const keys = await Promise.all(prefixes.map((prefix) => books.chunks.list(place, prefix)))
  return keys.flat().map((key) => ({ place, key }))
}
