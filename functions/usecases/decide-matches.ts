import { gzipSync } from 'node:zlib'
import type { UploadId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import type { MatchDecisions, MatchOutcome } from '../contract/match.ts'
import { CodedError } from '../contract/problem.ts'
import type { Upload } from '../contract/upload.ts'
import { formatNameId } from '../domain/ingest/name-hasher.ts'
import { type AliasLine, aliasesCsv, composeMerges } from '../domain/matching/compose-merges.ts'
import type { Party } from '../domain/matching/party.ts'
import { compareKeepers } from '../domain/matching/suggest-matches.ts'
import type { Books, NameEntry, RefusedPair } from '../store/ports.ts'
import { createUpload } from './create-upload.ts'
import { readId } from './list-matches.ts'
import { openMatching } from './open-matching.ts'
import type { RequestDeps } from './queue-task.ts'
import { receivePart } from './receive-part.ts'
import { requestCheck } from './request-check.ts'

type DecideDeps = RequestDeps & { books: Books; now: () => string; newId: () => UploadId }

/**
 * Remembers refusals at once, and makes of merges and un-merges one aliases file that goes the way of every file: it
 * is checked, shows its preview, and counts once somebody commits it. Throws `not-found`, `invalid-request`,
 * `too-many-refusals`.
 */
export async function decideMatches(
  deps: DecideDeps,
  decisions: MatchDecisions,
  by: string,
): Promise<MatchOutcome & { begun: boolean }> {
  const { of, refuse, restore } = decisions
  const { books } = deps
  const names = await readTexts(books, decisions)
  const { lines, already } = await linesOf(deps, decisions)
  const pairs = (list: MatchDecisions['refuse']): RefusedPair[] => list.map(([a, b]) => ({ of, names: [a, b] }))
  await requireRoom(books, decisions)
  const at = deps.now()
  if (refuse.length > 0) await books.refusals.put(pairs(refuse).map((pair) => ({ ...pair, by, at })))
  if (restore.length > 0) await books.refusals.remove(pairs(restore))
  const upload = lines.length === 0 ? null : await sendAliases(deps, decisions, lines, names, by)
  return { upload, already, refused: refuse.length, restored: restore.length, begun: upload !== null }
}

/** Texts of everybody who is named. Refuses ids of nobody, of the other kind, and pairs of one name. */
async function readTexts(books: Books, decisions: MatchDecisions): Promise<Map<string, NameEntry>> {
  const { of, accept, unmerge, refuse, restore } = decisions
  const pairs = [...accept.map(({ alias, name }) => [alias, name] as const), ...refuse, ...restore]
  const ids = [...new Set([...pairs.flat(), ...unmerge])]
  if (ids.length === 0) throw new CodedError('invalid-request', 'There is nothing to decide: name at least one pair.')
  const same = pairs.find(([a, b]) => a === b)
  if (same) throw new CodedError('invalid-request', `A pair needs two names; ${same[0]} stands on both sides.`)
  const found = await books.names.get(ids)
  const missing = ids.find((id) => found.get(id)?.kind !== of)
  if (missing !== undefined) throw new CodedError('not-found', `There is no ${of} ${missing}.`)
  return found
}

/** What is merged already is passed over. */
async function linesOf(deps: DecideDeps, decisions: MatchDecisions): Promise<{ lines: AliasLine[]; already: number }> {
  const { of, accept, unmerge } = decisions
  if (accept.length + unmerge.length === 0) return { lines: [], already: 0 }
  const { parties, directory } = await openMatching(deps, of, {})
  const partyOf = new Map(parties.flatMap((party) => party.ids.map((id) => [id, party] as const)))
  const rootOf = (id: string): number => partyOf.get(readId(id))?.id ?? readId(id)
  const merges = accept.map(({ alias, name }) => ({ alias: rootOf(alias), name: rootOf(name) }))
  const open = merges.filter(({ alias, name }) => alias !== name)
  const lines = composeMerges(open, (a, b) => compareIds(partyOf, a, b))
  const aliases = new Set((of === 'creator' ? directory.creatorAliases : directory.campaignAliases).map(([id]) => id))
  const parted = [...new Set(unmerge.map(readId))].sort((a, b) => a - b)
  const stranger = parted.find((id) => !aliases.has(id))
  if (stranger !== undefined)
    throw new CodedError(
      'invalid-request',
      `The ${of} ${formatNameId(stranger)} is no alias: there is nothing to part.`,
    )
  const touched = new Set(
    merges.flatMap(({ alias, name }) => [...partyIds(partyOf, alias), ...partyIds(partyOf, name)]),
  )
  const both = parted.find((id) => touched.has(id))
  if (both !== undefined)
    throw new CodedError(
      'invalid-request',
      `The ${of} ${formatNameId(both)} is parted and merged at once. Commit one, then decide the other.`,
    )
  return { lines: [...lines, ...parted.map((alias) => ({ alias, name: null }))], already: accept.length - open.length }
}

const partyIds = (partyOf: ReadonlyMap<number, Party>, id: number): readonly number[] => partyOf.get(id)?.ids ?? [id]

function compareIds(partyOf: ReadonlyMap<number, Party>, a: number, b: number): number {
  const [one, other] = [partyOf.get(a), partyOf.get(b)]
  return one && other ? compareKeepers(one, other) : a - b
}

async function requireRoom({ refusals }: Books, { of, refuse }: MatchDecisions): Promise<void> {
  if (refuse.length === 0) return
  const other = of === 'creator' ? 'campaign' : 'creator'
  const [own, others] = await Promise.all([refusals.list(of), refusals.list(other)])
  if (own.length + others.length + refuse.length <= limits.refusalsMax) return
  throw new CodedError(
    'too-many-refusals',
    `At most ${limits.refusalsMax} refused pairs are remembered. Take back some that no longer matter.`,
  )
}

async function sendAliases(
  deps: DecideDeps,
  { of }: MatchDecisions,
  lines: readonly AliasLine[],
  asked: ReadonlyMap<string, NameEntry>,
  by: string,
): Promise<Upload> {
  const { books } = deps
  const ids = lines.flatMap(({ alias, name }) => (name === null ? [alias] : [alias, name])).map(formatNameId)
  const rest = await books.names.get(ids.filter((id) => !asked.has(id)))
  const textOf = (id: number): string => {
    const text = (asked.get(formatNameId(id)) ?? rest.get(formatNameId(id)))?.text
    if (text === undefined) throw new CodedError('not-found', `The ${of} ${formatNameId(id)} has no name any more.`)
    return text
  }
  const bytes = Buffer.from(aliasesCsv(of, lines, textOf))
  const filename = `who-is-who-${of}s-${deps.now().slice(0, 10)}.csv`
  const { id } = await createUpload(deps, { kind: 'aliases', filename, bytes: bytes.length, by, origin: 'matching' })
  for (let part = 0; part * limits.partBytesMax < bytes.length; part++) {
    const slice = bytes.subarray(part * limits.partBytesMax, (part + 1) * limits.partBytesMax)
    await receivePart(deps, { id, part: part + 1, stored: gzipSync(slice) })
  }
  return (await requestCheck(deps, { id, options: {}, by })).upload
}
