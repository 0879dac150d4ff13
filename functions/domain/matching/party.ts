import type { MatchKind, MatchLack } from '../../contract/match.ts'
import { type Day, noDay } from '../calendar.ts'
import { getOrAdd } from '../get-or-add.ts'
import { cellSumIndex } from '../ledger/cell-sums.ts'
import type { Directory } from '../ledger/directory.ts'
import { resolveAliases } from '../ledger/fold-directory.ts'
import { type BooksView, tierNames, type ViewMonth } from '../report/books-view.ts'
import { spendColumns, spendOf } from '../report/sums.ts'

/** What a name has together with a name of the other kind: a creator in a campaign, or the reverse. */
export type Share = { spend: boolean; results: boolean; platforms: Set<string>; first: Day; last: Day }

/** One creator or campaign of the books after aliases, over all dates, accrued. */
export type Party = {
  id: number
  /** The name's own id first, then those of its aliases. */
  ids: number[]
  /** Texts of `ids`, in their order. */
  spellings: string[]
  /** It stands in the creators or campaigns file. */
  known: boolean
  /** It has some follower count (creators). */
  counted: boolean
  hasSpend: boolean
  hasResults: boolean
  lacks: MatchLack[]
  spendMinor: number
  unmatchedMinor: number
  revenueMinor: number
  posts: number
  platforms: Set<string>
  first: Day
  last: Day
  /** By id of the other kind, 0 for none. */
  shares: Map<number, Share>
}

const sumsAt = {
  spendRows: cellSumIndex.spendRows,
  results: cellSumIndex.resultGroups,
  revenue: cellSumIndex.revenue,
  posts: cellSumIndex.posts,
  active: cellSumIndex.activePosts,
}
const accrued = spendColumns('accrued')
const unknownTier = tierNames.indexOf('unknown')

/** Everybody of one kind, by id. `nameOf` gives the text of a name id. */
export function collectParties(
  kind: MatchKind,
  view: BooksView,
  directory: Directory,
  nameOf: (id: number) => string,
): Party[] {
  const entries = kind === 'creator' ? view.creators : view.campaigns
  const parties = entries.map(({ id, facts }) => newParty(id, facts !== null))
  for (const month of view.months) addMonth(kind, view, month, parties)
  const byId = new Map(parties.map((party) => [party.id, party]))
  const aliases = resolveAliases(kind === 'creator' ? directory.creatorAliases : directory.campaignAliases)
  for (const [alias, id] of aliases) if (alias !== id) byId.get(id)?.ids.push(alias)
  const hasFile = (kind === 'creator' ? directory.creators : directory.campaigns).length > 0
  parties.forEach((party, at) => {
    party.ids = [party.id, ...party.ids.slice(1).sort((a, b) => a - b)]
    party.spellings = party.ids.map(nameOf)
    party.counted = kind === 'creator' && view.timeline.followers(at, [], 0) !== undefined
    if (kind === 'campaign' && !party.known) party.unmatchedMinor = party.spendMinor
    party.lacks = lacksOf(kind, party, hasFile)
  })
  return parties.filter(({ id }) => id !== 0).sort((a, b) => a.id - b.id)
}

const newParty = (id: number, known: boolean): Party => ({
  id,
  ids: [id],
  spellings: [],
  known,
  counted: false,
  hasSpend: false,
  hasResults: false,
  lacks: [],
  spendMinor: 0,
  unmatchedMinor: 0,
  revenueMinor: 0,
  posts: 0,
  platforms: new Set(),
  first: noDay,
  last: noDay,
  shares: new Map(),
})

function addMonth(kind: MatchKind, view: BooksView, month: ViewMonth, parties: readonly Party[]): void {
  const { cells } = month.rollup
  const [own, others] = kind === 'creator' ? [month.creator, month.campaign] : [month.campaign, month.creator]
  const entries = kind === 'creator' ? view.campaigns : view.creators
  const sumOf = (sum: number, cell: number): number => (cells.sums[sum] as Float64Array)[cell] as number
  for (let cell = 0; cell < cells.count; cell++) {
    const party = parties[own[cell] as number] as Party
    const spend = spendOf(cells.sums, cell, accrued)
    // As reports do: a row of nothing is spend too.
    const spends = spend !== 0 || sumOf(sumsAt.spendRows, cell) !== 0
    const results = sumOf(sumsAt.results, cell) !== 0
    if (!spends && !results) continue
    party.hasSpend ||= spends
    party.hasResults ||= results
    party.spendMinor += spend
    if (kind === 'creator' && month.tier[cell] === unknownTier) party.unmatchedMinor += spend
    party.revenueMinor += sumOf(sumsAt.revenue, cell)
    party.posts += sumOf(sumsAt.posts, cell) + sumOf(sumsAt.active, cell)
    const platform = cells.platforms[cells.platform[cell] as number] ?? ''
    const [first, last] = [cells.firstDay[cell] as Day, cells.lastDay[cell] as Day]
    if (platform !== '') party.platforms.add(platform)
    if (party.first === noDay || first < party.first) party.first = first
    if (last > party.last) party.last = last
    const share = getOrAdd(party.shares, entries[others[cell] as number]?.id ?? 0, () => ({
      spend: false,
      results: false,
      platforms: new Set<string>(),
      first,
      last,
    }))
    share.spend ||= spends
    share.results ||= results
    share.platforms.add(platform)
    share.first = Math.min(share.first, first)
    share.last = Math.max(share.last, last)
  }
}

function lacksOf(kind: MatchKind, party: Party, hasFile: boolean): MatchLack[] {
  const { hasSpend, hasResults, known, unmatchedMinor } = party
  if (!hasSpend && !hasResults) return []
  const lacks: [MatchLack, boolean][] = [
    ['results', hasSpend && !hasResults],
    ['spend', hasResults && !hasSpend],
    ['tier', kind === 'creator' && unmatchedMinor !== 0],
    ['directory', hasFile && !known],
  ]
  return lacks.filter(([, holds]) => holds).map(([lack]) => lack)
}

/** What `other` would bring to `party`. */
export function broughtBy(party: Party, other: Party): MatchLack[] {
  const has: Record<MatchLack, boolean> = {
    results: other.hasResults,
    spend: other.hasSpend,
    tier: other.counted,
    directory: other.known,
  }
  return party.lacks.filter((lack) => has[lack])
}
