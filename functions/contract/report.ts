import * as z from 'zod'
import { Instant, IsoDate, Month, NameId, PreviewId } from './ids.ts'
import { limits } from './limits.ts'
import { CurrencyCode, MinorUnits } from './money.ts'
import { Warning } from './upload.ts'

export const TierName = z.enum(['nano', 'micro', 'macro', 'unknown'])
export type TierName = z.infer<typeof TierName>

export const MetricName = z.enum([
  'cpm',
  'cpe',
  'cpc',
  'cpa',
  'ctr',
  'cvr',
  'erReach',
  'erImpressions',
  'erFollowers',
  'costPerPost',
  'aov',
  'roas',
  'roi',
])
export type MetricName = z.infer<typeof MetricName>

export const Objective = z.enum(['awareness', 'engagement', 'traffic', 'conversions', 'sales'])
export type Objective = z.infer<typeof Objective>

export const UnavailableReason = z.enum([
  'no-data',
  'zero-spend',
  'zero-denominator',
  'no-margin',
  'too-few-creators',
  'too-few-posts',
  'too-few-months',
  'not-assessed',
  'not-comparable',
  'no-ratio',
  'withheld',
])
export type UnavailableReason = z.infer<typeof UnavailableReason>

/** Why a value stands without an interval; a value without a reason needs none: it is about one thing, not about several. */
export const NoIntervalReason = z.enum(['one-creator', 'no-positive-outcome', 'too-few-creators'])

/** A number never travels without saying how sure it is, or why it is missing. Money in minor units, rates as fractions. */
export const Estimate = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), point: z.number(), reason: NoIntervalReason.optional() }),
  z.object({ kind: z.literal('interval'), point: z.number(), low: z.number(), high: z.number(), creators: z.int() }),
  z.object({ kind: z.literal('unavailable'), reason: UnavailableReason }),
])
export type Estimate = z.infer<typeof Estimate>

const texts = z.array(z.string().min(1).max(limits.textCharsMax)).max(limits.filterValuesMax)

export const Basis = z.enum(['period', 'campaign'])
export const SpendBasis = z.enum(['accrued', 'paid'])
/**
 * Overhead on its own, or spread over creators by their direct spend; `full` also adds what the settings say that a deal
 * costs beside the ledger: staff hours and other costs.
 */
export const OverheadRule = z.enum(['apart', 'spread', 'full'])

/** A report's question. Absent dates mean all that the books hold. Texts are matched without regard to case. */
export const ReportQuery = z.object({
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  compareFrom: IsoDate.optional(),
  compareTo: IsoDate.optional(),
  basis: Basis.default('period'),
  spendBasis: SpendBasis.default('accrued'),
  overhead: OverheadRule.default('apart'),
  campaign: texts.default([]),
  creator: texts.default([]),
  brand: texts.default([]),
  platform: texts.default([]),
  niche: texts.default([]),
  region: texts.default([]),
  objective: z.array(Objective).default([]),
  tier: z.array(TierName).default([]),
  metric: MetricName.optional(),
  snapshot: z.int().min(0).optional(),
  preview: PreviewId.optional(),
})
export type ReportQuery = z.infer<typeof ReportQuery>

/** The query as it was understood: every default filled in. */
export const ResolvedQuery = ReportQuery.omit({ snapshot: true, preview: true }).extend({
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
  compareFrom: IsoDate.nullable(),
  compareTo: IsoDate.nullable(),
  metric: MetricName,
})
export type ResolvedQuery = z.infer<typeof ResolvedQuery>

export const TierBands = z.object({
  /** Followers from which a creator is micro. */
  microFrom: z.int().min(1),
  /** The last count that is micro. */
  microTo: z.int().min(1),
})
export type TierBands = z.infer<typeof TierBands>

export const TierRule = TierBands.extend({ sentence: z.string() })

const Sums = z.object({
  spendMinor: MinorUnits,
  impressions: z.int(),
  reach: z.int(),
  engagements: z.int(),
  clicks: z.int(),
  conversions: z.int(),
  revenueMinor: MinorUnits,
})

export const Metrics = z.object(
  Object.fromEntries(MetricName.options.map((m) => [m, Estimate])) as Record<MetricName, typeof Estimate>,
)
export type Metrics = z.infer<typeof Metrics>

export const Tier = Sums.extend({
  creators: z.int(),
  campaigns: z.int(),
  posts: z.int(),
  /** Followers at the time of each post, added over posts. */
  followers: z.int(),
  /** Given, or margin times revenue; null where a margin is missing. */
  grossProfitMinor: MinorUnits.nullable(),
  metrics: Metrics,
})
export type Tier = z.infer<typeof Tier>

export const Tiers = z.object({ nano: Tier, micro: Tier, macro: Tier, unknown: Tier, all: Tier })
export type Tiers = z.infer<typeof Tiers>

export const Side = z.object({ micro: Estimate, macro: Estimate, ratio: Estimate, difference: Estimate })
export type Side = z.infer<typeof Side>

export const Verdict = z.enum([
  'micro_better',
  'macro_better',
  'no_material_difference',
  'inconclusive',
  'not_enough_data',
  'not_assessed',
])

export const StrataDimension = z.enum(['platform', 'niche', 'objective', 'month', 'quarter'])
export type StrataDimension = z.infer<typeof StrataDimension>

/** What is lacking for a verdict. */
export const Gate = z.enum([
  'creators',
  'effective_creators',
  'events',
  'undefined',
  'one_creator_holds_all',
  'coverage',
])
export type Gate = z.infer<typeof Gate>

/** A gate that failed: what was there and what was needed, where that is a number. */
export const FailedGate = z.object({
  gate: Gate,
  /** Null where it is about both. */
  tier: z.enum(['micro', 'macro']).nullable(),
  found: z.number().nullable(),
  needed: z.number().nullable(),
})
export type FailedGate = z.infer<typeof FailedGate>

/** Another metric than the one in question, held to a stricter measure since there are many. */
export const SecondaryMetric = z.object({
  metric: MetricName,
  /** Like for like. */
  ratio: Estimate,
  /** Two-sided; null where it cannot be said. */
  pValue: z.number().nullable(),
  /** Adjusted over all secondary metrics (Benjamini-Hochberg). */
  qValue: z.number().nullable(),
  /** Only where `qValue` is below 0.05. */
  better: z.enum(['micro', 'macro']).nullable(),
})
export type SecondaryMetric = z.infer<typeof SecondaryMetric>

export const Comparison = z.object({
  metric: MetricName,
  /** Whether a smaller value is better. */
  lowerIsBetter: z.boolean(),
  /** Both tiers as if they had spent in the same places: what `strata` name. */
  likeForLike: Side,
  /** What happened, wherever it happened. */
  crude: Side,
  /** By which creators were held against each other; none where no level leaves enough to compare. */
  strata: z.array(StrataDimension),
  /** Share of each tier's exposure that stands where both tiers are. */
  comparableShare: z.object({ micro: Estimate, macro: Estimate }),
  /** In how many strata micro is ahead, and their share of the weight. */
  wins: z.object({ strata: z.int(), micro: z.int(), weightMicro: z.number() }).nullable(),
  /** Factors whose product is the crude ratio. */
  decomposition: z.object({ likeForLike: z.number(), mix: z.number(), notComparable: z.number() }).nullable(),
  /** Whether where each tier spent changes the answer. */
  mix: z.enum(['none', 'mix_material', 'possible_reversal', 'reversal', 'unknown']),
  withoutMostInfluential: z.object({ creator: NameId, name: z.string(), ratio: Estimate }).nullable(),
  /** Without one creator or another the other tier would be ahead. */
  dependsOnOneCreator: z.boolean(),
  /** Smallest ratio that these data would have shown four times in five. */
  detectableRatio: Estimate,
  chanceMicroBetter: Estimate,
  /** Two-sided, like for like; null where it cannot be said. */
  pValue: z.number().nullable(),
  /** How many campaigns stand in it, and whether it holds with each of them left out; null with fewer than five. */
  campaigns: z.object({ count: z.int(), confirmed: z.boolean().nullable() }),
  /** Of the rarest count that the metric needs, how many were to be expected if both tiers did alike. */
  expectedEvents: z.object({ micro: z.number(), macro: z.number() }).nullable(),
  verdict: Verdict,
  /** What lacks for a verdict, as data; `reasons` say it in words. */
  failedGates: z.array(FailedGate),
  reasons: z.array(z.string()),
  sentence: z.string(),
  /** The crude comparison in a sentence. */
  happened: z.string(),
  secondary: z.array(SecondaryMetric),
  /** Since when the verdict has held at two or more month closes one after the other; null before. */
  stableSince: Instant.nullable(),
})
export type Comparison = z.infer<typeof Comparison>

export const SeriesPoint = Sums.extend({
  /** A day, or a month where the grain is month. */
  date: z.string(),
  tier: TierName,
  posts: z.int(),
  /** Followers at the time of each post, added over posts. */
  followers: z.int(),
  /** Computed where the report is about ROI; null elsewhere, and where a margin is missing. */
  grossProfitMinor: MinorUnits.nullable(),
})
export type SeriesPoint = z.infer<typeof SeriesPoint>

/** Metrics that a campaign may have a target for: at most the target for costs, at least the target for returns. */
export const TargetMetric = MetricName.extract(['cpm', 'cpe', 'cpc', 'cpa', 'roas', 'roi'])
export type TargetMetric = z.infer<typeof TargetMetric>

/** What a campaign was to reach. */
export const CampaignTarget = z.object({
  metric: TargetMetric,
  /** In the units of an Estimate, in the campaign's own currency. */
  point: z.number(),
  currency: CurrencyCode,
  /** Null where the campaign has no such figure, has it in another currency, or where only a part of it is asked about. */
  met: z.boolean().nullable(),
})
export type CampaignTarget = z.infer<typeof CampaignTarget>

/** How many of the campaigns shown reach their own target. */
export const TargetCount = z.object({
  metric: TargetMetric,
  met: z.int(),
  missed: z.int(),
  /** Without a figure to hold against it. */
  unknown: z.int(),
  /** The target itself, where all of them have this one and in the report's currency. */
  point: z.number().nullable(),
})
export type TargetCount = z.infer<typeof TargetCount>

export const Reconciliation = z.object({
  ledgerMinor: MinorUnits,
  attributedMinor: MinorUnits,
  overheadMinor: MinorUnits,
  unmatchedMinor: MinorUnits,
  /** Costs of deals that are in no ledger, which the full cost adds to the tiers; 0 elsewhere. */
  addedMinor: MinorUnits,
})
export type Reconciliation = z.infer<typeof Reconciliation>

export const SnapshotRef = z.object({ number: z.int(), committedAt: Instant })

export const Report = z.object({
  snapshot: SnapshotRef,
  /** The preview that was asked for, if one was. */
  preview: PreviewId.nullable(),
  query: ResolvedQuery,
  currency: CurrencyCode,
  tierRule: TierRule,
  spendBasis: SpendBasis,
  /** The last days that the books hold; null where they hold none. */
  reaches: z.object({ spend: IsoDate.nullable(), results: IsoDate.nullable() }),
  tiers: Tiers,
  comparison: Comparison,
  series: z.object({ grain: z.enum(['day', 'month']), points: z.array(SeriesPoint) }),
  reconciliation: Reconciliation,
  /** Creators with results but no spend (gifted), and with spend but no results. */
  coverage: z.object({ gifted: z.int(), withoutResults: z.int() }),
  /**
   * Targets of the campaigns that have rows in the range, each held against the campaign's own figures in it. None
   * where filters show only parts of campaigns: creators, platforms, niches, regions, tiers.
   */
  targets: z.array(TargetCount),
  /** Results without a creator: in no tier, as overhead is. */
  unattributed: Sums.omit({ spendMinor: true }),
  /**
   * The compared range against the range itself (`current`), both over as many days: where spend or results do not
   * reach the end of the range yet, the days from there on are left out of both.
   */
  compared: z
    .object({
      from: IsoDate,
      to: IsoDate,
      tiers: Tiers,
      current: z.object({ from: IsoDate, to: IsoDate, tiers: Tiers }),
    })
    .nullable(),
  warnings: z.array(Warning),
})
export type Report = z.infer<typeof Report>

const listed = Sums.extend({ posts: z.int(), metrics: Metrics })

/** With whom a creator was weighed: those of its platform and tier where they are 20, else of its tier, else all. */
export const PriorGroupName = z.enum(['platform-and-tier', 'tier', 'all'])
export type PriorGroupName = z.infer<typeof PriorGroupName>

/** A creator among the others by one metric: its own figures weighed with its group's, the more the fewer they are. */
export const CreatorRanking = z.object({
  /** An interval, where there is one; the creator's own figure stands in `metrics`. */
  estimate: Estimate,
  /** From 1; null where nothing is known. */
  rank: z.int().nullable(),
  /** The data cannot tell it from the first. */
  topGroup: z.boolean(),
  /** The chance that it is truly better than the average of its group. */
  chanceBetter: Estimate,
  group: PriorGroupName,
  /** Fewer than 20 creators in the group: the interval is rough. */
  rough: z.boolean(),
})
export type CreatorRanking = z.infer<typeof CreatorRanking>

/** The metric in the last months of the range and in as many before them. */
export const Trend = z.object({ earlier: Estimate, later: Estimate })
export type Trend = z.infer<typeof Trend>

export const CreatorRow = listed.extend({
  id: NameId,
  name: z.string(),
  /** In the directory, or only named by a row. */
  known: z.boolean(),
  tiers: z.array(TierName),
  followers: z.int().nullable(),
  niche: z.string().nullable(),
  region: z.string().nullable(),
  campaigns: z.int(),
  ranking: CreatorRanking,
  trend: Trend,
  /** 0 to 100: how alike its posts do; 50 where they typically swing by a factor of 2. From three rated posts on. */
  consistency: Estimate,
  /** Means of the scores that rows gave, 0 to 100. */
  contentScore: Estimate,
  brandFit: Estimate,
  /** The last month of the range in which it posted. */
  lastPosted: Month.nullable(),
})
export type CreatorRow = z.infer<typeof CreatorRow>

/** Spend by what became of it; together all that was spent, whichever basis a report counts. */
export const SpendStatuses = z.object({
  /** Rows without a status: from systems that book payments only. */
  unstatedMinor: MinorUnits,
  committedMinor: MinorUnits,
  invoicedMinor: MinorUnits,
  paidMinor: MinorUnits,
})
export type SpendStatuses = z.infer<typeof SpendStatuses>

export const PaceState = z.enum(['not-begun', 'over', 'ahead', 'on-pace', 'behind', 'ended'])
export type PaceState = z.infer<typeof PaceState>

/** A campaign's share of its budget against the share of its days that are gone, over all its time. */
export const CampaignPace = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('known'),
    /** \`over\`: more is spent than the budget; \`ended\`: all days are gone, and the budget holds. */
    state: PaceState,
    /** Of the budget, as a fraction: beyond 1 where more is spent. */
    spentShare: z.number(),
    daysShare: z.number(),
    daysGone: z.int(),
    days: z.int(),
    /** The last day that the books hold spend of, whatever campaign's. */
    through: IsoDate,
  }),
  z.object({ kind: z.literal('unknown'), reason: z.enum(['no-budget', 'no-dates', 'other-currency', 'no-spend']) }),
])
export type CampaignPace = z.infer<typeof CampaignPace>

export const CampaignRow = listed.extend({
  id: NameId,
  name: z.string(),
  known: z.boolean(),
  brand: z.string().nullable(),
  objective: Objective.nullable(),
  start: IsoDate.nullable(),
  end: IsoDate.nullable(),
  budgetMinor: MinorUnits.nullable(),
  budgetCurrency: CurrencyCode.nullable(),
  /** Share of revenue that is gross profit, as a decimal text: `0.45`. */
  margin: z.string().nullable(),
  targetNiche: z.string().nullable(),
  brief: z.string().nullable(),
  targets: z.array(CampaignTarget),
  creators: z.int(),
  overheadMinor: MinorUnits,
  /** Costs of its deals that are in no ledger, which the full cost adds to its spend; 0 elsewhere. */
  addedMinor: MinorUnits,
  /** Of the query's rows, overhead among them: without costs that are in no ledger. */
  statuses: SpendStatuses,
  /** Over all its time and without filters, overhead among it, on the query's spend basis. */
  spentMinor: MinorUnits,
  pace: CampaignPace,
  /** What it is judged by: the metric asked for, else that of its objective or the workspace's. */
  metric: MetricName,
  /** Means of the scores that rows gave, 0 to 100. */
  brandFit: Estimate,
  contentScore: Estimate,
  /** How many rows gave a score: one a post where its figures came in one. */
  scored: z.object({ brandFit: z.int(), contentScore: z.int() }),
})
export type CampaignRow = z.infer<typeof CampaignRow>

export const CreatorList = z.object({
  snapshot: SnapshotRef,
  currency: CurrencyCode,
  /** Ranked by: the one asked for, else that of the workspace's objective. */
  metric: MetricName,
  /** Which months the trends compare; null where the range holds fewer than two. */
  trendMonths: z
    .object({
      earlier: z.object({ from: Month, to: Month }),
      later: z.object({ from: Month, to: Month }),
    })
    .nullable(),
  creators: z.array(CreatorRow),
  total: z.int(),
  next: z.string().nullable(),
})
export type CreatorList = z.infer<typeof CreatorList>
export const CampaignList = z.object({
  snapshot: SnapshotRef,
  currency: CurrencyCode,
  campaigns: z.array(CampaignRow),
  total: z.int(),
  next: z.string().nullable(),
})
export type CampaignList = z.infer<typeof CampaignList>
