import { createRandom } from '../../domain/random.ts'
import { followersAt } from './creators.ts'
import { model } from './model.ts'
import type { Deal, Post, World } from './world.ts'

export type ResultLine = {
  deal: Deal
  post: Post
  day: number
  followers: number | undefined
  impressions: number
  reach: number
  engagements: number
  comments: number
  saves: number
  shares: number
  clicks: number
  conversions: number
  revenueMinor: number
  grossProfitMinor: number | undefined
  contentScore: number | undefined
  brandFit: number | undefined
  /** The line's share of the deal's fee, where the campaign reports cost with results. */
  amountMinor: number | undefined
}

/** Every post's days, in no order of dates. */
export function* drawResults(world: World): Generator<ResultLine> {
  for (const deal of world.deals) {
    const lines = deal.posts.length * world.trackedDays
    let spread = 0
    let line = 0
    for (const post of deal.posts) {
      for (const result of drawPostDays(world, deal, post)) {
        line++
        if (deal.campaign.performance && deal.feeMinor > 0) {
          const until = Math.round((deal.feeMinor * line) / lines)
          result.amountMinor = until - spread
          spread = until
        }
        yield result
      }
    }
  }
}

function* drawPostDays(world: World, deal: Deal, post: Post): Generator<ResultLine> {
  const random = createRandom(world.options.seed, 10_000_000 + post.number)
  const { creator, campaign, tier } = deal
  const followers = followersAt(creator, post.platform, post.day, world.start)
  const conversions = deal.plainConversions * creator.effect * post.luck
  const views = followers * model.viewRate[tier] * post.luck
  // The shop prices a euro basket like a dollar basket at the usual rate.
  const basketMinor = (model.basketUsd * 100) / (campaign.currency === 'EUR' ? 1.1 : 1)
  const shares = fadeOut(post.platform, world.trackedDays)
  for (const [age, share] of shares.entries()) {
    const converted = random.poisson(conversions * share)
    const clicks = converted + random.poisson(conversions * share * (1 / model.conversionRate - 1))
    const engagements = random.poisson(views * share * model.engagementRate[tier] * creator.charm)
    const impressions = Math.max(random.poisson(views * share), Math.ceil(1.15 * (clicks + engagements)))
    const comments = random.poisson(engagements * 0.06)
    const saves = random.poisson(engagements * 0.09)
    let revenueMinor = 0
    for (let i = 0; i < converted; i++) revenueMinor += Math.round(basketMinor * random.spread(model.sigma.basket))
    const first = age === 0
    yield {
      deal,
      post,
      day: post.day + age,
      followers: first ? followers : undefined,
      impressions,
      reach: Math.min(impressions, Math.round(impressions * (0.7 + 0.25 * random.unit()))),
      engagements: Math.max(engagements, comments + saves),
      comments,
      saves,
      shares: Math.max(0, Math.min(random.poisson(engagements * 0.05), engagements - comments - saves)),
      clicks,
      conversions: converted,
      revenueMinor,
      grossProfitMinor: campaign.statesProfit
        ? Math.round(revenueMinor * campaign.margin * (0.95 + 0.1 * random.unit()))
        : undefined,
      contentScore: first ? random.between(55, 98) : undefined,
      brandFit: first ? random.between(50, 99) : undefined,
      amountMinor: undefined,
    }
  }
}

/** Shares of a post's figures by day of age: they fade by the platform's own pace and add up to 1. */
export function fadeOut(platform: Post['platform'], days: number): number[] {
  const weights = Array.from({ length: days }, (_, age) => Math.exp(-age / model.fadeDays[platform]))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}
