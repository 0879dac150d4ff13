import * as z from 'zod'
import { Instant, IsoDate, NameId, PreviewId } from './ids.ts'
import { limits } from './limits.ts'
import { CurrencyCode, MinorUnits } from './money.ts'
import { SnapshotRef } from './report.ts'
import { Upload } from './upload.ts'

export const MatchKind = z.enum(['creator', 'campaign'])
export type MatchKind = z.infer<typeof MatchKind>

/**
 * What keeps a name from counting whole. `results`: it has spend alone. `spend`: it has results alone. `tier`: spend in
 * tier unknown (creators). `directory`: the creators or campaigns file does not have it, and there is such a file.
 */
export const MatchLack = z.enum(['results', 'spend', 'tier', 'directory'])
export type MatchLack = z.infer<typeof MatchLack>

const NamedId = z.object({ id: NameId, name: z.string() })

/** One creator or campaign after aliases, over all dates. */
export const MatchName = NamedId.extend({
  /** Other spellings that aliases lead here; the first `limits.matchSpellingsMax`. */
  spellings: z.array(z.string()),
  lacks: z.array(MatchLack),
  spendMinor: MinorUnits,
  /** Of a creator: its spend in tier unknown. Of a campaign: its spend, if the campaigns file does not have it. */
  unmatchedMinor: MinorUnits,
  revenueMinor: MinorUnits,
  posts: z.int(),
  platforms: z.array(z.string()),
  /** First and last row; null without any. */
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
})
export type MatchName = z.infer<typeof MatchName>

export const MatchReasonCode = z.enum([
  'same-handle',
  'same-name',
  'joined-name',
  'core-name',
  'handle-is-name',
  'name-within',
  'initials',
  'similar-name',
  'same-reference',
  'handle-in-post',
  'only-ones',
  'same-campaign',
  'same-creators',
  'close-dates',
  'close-budget',
  'both-listed',
  'dates-apart',
])
export type MatchReasonCode = z.infer<typeof MatchReasonCode>

/** `against`: it lowers the confidence. */
export const MatchReason = z.object({ code: MatchReasonCode, text: z.string(), against: z.boolean() })
export type MatchReason = z.infer<typeof MatchReason>

/** Two names that may be one. Merged, `alias` would be read as `name`. */
export const MatchSuggestion = z.object({
  alias: MatchName,
  name: MatchName,
  /** 0 to 1; how much speaks for it, not a probability. */
  confidence: z.number().min(0).max(1),
  reasons: z.array(MatchReason),
  /** Spend that would get results or a tier, and revenue that would get spend. */
  moves: z.object({ spendMinor: MinorUnits, revenueMinor: MinorUnits }),
})
export type MatchSuggestion = z.infer<typeof MatchSuggestion>

const MatchPart = z.object({ amountMinor: MinorUnits, names: z.int() })

/**
 * The reconciliation by how well names agree, over all dates, accrued. Of creators, `unmatched` is the report's own
 * unmatched spend; of campaigns it is spend of those that the campaigns file does not have.
 */
export const MatchStanding = z.object({
  unmatched: MatchPart,
  withoutResults: MatchPart,
  /** The amount is their revenue. */
  withoutSpend: MatchPart,
})
export type MatchStanding = z.infer<typeof MatchStanding>

const BothStandings = z.object({ creator: MatchStanding, campaign: MatchStanding })

/** What matching changes: of a preview against the books it rests on, else of all aliases against none. */
export const MatchGain = z.object({
  snapshot: SnapshotRef,
  preview: PreviewId.nullable(),
  currency: CurrencyCode,
  before: BothStandings,
  after: BothStandings,
})
export type MatchGain = z.infer<typeof MatchGain>

const listed = { snapshot: SnapshotRef, currency: CurrencyCode, total: z.int(), next: z.string().nullable() }

/** By the spend that would move, then by revenue; what one name may be stands together. */
export const MatchList = z.object({
  ...listed,
  suggestions: z.array(MatchSuggestion),
  /** Not all rows were searched for invoice numbers and posts: the oldest months are left out of very large books. */
  evidenceCut: z.boolean(),
})
export type MatchList = z.infer<typeof MatchList>

export const MatchNameList = z.object({ ...listed, names: z.array(MatchName) })
export type MatchNameList = z.infer<typeof MatchNameList>

/** `name` is where the alias leads in the end. */
export const MergedList = z.object({ ...listed, merged: z.array(z.object({ alias: NamedId, name: NamedId })) })
export type MergedList = z.infer<typeof MergedList>

export const RefusedList = z.object({
  refused: z.array(z.object({ names: z.tuple([NamedId, NamedId]), by: z.string(), at: Instant })),
  total: z.int(),
  next: z.string().nullable(),
})
export type RefusedList = z.infer<typeof RefusedList>

const several = <T extends z.ZodType>(schema: T) => z.array(schema).max(limits.matchDecisionsMax).default([])

/** A pair in `refuse` and `restore` has no order. */
export const MatchDecisions = z.object({
  of: MatchKind,
  accept: several(z.object({ alias: NameId, name: NameId })),
  unmerge: several(NameId),
  refuse: several(z.tuple([NameId, NameId])),
  /** Refusals to take back. */
  restore: several(z.tuple([NameId, NameId])),
})
export type MatchDecisions = z.infer<typeof MatchDecisions>

/** `upload` holds the aliases, and is on its way to a preview; null where nothing is to be merged or un-merged. */
export const MatchOutcome = z.object({
  upload: Upload.nullable(),
  /** Accepted pairs that were one already. */
  already: z.int(),
  refused: z.int(),
  restored: z.int(),
})
export type MatchOutcome = z.infer<typeof MatchOutcome>
