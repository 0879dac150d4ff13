import { limits } from '../contract/limits.ts'
import type { UploadFilter, UploadList } from '../contract/upload.ts'
import { asksOf, type UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books } from '../store/ports.ts'
import { describeUpload } from './show-upload.ts'

type Input = UploadFilter & { limit: number; cursor?: string }

/** The uploads that fit, newest first: of all that there are, however many pages of the table that takes. */
export async function listUploads(
  deps: { books: Pick<Books, 'uploads' | 'parts'> },
  { limit, cursor, ...filter }: Input,
): Promise<UploadList> {
  const isMeant = matcher(filter)
  const found: UploadRecord[] = []
  let next: string | null = cursor ?? null
  do {
    const page = await deps.books.uploads.list({
      limit: Object.keys(filter).length === 0 ? limit : limits.listPageMax,
      ...(next === null ? {} : { cursor: next }),
    })
    found.push(...page.items.filter(isMeant))
    next = page.next
  } while (next !== null && found.length < limit)
  const shown = found.slice(0, limit)
  // A cursor is the last that was told: the next page begins below it.
  if (found.length > limit) next = shown.at(-1)?.id ?? null
  return { uploads: await Promise.all(shown.map((record) => describeUpload(deps, record))), next }
}

const stateOf = (record: UploadRecord): UploadFilter['state'] => (asksOf(record) > 0 ? 'asking' : record.state)

function matcher({ kind, state, search, person, since, until }: UploadFilter): (record: UploadRecord) => boolean {
  const has = (text: string | null, part: string): boolean =>
    text?.toLocaleLowerCase('en').includes(part.toLocaleLowerCase('en')) ?? false
  return (record) => {
    const day = record.createdAt.slice(0, 10)
    const people = [record.createdBy, record.committedBy, record.revertedBy]
    return (
      (kind === undefined || record.kind === kind) &&
      (state === undefined || stateOf(record) === state) &&
      (search === undefined || has(record.filename, search)) &&
      (person === undefined || people.some((who) => has(who, person))) &&
      (since === undefined || day >= since) &&
      (until === undefined || day <= until)
    )
  }
}
