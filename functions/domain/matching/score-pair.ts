import { limits } from '../../contract/limits.ts'
import type { MatchKind, MatchReason } from '../../contract/match.ts'
import { type Day, formatDay } from '../calendar.ts'
import type { CampaignFacts, CreatorFacts } from '../ledger/directory.ts'
import { compareNames, type Weighed } from './compare-names.ts'
import type { FoldedName } from './fold-name.ts'
import { broughtBy, type Party, type Share } from './party.ts'

/** A party with all that a comparison reads of it. */
export type Compared = {
  party: Party
  folded: readonly FoldedName[]
  handles: ReadonlySet<string>
  creatorFacts: readonly CreatorFacts[]
  campaignFacts: CampaignFacts | null
}

export type PairContext = {
  kind: MatchKind
  namesWith: (word: string) => number
  /** Texts of names of the other kind, for sentences. */
  otherName: (id: number) => string
  /** References that both hold; empty for none. */
  sharedReferences: (a: Party, b: Party) => readonly string[]
  /** Campaigns in which the two are the only ones left over, one with spend, one with results. */
  onlyOnesIn: (a: Party, b: Party) => readonly number[]
}

export type Scored = { confidence: number; reasons: MatchReason[] }

const closeDays = 45
const apartDays = 90
/** Two that bring each other nothing but are spelled alike. */
const duplicateFrom = 0.85

/** How much speaks for two parties being one; null where too little does, or something forbids it. Symmetric. */
export function scorePair(a: Compared, b: Compared, context: PairContext): Scored | null {
  if (isForbidden(a, b, context.kind)) return null
  const identity = [
    nameReason(a, b, context),
    referenceReason(a.party, b.party, context),
    onlyReason(a, b, context),
  ].filter((reason) => reason !== null)
  if (identity.length === 0) return null
  const found = context.kind === 'creator' ? creatorSupport(a, b, context) : campaignSupport(a, b)
  // Who are the only ones of a campaign are in it.
  const alone = identity.some(({ code }) => code === 'only-ones')
  const support = alone ? found.filter(({ code }) => code !== 'same-campaign') : found
  const against = objections(a, b, context.kind)
  const doubt = [...identity, ...support].reduce((left, { weight }) => left * (1 - weight), 1)
  const trust = against.reduce((left, { weight }) => left * weight, 1)
  const confidence = Math.min(0.99, Math.round((1 - doubt) * trust * 100) / 100)
  const brings = broughtBy(a.party, b.party).length + broughtBy(b.party, a.party).length > 0
  if (confidence < (brings ? limits.matchConfidenceMin : duplicateFrom)) return null
  const told = (list: readonly Weighed[], isAgainst: boolean): MatchReason[] =>
    list.map(({ code, text }) => ({ code, text, against: isAgainst }))
  return { confidence, reasons: [...told(identity, false), ...told(support, false), ...told(against, true)] }
}

/**
 * Two that the creators file holds with different counts of one platform and day are two accounts; two that each have
 * spend and results in one campaign are two deals.
 */
function isForbidden(a: Compared, b: Compared, kind: MatchKind): boolean {
  if (kind === 'campaign') return false
  for (const [campaign, share] of a.party.shares) {
    const other = b.party.shares.get(campaign)
    if (campaign !== 0 && other && share.spend && share.results && other.spend && other.results) return true
  }
  const counts = new Map(
    a.creatorFacts.flatMap((facts) => facts.counts).map(([platform, day, count]) => [`${platform}|${day}`, count]),
  )
  return b.creatorFacts.some((facts) =>
    facts.counts.some(([platform, day, count]) => (counts.get(`${platform}|${day}`) ?? count) !== count),
  )
}

function nameReason(a: Compared, b: Compared, { namesWith }: PairContext): Weighed | null {
  let best: Weighed | null = null
  for (const one of a.folded) {
    for (const other of b.folded) {
      const found = compareNames(one, other, namesWith)
      if (found && (!best || found.weight > best.weight)) best = found
    }
  }
  const handle = handleInPosts(a, b) ?? handleInPosts(b, a)
  return handle && (!best || handle.weight > best.weight) ? handle : best
}

function handleInPosts(a: Compared, b: Compared): Weighed | null {
  const handle = [...a.handles]
    .sort()
    .find((found) => b.folded.some((name) => [name.handle, name.joined, name.coreJoined].includes(found)))
  if (handle === undefined) return null
  return { code: 'handle-in-post', weight: 0.88, text: `Posts of one stand under the account @${handle}.` }
}

function referenceReason(a: Party, b: Party, { sharedReferences }: PairContext): Weighed | null {
  const [first, ...more] = sharedReferences(a, b)
  if (first === undefined) return null
  const rest = more.length > 0 ? ` and ${more.length} more` : ''
  return { code: 'same-reference', weight: more.length > 0 ? 0.9 : 0.8, text: `Rows of both name ${first}${rest}.` }
}

function onlyReason(a: Compared, b: Compared, { onlyOnesIn, otherName }: PairContext): Weighed | null {
  const campaigns = onlyOnesIn(a.party, b.party)
  const [first] = campaigns
  if (first === undefined) return null
  const where = campaigns.length > 1 ? `in ${campaigns.length} campaigns` : `in ${otherName(first)}`
  const text = `One is the only name with spend and no results ${where}, the other the only one with results and no spend.`
  return { code: 'only-ones', weight: campaigns.length > 1 ? 0.6 : 0.4, text }
}

const completes = (one: Share, other: Share): boolean => one.spend !== other.spend || one.results !== other.results

function creatorSupport(a: Compared, b: Compared, { otherName }: PairContext): Weighed[] {
  const common = [...a.party.shares]
    .filter(([campaign, share]) => {
      const other = b.party.shares.get(campaign)
      return campaign !== 0 && other !== undefined && completes(share, other) && shareAPlatform(share, other)
    })
    .map(([campaign]) => campaign)
    .sort((x, y) => x - y)
  const [first] = common
  if (first === undefined) return []
  const rest = common.length > 1 ? ` and ${common.length - 1} more` : ''
  const reasons: Weighed[] = [
    {
      code: 'same-campaign',
      weight: 0.25,
      text: `Both are in ${otherName(first)}${rest}: one with spend, one with results.`,
    },
  ]
  const gaps = common.map((campaign) =>
    gapOf(a.party.shares.get(campaign) as Share, b.party.shares.get(campaign) as Share),
  )
  const gap = Math.min(...gaps)
  if (gap <= closeDays)
    reasons.push({
      code: 'close-dates',
      weight: 0.1,
      text:
        gap === 0 ? 'Their dates there overlap.' : `Their dates there are ${gap} ${gap === 1 ? 'day' : 'days'} apart.`,
    })
  return reasons
}

/** Spend often names no platform. */
function shareAPlatform(a: Share, b: Share): boolean {
  return a.platforms.has('') || b.platforms.has('') || [...a.platforms].some((platform) => b.platforms.has(platform))
}

const gapOf = (a: { first: Day; last: Day }, b: { first: Day; last: Day }): number =>
  Math.max(0, a.first - b.last, b.first - a.last)

function campaignSupport(a: Compared, b: Compared): Weighed[] {
  const reasons: Weighed[] = []
  const creators = [...a.party.shares.keys()].filter((creator) => creator !== 0 && b.party.shares.has(creator)).length
  const fewest = Math.min(a.party.shares.size, b.party.shares.size)
  if (creators >= 2 && creators * 2 >= fewest)
    reasons.push({ code: 'same-creators', weight: 0.35, text: `${creators} creators are in both.` })
  const [ran, other] = [spanOf(a), spanOf(b)]
  if (ran && other && gapOf(ran, other) <= closeDays)
    reasons.push({
      code: 'close-dates',
      weight: 0.1,
      text: `Both run around ${formatDay(Math.max(ran.first, other.first))}.`,
    })
  if (budgetIsSpend(a, b) || budgetIsSpend(b, a))
    reasons.push({
      code: 'close-budget',
      weight: 0.15,
      text: 'The budget of one is within 5 % of the spend of the other.',
    })
  return reasons
}

/** Both in the workspace's currency, or nearly: it only supports. */
function budgetIsSpend({ campaignFacts }: Compared, { party: { spendMinor } }: Compared): boolean {
  const budget = campaignFacts?.budgetMinor ?? 0
  return budget > 0 && spendMinor > 0 && Math.abs(budget - spendMinor) <= 0.05 * budget
}

function spanOf({ party, campaignFacts }: Compared): { first: Day; last: Day } | null {
  const { first, last, hasSpend, hasResults } = party
  const rows = hasSpend || hasResults
  const start = campaignFacts?.start ?? (rows ? first : null)
  const end = campaignFacts?.end ?? (rows ? last : start)
  return start === null || end === null ? null : { first: Math.min(start, end), last: end }
}

/** Weights are factors of the confidence. */
function objections(a: Compared, b: Compared, kind: MatchKind): Weighed[] {
  const found: Weighed[] = []
  if (a.party.known && b.party.known)
    found.push({ code: 'both-listed', weight: 0.5, text: `The ${kind}s file lists them as two.` })
  const [ran, other] = kind === 'campaign' ? [spanOf(a), spanOf(b)] : [null, null]
  if (ran && other && gapOf(ran, other) > apartDays)
    found.push({ code: 'dates-apart', weight: 0.5, text: `They run ${gapOf(ran, other)} days apart.` })
  return found
}
