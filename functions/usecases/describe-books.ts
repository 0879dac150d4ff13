import type { BooksSummary, FilterChoices } from '../contract/books.ts'
import type { ReportQuery } from '../contract/report.ts'
import { formatDay } from '../domain/calendar.ts'
import { formatNameId } from '../domain/ingest/name-hasher.ts'
import type { ListedUpload } from '../domain/ledger/snapshot.ts'
import type { BooksView } from '../domain/report/books-view.ts'
import type { Books } from '../store/ports.ts'
import { resolveRange } from './answer-report.ts'
import { openView } from './open-view.ts'

/** Sample files are loaded into empty books only, so that they head the fold order: there are seven. */
const earliestLookedAt = 32

/** What a state of the books holds and can be filtered by. Throws `not-found`, `preview-outdated`. */
export async function describeBooks(
  deps: { books: Books },
  query: Pick<ReportQuery, 'snapshot' | 'preview'>,
): Promise<BooksSummary> {
  const { resolved, view } = await openView(deps, query)
  const { uploads, settings } = resolved.body
  const [sample, names] = await Promise.all([holdsSample(deps, uploads), deps.books.names.all()])
  const range = resolveRange(view, {})
  const nameOf = (id: number): { id: string; name: string } => {
    const nameId = formatNameId(id)
    return { id: nameId, name: names.get(nameId)?.text ?? nameId }
  }
  return {
    snapshot: { number: resolved.number, committedAt: resolved.committedAt },
    preview: resolved.preview,
    range: range && { from: formatDay(range.from), to: formatDay(range.to) },
    currency: settings.reportingCurrency,
    uploads: uploads.length,
    sample,
    choices: choicesOf(view, nameOf),
  }
}

async function holdsSample(deps: { books: Pick<Books, 'uploads'> }, listed: readonly ListedUpload[]): Promise<boolean> {
  const earliest = listed.slice(0, earliestLookedAt)
  const records = await Promise.all(earliest.map(({ id }) => deps.books.uploads.get(id)))
  return records.some((record) => record?.sample === true)
}

function choicesOf(view: BooksView, nameOf: (id: number) => { id: string; name: string }): FilterChoices {
  const campaigns = view.campaigns.slice(1)
  const creators = view.creators.slice(1)
  const names = campaigns.map(({ id }) => nameOf(id)).sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
  return {
    campaign: names as FilterChoices['campaign'],
    brand: distinct(campaigns.map(({ facts }) => facts?.brand)),
    platform: distinct(view.months.flatMap(({ rollup }) => rollup.cells.platforms)),
    niche: distinct(creators.map(({ facts }) => facts?.niche)),
    region: distinct(creators.map(({ facts }) => facts?.region)),
    objective: distinct(campaigns.map(({ facts }) => facts?.objective)) as FilterChoices['objective'],
  }
}

const compare = (a: string, b: string): number => a.localeCompare(b, 'en')

function distinct(values: readonly (string | null | undefined)[]): string[] {
  const given = values.filter((value): value is string => value != null && value !== '')
  return [...new Set(given)].sort(compare)
}
