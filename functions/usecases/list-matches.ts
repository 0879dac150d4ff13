import type {
  MatchKind,
  MatchLack,
  MatchList,
  MatchNameList,
  MatchSuggestion,
  MergedList,
  RefusedList,
} from '../contract/match.ts'
import type { MinorUnits } from '../contract/money.ts'
import { CodedError } from '../contract/problem.ts'
import type { ReportQuery } from '../contract/report.ts'
import { resolveAliases } from '../domain/ledger/fold-directory.ts'
import { isRefused, refusalKey, type Suggestion } from '../domain/matching/suggest-matches.ts'
import type { Books } from '../store/ports.ts'
import { type Matching, openMatching, toMatchName, wireNameId } from './open-matching.ts'

type State = Pick<ReportQuery, 'snapshot' | 'preview'>
export type MatchPage = { limit: number; cursor?: string; search?: string }

/** Names that may be one, less what was refused. Throws `not-found`, `preview-outdated`. */
export async function listMatches(
  deps: { books: Books },
  of: MatchKind,
  state: State,
  page: MatchPage & { minConfidence?: number },
): Promise<MatchList> {
  const matching = await openMatching(deps, of, state)
  const [{ suggestions, cut }, refusals] = await Promise.all([matching.suggest(), deps.books.refusals.list(of)])
  const refused = new Set(refusals.map(({ names: [a, b] }) => refusalKey(readId(a), readId(b))))
  const open = suggestions.filter(
    ({ alias, name, confidence }) => confidence >= (page.minConfidence ?? 0) && !isRefused(refused, alias, name),
  )
  const textsOf = ({ alias, name }: Suggestion): string[] => [...alias.spellings, ...name.spellings]
  const { rows, ...rest } = cutPage(open, page, textsOf)
  return { ...headOf(matching), suggestions: rows.map(toSuggestion), ...rest, evidenceCut: cut }
}

export type Lacking = MatchLack | 'any' | 'all'

/** Names by what they lack, by the money without a partner; `all` lists those that lack nothing too. */
export async function listMatchNames(
  deps: { books: Books },
  of: MatchKind,
  state: State,
  page: MatchPage & { lacking: Lacking },
): Promise<MatchNameList> {
  const matching = await openMatching(deps, of, state)
  const { lacking } = page
  const wanted = matching.parties.filter(
    ({ lacks }) => lacking === 'all' || (lacking === 'any' ? lacks.length > 0 : lacks.includes(lacking)),
  )
  const sorted = wanted.toSorted(
    (a, b) => b.spendMinor - a.spendMinor || b.revenueMinor - a.revenueMinor || a.id - b.id,
  )
  const { rows, ...rest } = cutPage(sorted, page, ({ spellings }) => spellings)
  return { ...headOf(matching), names: rows.map(toMatchName), ...rest }
}

/** Aliases that count, by their text. */
export async function listMerged(
  deps: { books: Books },
  of: MatchKind,
  state: State,
  page: MatchPage,
): Promise<MergedList> {
  const matching = await openMatching(deps, of, state)
  const { directory, nameOf } = matching
  const aliases = resolveAliases(of === 'creator' ? directory.creatorAliases : directory.campaignAliases)
  const named = (id: number) => ({ id: wireNameId(id), name: nameOf(id) })
  const merged = [...aliases]
    .filter(([alias, name]) => alias !== name)
    .map(([alias, name]) => ({ alias: named(alias), name: named(name) }))
    .sort((a, b) => a.alias.name.localeCompare(b.alias.name, 'en') || (a.alias.id < b.alias.id ? -1 : 1))
  const { rows, ...rest } = cutPage(merged, page, ({ alias, name }) => [alias.name, name.name])
  return { ...headOf(matching), merged: rows, ...rest }
}

/** Refused pairs, newest first. */
export async function listRefused(
  deps: { books: Pick<Books, 'refusals' | 'names'> },
  of: MatchKind,
  page: MatchPage,
): Promise<RefusedList> {
  const refusals = await deps.books.refusals.list(of)
  const texts = await deps.books.names.get(refusals.flatMap(({ names }) => names))
  const named = (id: string) => ({ id: wireNameId(readId(id)), name: texts.get(id)?.text ?? id })
  const refused = refusals
    .map(({ names: [a, b], by, at }): RefusedList['refused'][number] => ({ names: [named(a), named(b)], by, at }))
    .sort((a, b) => (a.at === b.at ? (keyOf(a) < keyOf(b) ? -1 : 1) : a.at < b.at ? 1 : -1))
  const { rows, ...rest } = cutPage(refused, page, ({ names }) => names.map(({ name }) => name))
  return { refused: rows, ...rest }
}

const keyOf = ({ names }: RefusedList['refused'][number]): string => names.map(({ id }) => id).join()

export const readId = (id: string): number => Number.parseInt(id, 16)

const headOf = ({ resolved }: Matching) => ({
  snapshot: { number: resolved.number, committedAt: resolved.committedAt },
  currency: resolved.body.settings.reportingCurrency,
})

function toSuggestion({ alias, name, confidence, reasons, moves }: Suggestion): MatchSuggestion {
  return {
    alias: toMatchName(alias),
    name: toMatchName(name),
    confidence,
    reasons,
    moves: { spendMinor: moves.spendMinor as MinorUnits, revenueMinor: moves.revenueMinor as MinorUnits },
  }
}

function cutPage<T>(rows: readonly T[], page: MatchPage, textsOf: (row: T) => string[]) {
  const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
  const needle = fold(page.search?.trim() ?? '')
  const found = needle === '' ? rows : rows.filter((row) => textsOf(row).some((text) => fold(text).includes(needle)))
  if (page.cursor !== undefined && !/^\d{1,9}$/.test(page.cursor))
    throw new CodedError('invalid-request', `“${page.cursor}” is not a cursor that this list gave.`)
  const start = Number(page.cursor ?? 0)
  const end = start + page.limit
  return { rows: found.slice(start, end), total: found.length, next: end < found.length ? String(end) : null }
}
