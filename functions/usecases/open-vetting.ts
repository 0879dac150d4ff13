import type { NameId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { CodedError } from '../contract/problem.ts'
import type { Vetting } from '../contract/vetting.ts'
import { formatNameId } from '../domain/ingest/name-hasher.ts'
import type { BooksView } from '../domain/report/books-view.ts'
import { joinVettings, newVetting, type VettingRecord } from '../domain/vetting/vetting-record.ts'
import type { Books } from '../store/ports.ts'
import { findCreator } from './find-creator.ts'

/** A creator of the newest books, with what was said of each of its names. */
export type OpenedVetting = {
  /** The name that the others are read as. */
  creator: NameId
  records: VettingRecord[]
  /** Of everybody. */
  standing: { creators: number; bytes: number }
}

/** Names may be merged and parted again: each note stays with the name that it was written under. Throws `not-found`. */
export async function openVetting(deps: { books: Books }, id: NameId): Promise<OpenedVetting> {
  const { view, at } = await findCreator(deps, { id })
  const all = await deps.books.vettings.list()
  return {
    creator: formatNameId(view.creators[at]?.id ?? 0) as NameId,
    records: all.filter((record) => creatorAt(view, record.creator) === at),
    standing: { creators: all.length, bytes: Buffer.byteLength(JSON.stringify(all)) },
  }
}

const creatorAt = (view: BooksView, id: NameId): number | undefined =>
  view.creatorAt(Number.parseInt(id, 16)) || undefined

export const toVetting = ({ creator, records }: OpenedVetting): Vetting => joinVettings(creator, records)

/** What was said of everybody, by the creators of a view. */
export async function readVettings(
  deps: { books: Pick<Books, 'vettings'> },
  view: BooksView,
): Promise<Map<number, Vetting>> {
  const found = new Map<number, VettingRecord[]>()
  for (const record of await deps.books.vettings.list()) {
    const at = creatorAt(view, record.creator)
    if (at !== undefined) found.set(at, [...(found.get(at) ?? []), record])
  }
  return new Map(
    [...found].map(([at, records]) => {
      const creator = formatNameId(view.creators[at]?.id ?? 0) as NameId
      return [at, joinVettings(creator, records)]
    }),
  )
}

/** Throws `too-many-notes` where one more would be one too many. */
export function requireRoom({ records, standing }: OpenedVetting): void {
  const isFull = records.length === 0 && standing.creators >= limits.vettingsMax
  if (!isFull && standing.bytes < limits.vettingsBytesMax) return
  const most = isFull ? `${limits.vettingsMax} creators` : `${limits.vettingsBytesMax / 1_000_000} MB`
  throw new CodedError('too-many-notes', `Notes and shortlist hold at most ${most}. Take some off first.`)
}

/** With records that were written in place of what was read. */
export function withWritten(
  { creator, records }: Pick<OpenedVetting, 'creator' | 'records'>,
  written: readonly VettingRecord[],
): Vetting {
  const names = new Set(written.map((record) => record.creator))
  return joinVettings(creator, [...records.filter((record) => !names.has(record.creator)), ...written])
}

const attemptsMax = 5

/** Changes what was said under one name, again where somebody else wrote in between. Throws `conflict`. */
export async function changeVetting(
  deps: { books: Pick<Books, 'vettings'> },
  creator: NameId,
  change: (record: VettingRecord) => VettingRecord,
): Promise<VettingRecord> {
  for (let attempt = 1; ; attempt++) {
    const record = (await deps.books.vettings.get(creator)) ?? newVetting(creator)
    try {
      return await deps.books.vettings.put(change(record))
    } catch (error) {
      const lost = error instanceof CodedError && error.code === 'conflict'
      if (!lost || attempt === attemptsMax) throw error
    }
  }
}
