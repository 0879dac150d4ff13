import { createRandom, itemAt, type Random } from '../../domain/random.ts'
import { startOfMonths, toDay } from './calendar.ts'
import { type Campaign, drawCampaigns } from './campaigns.ts'
import { pairUp } from './casting.ts'
import { type Creator, dealFollowers, drawCreators } from './creators.ts'
import { drawRates, type FxRates } from './fx-rates.ts'
import { model, type Platform, type Tier, tierOf } from './model.ts'
import { namePost } from './names.ts'
import { completeOptions, type SampleOptions } from './sample-options.ts'

export type Post = { number: number; id: string; platform: Platform; day: number; luck: number }

export type Deal = {
  index: number
  creator: Creator
  campaign: Campaign
  tier: Tier
  /** In the campaign's currency; 0 for a gifted creator. */
  feeMinor: number
  /** Conversions expected of one post without luck and without the creator's own effect. */
  plainConversions: number
  posts: Post[]
}

export type World = {
  options: SampleOptions
  start: number
  end: number
  trackedDays: number
  creators: Creator[]
  campaigns: Campaign[]
  deals: Deal[]
  rates: FxRates
}

/** Draws who works for whom, when and for how much. Days and figures follow from it post by post. */
export function drawWorld(partial: Partial<SampleOptions>): World {
  const options = completeOptions(partial)
  const start = startOfMonths(options.end, options.months)
  const end = toDay(options.end)
  const creators = drawCreators(options.seed, options.creators)
  const campaigns = drawCampaigns(options, start, end)
  const pairs = pairUp(options, creators, campaigns)
  const accounts = pairs.reduce((sum, { creator }) => sum + creator.accounts.length, 0)
  const postsMean = options.resultRows / (accounts * model.trackedDays)
  const trackedDays = Math.max(1, Math.min(model.trackedDays, Math.floor(model.trackedDays * postsMean)))
  let posts = 0
  const deals = pairs.map(({ creator, campaign }, index) => {
    const deal = drawDeal(createRandom(options.seed, 2_000_000 + index), {
      index,
      creator,
      campaign,
      start,
      trackedDays,
      postsMean,
      posts,
    })
    posts += deal.posts.length
    return deal
  })
  return { options, start, end, trackedDays, creators, campaigns, deals, rates: drawRates(options.seed, start, end) }
}

type DealInput = {
  index: number
  creator: Creator
  campaign: Campaign
  start: number
  trackedDays: number
  postsMean: number
  posts: number
}

function drawDeal(random: Random, input: DealInput): Deal {
  const { creator, campaign, trackedDays } = input
  const count = 1 + random.poisson(input.postsMean - 1)
  const latest = Math.max(campaign.start, campaign.end - trackedDays + 1)
  const days = Array.from({ length: count }, () => random.between(campaign.start, latest)).sort((a, b) => a - b)
  const followers = dealFollowers(creator, itemAt(days, 0), input.start)
  const tier = tierOf(followers)
  const { scale, power, sigma } = model.fee
  const usualUsd = count * scale * followers ** power * random.spread(sigma)
  const feeUsd = creator.gifted ? usualUsd * model.giftedShare : usualUsd
  const posts = days.flatMap((day) =>
    creator.accounts.map(({ platform }) => ({
      day,
      platform,
      luck: random.spread(model.sigma.post),
      noise: random.between(0, 64 ** 5 - 1),
    })),
  )
  return {
    index: input.index,
    creator,
    campaign,
    tier,
    // Fees are agreed in round fives.
    feeMinor: creator.gifted ? 0 : Math.max(2500, Math.round(feeUsd / 5) * 500),
    plainConversions: (feeUsd / model.trueCpaUsd[tier]) * (model.objectiveFactor[campaign.objective] / posts.length),
    posts: posts.map(({ noise, ...post }, i) => ({
      ...post,
      number: input.posts + i,
      id: namePost(input.posts + i, noise),
    })),
  }
}
