import type { NameId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import type { MatchKind, MatchName } from '../contract/match.ts'
import type { MinorUnits } from '../contract/money.ts'
import type { ReportQuery } from '../contract/report.ts'
import { formatDay, noDay } from '../domain/calendar.ts'
import { getOrAdd } from '../domain/get-or-add.ts'
import { formatNameId } from '../domain/ingest/name-hasher.ts'
import type { Directory } from '../domain/ledger/directory.ts'
import { collectParties, type Party } from '../domain/matching/party.ts'
import { type Suggestion, suggestMatches } from '../domain/matching/suggest-matches.ts'
import type { BooksView } from '../domain/report/books-view.ts'
import type { Books } from '../store/ports.ts'
import { openView } from './open-view.ts'
import { type ReadEvidence, readMatchEvidence } from './read-match-evidence.ts'
import { readDirectory } from './read-rollups.ts'
import type { ResolvedSnapshot } from './resolve-snapshot.ts'

/** The names of one state of the books. */
export type Matching = {
  resolved: ResolvedSnapshot
  directory: Directory
  parties: Party[]
  /** Text of a name id, of either kind; its id where there is none. */
  nameOf: (id: number) => string
  /** Before refusals. */
  suggest: () => Promise<{ suggestions: Suggestion[]; cut: boolean }>
}

type Kept = {
  matching?: Promise<Omit<Matching, 'suggest' | 'resolved'>>
  found?: Promise<{ suggestions: Suggestion[]; cut: boolean }>
}

/** Views never change, and neither does what is worked out from them. */
const kept = new WeakMap<BooksView, Record<MatchKind, Kept>>()
const evidences = new WeakMap<BooksView, Promise<ReadEvidence>>()

/** Throws `not-found`, `preview-outdated`. */
export async function openMatching(
  deps: { books: Books },
  of: MatchKind,
  query: Pick<ReportQuery, 'snapshot' | 'preview'>,
): Promise<Matching> {
  const { books } = deps
  const { resolved, view } = await openView(deps, query)
  const own = getOrAdd(kept, view, (): Record<MatchKind, Kept> => ({ creator: {}, campaign: {} }))[of]
  own.matching ??= collect(books, of, view, resolved).catch((error: unknown) => {
    delete own.matching
    throw error
  })
  const matching = await own.matching
  const suggest = async () => {
    const evidence = await getOrAdd(evidences, view, () => {
      const read = readMatchEvidence(books.chunks, resolved.body.uploads)
      // A failure is not kept.
      read.catch(() => evidences.delete(view))
      return read
    })
    const { directory, parties, nameOf } = matching
    const input = { kind: of, parties, directory, evidence: evidence[of], otherName: nameOf }
    return { suggestions: suggestMatches(input).suggestions, cut: evidence.cut }
  }
  return {
    ...matching,
    resolved,
    suggest: () => {
      own.found ??= suggest().catch((error: unknown) => {
        delete own.found
        throw error
      })
      return own.found
    },
  }
}

async function collect(books: Books, of: MatchKind, view: BooksView, { body }: ResolvedSnapshot) {
  const [directory, names] = await Promise.all([readDirectory(books.chunks, body.directory), books.names.all()])
  const nameOf = (id: number): string => names.get(formatNameId(id))?.text ?? formatNameId(id)
  return { directory, nameOf, parties: collectParties(of, view, directory, nameOf) }
}

export const wireNameId = (id: number): NameId => formatNameId(id) as NameId

/** A party as the wire shows it. */
export function toMatchName(party: Party): MatchName {
  const [name = '', ...spellings] = party.spellings
  const day = (value: number): string | null => (value === noDay ? null : formatDay(value))
  return {
    id: wireNameId(party.id),
    name,
    spellings: spellings.slice(0, limits.matchSpellingsMax),
    lacks: party.lacks,
    spendMinor: party.spendMinor as MinorUnits,
    unmatchedMinor: party.unmatchedMinor as MinorUnits,
    revenueMinor: party.revenueMinor as MinorUnits,
    posts: party.posts,
    platforms: [...party.platforms].sort(),
    from: day(party.first),
    to: day(party.last),
  }
}
