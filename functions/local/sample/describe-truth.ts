import { toUsdMinor } from './fx-rates.ts'
import { model, type Tier } from './model.ts'
import { drawResults } from './result-lines.ts'
import type { SampleOptions } from './sample-options.ts'
import { drawSpend, ghost } from './spend-lines.ts'
import { drawWorld, type World } from './world.ts'

/** What the files add up to for one tier, in dollars at each row's own rate. */
export type TierTruth = {
  creators: number
  posts: number
  spendMinor: number
  impressions: number
  engagements: number
  clicks: number
  conversions: number
  revenueMinor: number
  /** Conversions that the model expects for the drawn fees, before any creator's effect or luck. */
  expectedConversions: number
}

export type Truth = {
  options: SampleOptions
  currency: 'USD'
  /** Macro over micro, of what one conversion costs in the same campaign. */
  cpaRatio: number
  /** The same over all campaigns, as the drawn mix of campaigns shifts it. */
  crudeCpaRatio: number
  /** As the rows turned out. */
  recordedCpaRatio: number
  trueCpaMinor: Record<Tier, number>
  tiers: Record<Tier, TierTruth>
  overheadMinor: number
  unmatchedMinor: number
  rows: { spend: number; results: number; performance: number }
  gifted: string[]
}

/** The answers that a report over all dates must give for the sample of these options. */
export function describeTruth(options: Partial<SampleOptions> = {}): Truth {
  const world = drawWorld(options)
  const tiers = { nano: startTier(), micro: startTier(), macro: startTier() }
  const rows = { spend: 0, results: 0, performance: 0 }
  const apart = addSpend(world, tiers, rows)
  addResults(world, tiers, rows)
  countDeals(world, tiers)
  const cpa = (tier: Tier, by: 'conversions' | 'expectedConversions') => tiers[tier].spendMinor / tiers[tier][by]
  return {
    options: world.options,
    currency: 'USD',
    cpaRatio: round(model.trueCpaUsd.macro / model.trueCpaUsd.micro),
    crudeCpaRatio: round(cpa('macro', 'expectedConversions') / cpa('micro', 'expectedConversions')),
    recordedCpaRatio: round(cpa('macro', 'conversions') / cpa('micro', 'conversions')),
    trueCpaMinor: {
      nano: Math.round(model.trueCpaUsd.nano * 100),
      micro: Math.round(model.trueCpaUsd.micro * 100),
      macro: Math.round(model.trueCpaUsd.macro * 100),
    },
    tiers,
    ...apart,
    rows,
    gifted: world.creators.filter(({ gifted }) => gifted).map(({ handle }) => handle),
  }
}

function startTier(): TierTruth {
  return {
    creators: 0,
    posts: 0,
    spendMinor: 0,
    impressions: 0,
    engagements: 0,
    clicks: 0,
    conversions: 0,
    revenueMinor: 0,
    expectedConversions: 0,
  }
}

function addSpend(world: World, tiers: Truth['tiers'], rows: Truth['rows']) {
  let overheadMinor = 0
  let unmatchedMinor = 0
  for (const line of drawSpend(world)) {
    const minor = toUsdMinor(world.rates, line.amountMinor, line.campaign.currency, line.day)
    rows.spend++
    if (line.deal) tiers[line.deal.tier].spendMinor += minor
    else if (line.creator === ghost) unmatchedMinor += minor
    else overheadMinor += minor
  }
  return { overheadMinor, unmatchedMinor }
}

function addResults(world: World, tiers: Truth['tiers'], rows: Truth['rows']): void {
  for (const line of drawResults(world)) {
    const { campaign, tier } = line.deal
    const sums = tiers[tier]
    rows[campaign.performance ? 'performance' : 'results']++
    sums.impressions += line.impressions
    sums.engagements += line.engagements
    sums.clicks += line.clicks
    sums.conversions += line.conversions
    sums.revenueMinor += toUsdMinor(world.rates, line.revenueMinor, campaign.currency, line.day)
    sums.spendMinor += toUsdMinor(world.rates, line.amountMinor ?? 0, campaign.currency, line.day)
  }
}

// A gifted creator's conversions cost nothing, which is not what the true ratio is about.
function countDeals(world: World, tiers: Truth['tiers']): void {
  const creators = { nano: new Set<string>(), micro: new Set<string>(), macro: new Set<string>() }
  for (const { tier, creator, posts, plainConversions } of world.deals) {
    creators[tier].add(creator.handle)
    tiers[tier].creators = creators[tier].size
    tiers[tier].posts += posts.length
    if (!creator.gifted) tiers[tier].expectedConversions += plainConversions * posts.length
  }
  for (const sums of Object.values(tiers)) sums.expectedConversions = round(sums.expectedConversions)
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
