import { type Figure, monthOf } from './model.ts'
import { apportion, fraction, halfEven } from './model-money.ts'
import { type Fact, firstDayOf, lastDayOf, type ModelView } from './model-view.ts'

export type ModelQuery = {
  from?: number
  to?: number
  basis: 'period' | 'campaign'
  spendBasis: 'accrued' | 'paid'
  overhead: 'apart' | 'spread'
  campaign: readonly string[]
  brand: readonly string[]
  platform: readonly string[]
  niche: readonly string[]
  region: readonly string[]
  objective: readonly string[]
  tier: readonly string[]
}

const wire = ['impressions', 'reach', 'engagements', 'clicks', 'conversions'] as const
const tierNames = ['nano', 'micro', 'macro', 'unknown'] as const
type Sums = Record<(typeof wire)[number] | 'spendMinor' | 'revenueMinor', number>
export type ModelTier = Sums & {
  creators: number
  campaigns: number
  posts: number
  followers: number
  grossProfitMinor: number | null
  metrics: Record<string, number | null>
}

type Scoped = Fact & { tier: string }

/** What a report has to say, from all facts. */
export function modelReport(view: ModelView, query: ModelQuery) {
  const range = rangeOf(view, query)
  const scoped = range ? view.facts.filter(inScope(view, query, range)) : []
  const counted = scoped.filter(({ creator }) => creator !== '').map((fact) => ({ ...fact, tier: view.tierOf(fact) }))
  const overhead = scoped.filter(({ creator }) => creator === '')
  const shares =
    query.overhead === 'spread' ? spreadOverhead(view, query, overhead, counted) : new Map<string, number>()
  const shown = tierNames.filter((name) => query.tier.length === 0 || query.tier.includes(name))
  const tier = (names: readonly string[]): ModelTier =>
    describe(
      view,
      query,
      counted.filter((fact) => names.includes(fact.tier)),
      names.reduce((sum, name) => sum + (shares.get(name) ?? 0), 0),
    )
  const spent = (names: readonly string[]): number => tier(names).spendMinor
  const spread = [...shares.values()].reduce((a, b) => a + b, 0)
  const overheadMinor = spendOf(overhead, query) - spread
  const { spendMinor: _, ...unattributed } = sumUp(overhead, query)
  return {
    range,
    reaches: { spend: reach(view, 'spend'), results: reach(view, 'group') },
    tiers: {
      ...Object.fromEntries(tierNames.map((name) => [name, tier(shown.includes(name) ? [name] : [])])),
      all: tier(shown),
    },
    series: seriesOf(
      query,
      range,
      counted.filter((fact) => shown.some((name) => name === fact.tier)),
    ),
    reconciliation: {
      ledgerMinor: spendOf(scoped, query),
      attributedMinor: spent(['nano', 'micro', 'macro']),
      overheadMinor,
      unmatchedMinor: spent(['unknown']),
      addedMinor: 0,
    },
    coverage: coverageOf(counted, query),
    unattributed,
  }
}

function rangeOf(view: ModelView, query: ModelQuery): { from: number; to: number } | null {
  const first = view.months[0]
  const last = view.months.at(-1)
  if (first === undefined || last === undefined) return null
  const from = query.from ?? firstDayOf(first)
  const held = [reach(view, 'spend'), reach(view, 'group')].filter((day) => day !== null)
  const end = held.length > 0 ? Math.max(...held) : lastDayOf(last)
  return { from, to: query.to ?? Math.max(from, end) }
}

const reach = (view: ModelView, of: 'spend' | 'group'): number | null =>
  view.facts.filter((fact) => fact[of]).reduce<number | null>((most, { day }) => Math.max(most ?? day, day), null)

function inScope(view: ModelView, query: ModelQuery, range: { from: number; to: number }): (fact: Fact) => boolean {
  const dated = ({ day }: Fact): boolean => day >= range.from && day <= range.to
  const ran = (campaign: string): boolean => {
    const days = view.facts.filter((fact) => fact.campaign === campaign).map(({ day }) => day)
    const facts = view.campaigns.get(campaign)
    const start = facts?.start ?? Math.min(...days)
    const end = facts?.end ?? Math.max(start, ...days)
    return start <= range.to && end >= range.from
  }
  const wanted = (texts: readonly string[], value: string | null | undefined): boolean =>
    texts.length === 0 || (value != null && texts.includes(value))
  const campaigns = query.campaign.map((name) => view.resolve('campaign', name))
  return (fact) => {
    const facts = view.campaigns.get(fact.campaign)
    const traits = view.traits.get(fact.creator)
    return (
      (query.basis === 'campaign' && fact.campaign !== '' ? ran(fact.campaign) : dated(fact)) &&
      (campaigns.length === 0 || campaigns.includes(fact.campaign)) &&
      wanted(query.platform, fact.platform) &&
      wanted(query.brand, facts?.brand) &&
      wanted(query.objective, facts?.objective) &&
      wanted(query.niche, traits?.niche) &&
      wanted(query.region, traits?.region)
    )
  }
}

const spendOf = (facts: readonly Fact[], { spendBasis }: ModelQuery): number =>
  facts.reduce((sum, { spend }) => {
    const counts = spend && (spendBasis === 'accrued' || spend.status === 'paid' || spend.status === '')
    return sum + (counts ? spend.minor : 0)
  }, 0)

function sumUp(facts: readonly Fact[], query: ModelQuery): Sums {
  const of = (figure: (typeof wire)[number]): number =>
    facts.reduce((sum, { group }) => sum + (group?.figures[figure] ?? 0), 0)
  return {
    spendMinor: spendOf(facts, query),
    ...(Object.fromEntries(wire.map((figure) => [figure, of(figure)])) as Record<(typeof wire)[number], number>),
    revenueMinor: facts.reduce((sum, { group }) => sum + (group?.convertedRevenue ?? 0), 0),
  }
}

function describe(view: ModelView, query: ModelQuery, facts: readonly Scoped[], share: number): ModelTier {
  const sums = sumUp(facts, query)
  sums.spendMinor += share
  const posts = facts.flatMap(({ post }) => post ?? [])
  const followers = facts.reduce((sum, { post, creator, platform, day }) => {
    if (!post) return sum
    return sum + (post.followers ?? view.followers(creator, [platform], lastDayOf(monthOf(day))) ?? 0)
  }, 0)
  const empty = sums.spendMinor === 0 && facts.every(({ group, post, spend }) => !group && !post && !spend?.opens)
  const { spendMinor: spend, impressions, clicks, engagements, conversions, revenueMinor: revenue } = sums
  const known = (...needs: Figure[]): boolean =>
    !empty && needs.every((figure) => facts.some(({ group }) => group?.figures[figure] !== undefined))
  const cost = (per: number, scale = 1): number | null => (spend > 0 && per > 0 ? (spend * scale) / per : null)
  const rate = (over: number, under: number, ...needs: Figure[]): number | null =>
    known(...needs) && under > 0 ? over / under : null
  const profit = profitOf(view, facts)
  return {
    ...sums,
    creators: new Set(facts.map(({ creator }) => creator)).size,
    campaigns: new Set(facts.flatMap(({ campaign }) => campaign || [])).size,
    posts: posts.length,
    followers,
    grossProfitMinor: profit,
    metrics: {
      cpm: cost(impressions, 1000),
      cpe: cost(engagements),
      cpc: cost(clicks),
      cpa: cost(conversions),
      ctr: rate(clicks, impressions, 'clicks'),
      cvr: rate(conversions, clicks, 'conversions'),
      erReach: rate(engagements, sums.reach, 'engagements'),
      erImpressions: rate(engagements, impressions, 'engagements'),
      erFollowers: rate(engagements, followers, 'engagements'),
      costPerPost: cost(posts.length),
      aov: rate(revenue, conversions, 'revenue'),
      roas: rate(revenue, spend, 'revenue'),
      roi:
        profit === null || spend <= 0 || !(known('revenue') || known('grossProfit')) ? null : (profit - spend) / spend,
    },
  }
}

/** Given profit; where it was not given, revenue at its campaign's margin, rounded once a campaign. */
function profitOf(view: ModelView, facts: readonly Fact[]): number | null {
  const lacking = new Map<string, number>()
  let profit = 0
  for (const { group, campaign } of facts) {
    if (!group) continue
    profit += group.convertedProfit
    if (group.figures.grossProfit === undefined)
      lacking.set(campaign, (lacking.get(campaign) ?? 0) + group.convertedRevenue)
  }
  for (const [campaign, revenue] of lacking) {
    if (revenue === 0) continue
    const margin = view.campaigns.get(campaign)?.margin
    if (margin == null) return null
    const { units, scale } = fraction(margin)
    profit += Number(halfEven(BigInt(revenue) * units, scale))
  }
  return profit
}

/** By tier: each campaign's overhead, over its creators by their direct spend in scope. */
function spreadOverhead(
  view: ModelView,
  query: ModelQuery,
  overhead: readonly Fact[],
  counted: readonly Scoped[],
): Map<string, number> {
  const shares = new Map<string, number>()
  for (const campaign of new Set(overhead.map((fact) => fact.campaign))) {
    const total = spendOf(
      overhead.filter((fact) => fact.campaign === campaign),
      query,
    )
    const own = counted.filter((fact) => fact.campaign === campaign)
    const creators = [...new Set(own.map(({ creator }) => creator))].sort(
      (a, b) => view.settings.rank('creator', a) - view.settings.rank('creator', b),
    )
    const weights = creators.map((creator) =>
      spendOf(
        own.filter((fact) => fact.creator === creator),
        query,
      ),
    )
    if (campaign === '' || total === 0 || weights.every((weight) => weight <= 0)) continue
    apportion(total, weights).forEach((part, i) => {
      const { tier } = own.find(({ creator }) => creator === creators[i]) as Scoped
      shares.set(tier, (shares.get(tier) ?? 0) + part)
    })
  }
  return shares
}

/** Sums by point and tier, without those that are all zero. */
function seriesOf(query: ModelQuery, range: { from: number; to: number } | null, facts: readonly Scoped[]) {
  const byDay = range !== null && query.basis === 'period' && range.to - range.from < 92
  const date = (day: number): string => (byDay ? new Date(day * 86_400_000).toISOString().slice(0, 10) : monthOf(day))
  const keys = new Map<string, Scoped[]>()
  for (const fact of facts) {
    const key = `${date(fact.day)} ${fact.tier}`
    keys.set(key, [...(keys.get(key) ?? []), fact])
  }
  const points = [...keys].map(([key, own]) => [key, sumUp(own, query)] as const)
  return new Map(points.filter(([, sums]) => Object.values(sums).some((value) => value !== 0)))
}

function coverageOf(counted: readonly Scoped[], query: ModelQuery): { gifted: number; withoutResults: number } {
  const sides = new Map<string, { spend: boolean; results: boolean }>()
  for (const fact of counted) {
    const side = sides.get(fact.creator) ?? { spend: false, results: false }
    sides.set(fact.creator, side)
    if (fact.spend?.opens || spendOf([fact], query) !== 0) side.spend = true
    if (fact.group) side.results = true
  }
  const count = (spend: boolean, results: boolean): number =>
    [...sides.values()].filter((side) => side.spend === spend && side.results === results).length
  return { gifted: count(false, true), withoutResults: count(true, false) }
}
