import { limits } from '../../contract/limits.ts'
import type { MatchKind, MatchReason } from '../../contract/match.ts'
import { getOrAdd } from '../get-or-add.ts'
import type { CampaignFacts, CreatorFacts, Directory } from '../ledger/directory.ts'
import { findCandidates } from './find-candidates.ts'
import { foldName } from './fold-name.ts'
import type { MatchEvidence } from './match-evidence.ts'
import { broughtBy, type Party } from './party.ts'
import { type Compared, type PairContext, scorePair } from './score-pair.ts'

/** Two parties that may be one; `alias` would be read as `name`. */
export type Suggestion = {
  alias: Party
  name: Party
  confidence: number
  reasons: MatchReason[]
  moves: { spendMinor: number; revenueMinor: number }
}

export type SuggestInput = {
  kind: MatchKind
  parties: readonly Party[]
  directory: Directory
  evidence: MatchEvidence
  /** Text of a name of the other kind. */
  otherName: (id: number) => string
}

const spellingsCompared = 8

/**
 * All pairs worth a look, by the money that they move; what one name may be stands together. A pure function of its
 * input, whatever the order of the parties.
 * @returns also how many pairs were compared
 */
export function suggestMatches(input: SuggestInput): { suggestions: Suggestion[]; compared: number } {
  const all = makeCompared(input)
  const references = referencesOf(all, input.evidence)
  const onlyOnes = input.kind === 'creator' ? findOnlyOnes(all) : new Map<string, number[]>()
  const context: PairContext = {
    kind: input.kind,
    namesWith: countWords(all),
    otherName: input.otherName,
    sharedReferences: (a, b) => shared(references.get(a.id), references.get(b.id)),
    onlyOnesIn: (a, b) => onlyOnes.get(pairKey(a.id, b.id)) ?? [],
  }
  const single = new Map<number, string[]>()
  for (const key of onlyOnes.keys()) for (const id of key.split(' ')) getOrAdd(single, Number(id), () => []).push(key)
  const pairs = findCandidates(
    all,
    all.map(({ party }) => party.lacks.length > 0),
    (at) => {
      const { id } = (all[at] as Compared).party
      return [...(references.get(id) ?? []), ...(single.get(id) ?? [])]
    },
  )
  const found: Suggestion[] = []
  for (const [a, b] of pairs) {
    const [one, other] = [all[a] as Compared, all[b] as Compared]
    const scored = scorePair(one, other, context)
    if (scored) found.push({ ...directed(one.party, other.party), ...scored, moves: movesOf(one.party, other.party) })
  }
  return { suggestions: arrange(bestOfEach(found)), compared: pairs.length }
}

function makeCompared({ kind, parties, directory, evidence }: SuggestInput): Compared[] {
  const creators = new Map<number, CreatorFacts>(directory.creators)
  const campaigns = new Map<number, CampaignFacts>(directory.campaigns)
  return parties
    .toSorted((a, b) => a.id - b.id)
    .map((party) => ({
      party,
      folded: party.spellings.slice(0, spellingsCompared).map((text) => foldName(kind, text)),
      handles: new Set(party.ids.flatMap((id) => [...(evidence.handles.get(id) ?? [])])),
      creatorFacts: kind === 'creator' ? present(party.ids.map((id) => creators.get(id))) : [],
      campaignFacts: kind === 'campaign' ? (present(party.ids.map((id) => campaigns.get(id)))[0] ?? null) : null,
    }))
}

const present = <T>(values: readonly (T | undefined)[]): T[] => values.filter((value) => value !== undefined)

function countWords(all: readonly Compared[]): (word: string) => number {
  const counts = new Map<string, number>()
  for (const { folded } of all) {
    for (const word of new Set(folded.flatMap(({ core }) => core))) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return (word) => counts.get(word) ?? 0
}

/** References by party. */
function referencesOf(all: readonly Compared[], { references }: MatchEvidence): Map<number, Set<string>> {
  const partyOf = new Map(all.flatMap(({ party }) => party.ids.map((id) => [id, party.id] as const)))
  const found = new Map<number, Set<string>>()
  for (const [reference, ids] of references) {
    for (const id of ids) {
      const party = partyOf.get(id)
      if (party !== undefined) getOrAdd(found, party, () => new Set()).add(reference)
    }
  }
  return found
}

function shared(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): string[] {
  if (!a || !b) return []
  return [...a].filter((reference) => b.has(reference)).sort()
}

const pairKey = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`

/** Campaigns with exactly one creator of spend alone and one of results alone, by the pair. */
function findOnlyOnes(all: readonly Compared[]): Map<string, number[]> {
  const sides = new Map<number, { spend: number[]; results: number[] }>()
  for (const { party } of all) {
    for (const [campaign, { spend, results }] of party.shares) {
      if (campaign === 0 || spend === results) continue
      const side = getOrAdd(sides, campaign, () => ({ spend: [], results: [] }))
      side[spend ? 'spend' : 'results'].push(party.id)
    }
  }
  const found = new Map<string, number[]>()
  for (const [campaign, { spend, results }] of [...sides].sort(([a], [b]) => a - b)) {
    const [a, b] = [spend[0], results[0]]
    if (spend.length !== 1 || results.length !== 1 || a === undefined || b === undefined) continue
    getOrAdd(found, pairKey(a, b), () => []).push(campaign)
  }
  return found
}

/** The name that stays: one of the file, else one with followers, with results, with more spend; else the lower id. */
export function compareKeepers(a: Party, b: Party): number {
  return (
    Number(b.known) - Number(a.known) ||
    Number(b.counted) - Number(a.counted) ||
    Number(b.hasResults) - Number(a.hasResults) ||
    b.spendMinor - a.spendMinor ||
    a.id - b.id
  )
}

function directed(a: Party, b: Party): Pick<Suggestion, 'alias' | 'name'> {
  return compareKeepers(a, b) <= 0 ? { name: a, alias: b } : { name: b, alias: a }
}

function movesOf(a: Party, b: Party): Suggestion['moves'] {
  const moves = { spendMinor: 0, revenueMinor: 0 }
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const brought = broughtBy(one, other)
    if (brought.includes('results')) moves.spendMinor += one.spendMinor
    else if (brought.includes('tier')) moves.spendMinor += one.unmatchedMinor
    if (brought.includes('spend')) moves.revenueMinor += one.revenueMinor
  }
  return moves
}

/** The most likely of each name, seen from either side. */
function bestOfEach(found: readonly Suggestion[]): Suggestion[] {
  const byParty = new Map<number, Suggestion[]>()
  for (const suggestion of found) {
    for (const { id } of [suggestion.alias, suggestion.name]) getOrAdd(byParty, id, () => []).push(suggestion)
  }
  const kept = new Set<Suggestion>()
  for (const of of byParty.values()) {
    const best = of.toSorted((a, b) => b.confidence - a.confidence || compareIds(a, b))
    for (const suggestion of best.slice(0, limits.matchCandidatesMax)) kept.add(suggestion)
  }
  return [...kept]
}

const compareIds = (a: Suggestion, b: Suggestion): number => a.alias.id - b.alias.id || a.name.id - b.name.id

/** Groups by alias; the group whose suggestions move most comes first. */
function arrange(suggestions: readonly Suggestion[]): Suggestion[] {
  const most = new Map<number, { spend: number; revenue: number }>()
  for (const { alias, moves } of suggestions) {
    const group = getOrAdd(most, alias.id, () => ({ spend: 0, revenue: 0 }))
    group.spend = Math.max(group.spend, Math.abs(moves.spendMinor))
    group.revenue = Math.max(group.revenue, Math.abs(moves.revenueMinor))
  }
  const groupOf = (suggestion: Suggestion) => most.get(suggestion.alias.id) as { spend: number; revenue: number }
  return suggestions.toSorted((a, b) => {
    const [x, y] = [groupOf(a), groupOf(b)]
    return (
      y.spend - x.spend ||
      y.revenue - x.revenue ||
      a.alias.id - b.alias.id ||
      b.confidence - a.confidence ||
      a.name.id - b.name.id
    )
  })
}

/** Whether two parties are a refused pair, in any of their spellings. `refused` holds pairs as `refusalKey` writes them. */
export function isRefused(refused: ReadonlySet<string>, a: Party, b: Party): boolean {
  if (refused.size === 0) return false
  return a.ids.some((one) => b.ids.some((other) => refused.has(refusalKey(one, other))))
}

export const refusalKey = pairKey
