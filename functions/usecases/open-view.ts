import type { ReportQuery } from '../contract/report.ts'
import { getOrAdd } from '../domain/get-or-add.ts'
import { formatNameId } from '../domain/ingest/name-hasher.ts'
import { digestOf } from '../domain/ledger/codec/digest.ts'
import { BooksView } from '../domain/report/books-view.ts'
import type { Books } from '../store/ports.ts'
import { readDirectory, readRollups } from './read-rollups.ts'
import { type ResolvedSnapshot, resolveSnapshot } from './resolve-snapshot.ts'

export type OpenedView = { resolved: ResolvedSnapshot; view: BooksView; nameKey: string }

const viewsKept = 8
const views = new WeakMap<Books, Map<string, BooksView>>()

/** The state of the books that a query asks for, made ready for reports; the last few are kept in memory. */
export async function openView(
  deps: { books: Books },
  query: Pick<ReportQuery, 'snapshot' | 'preview'>,
): Promise<OpenedView> {
  const { books } = deps
  const resolved = await resolveSnapshot(deps, query)
  const { body } = resolved
  const kept = getOrAdd(views, books, () => new Map())
  const key = digestOf(JSON.stringify([body.months, body.directory, body.settings.bands]))
  let view = kept.get(key)
  if (!view) {
    const [rollups, directory] = await Promise.all([
      readRollups(books.chunks, body.months),
      readDirectory(books.chunks, body.directory),
    ])
    view = new BooksView(rollups, directory, body.settings.bands)
  }
  kept.delete(key)
  kept.set(key, view)
  for (const old of kept.keys()) {
    if (kept.size <= viewsKept) break
    kept.delete(old)
  }
  return { resolved, view, nameKey: resolved.nameKey }
}

/** Texts by position in the view; the id stands for one without. */
export type ViewNames = { creators: string[]; campaigns: string[] }

const namesOf = new WeakMap<BooksView, Promise<ViewNames>>()

/** Texts of a view's creators and campaigns. They stood in the books before the view did, and never change. */
export function readNames(deps: { books: Pick<Books, 'names'> }, view: BooksView): Promise<ViewNames> {
  return getOrAdd(namesOf, view, () => {
    const names = deps.books.names.all().then((all) => {
      const nameOf = ({ id }: { id: number }): string => all.get(formatNameId(id))?.text ?? formatNameId(id)
      return { creators: view.creators.map(nameOf), campaigns: view.campaigns.map(nameOf) }
    })
    // A failure is not kept.
    names.catch(() => namesOf.delete(view))
    return names
  })
}
