import { createRandom, itemAt, type Random } from '../functions/domain/random.ts'
import { toDate, toDay } from '../functions/local/sample/calendar.ts'
import { type Creator, drawCreators, followersAt } from '../functions/local/sample/creators.ts'
import { model, type Objective, type Platform, tierOf } from '../functions/local/sample/model.ts'
import { brands, nameCampaign, namePost, niches } from '../functions/local/sample/names.ts'
import type { BenchOptions } from './bench-options.ts'

export type BenchCampaign = {
  name: string
  brand: string
  objective: Objective
  niche: string
  start: number
  end: number
}

/** One creator in one campaign, on one platform: what decides a tier. */
export type BenchDeal = {
  creator: Creator
  campaign: BenchCampaign
  platform: Platform
  feeMinor: number
  posts: number
}

export type BenchPost = {
  /** Everything between date and followers of each of the post's lines. */
  prefix: string
  platform: Platform
  day: number
  days: number
  followers: number
  views: number
  conversions: number
  engagementRate: number
}

export type BenchPlan = {
  options: BenchOptions
  start: number
  end: number
  creators: Creator[]
  campaigns: BenchCampaign[]
  deals: BenchDeal[]
  posts: BenchPost[]
}

const daysMin = 15
const daysMax = 25

/** Draws who posts what and when, for exactly the wanted number of result rows. */
export function planBench(options: BenchOptions): BenchPlan {
  const start = toDay('2024-01-01')
  const end = start + options.months * 30 - 1
  const creators = drawCreators(options.seed, options.creators)
  const campaigns = planCampaigns(options, start, end)
  const random = createRandom(options.seed, 3)
  const deals = planDeals(random, options, creators, campaigns)
  const posts = planPosts(random, deals, start)
  fitDays(posts, options.resultRows)
  posts.sort((a, b) => a.day - b.day)
  lengthenLast(posts)
  return { options, start, end, creators, campaigns, deals, posts }
}

function planCampaigns({ campaigns, seed }: BenchOptions, start: number, end: number): BenchCampaign[] {
  const length = 61
  return Array.from({ length: campaigns }, (_, index) => {
    const random = createRandom(seed, 100 + index)
    const from = start + Math.round(((end - start + 1 - length) * index) / Math.max(1, campaigns - 1))
    const objective = itemAt(['sales', 'awareness', 'conversions', 'engagement', 'traffic'] as const, index % 5)
    const brand = itemAt(brands, index % brands.length)
    const name = nameCampaign(index, brand, objective, toDate(from))
    return { name, brand, objective, niche: random.pick(niches), start: from, end: from + length - 1 }
  })
}

function planDeals(
  random: Random,
  options: BenchOptions,
  creators: readonly Creator[],
  campaigns: readonly BenchCampaign[],
): BenchDeal[] {
  const pairs = creators.flatMap((creator) => {
    const draw = random.unit()
    const chosen = new Set([random.pick(campaigns)])
    if (draw > 0.55) chosen.add(random.pick(campaigns))
    if (draw > 0.85) chosen.add(random.pick(campaigns))
    return [...chosen].map((campaign) => ({ creator, campaign, weight: creator.activity * random.spread(0.5) }))
  })
  const weight = pairs.reduce((sum, pair) => sum + pair.weight, 0)
  const spare = Math.max(0, Math.round((options.resultRows * 2) / (daysMin + daysMax)) - pairs.length)
  let due = 0
  let given = 0
  return pairs.map((pair) => {
    due += (spare * pair.weight) / weight
    const more = Math.round(due) - given
    given += more
    const { creator, campaign } = pair
    const { platform, followers } = random.pick(creator.accounts)
    const { scale, power, sigma } = model.fee
    const feeMinor = Math.round((1 + more) * scale * followers ** power * random.spread(sigma) * 100)
    return { creator, campaign, platform, feeMinor, posts: 1 + more }
  })
}

function planPosts(random: Random, deals: readonly BenchDeal[], origin: number): BenchPost[] {
  const posts: BenchPost[] = []
  for (const deal of deals) {
    for (let i = 0; i < deal.posts; i++) posts.push(planPost(random, deal, origin, posts.length))
  }
  return posts
}

function planPost(random: Random, deal: BenchDeal, origin: number, number: number): BenchPost {
  const { creator, campaign, platform } = deal
  const day = random.between(campaign.start, campaign.end - daysMax + 1)
  const followers = followersAt(creator, platform, day, origin)
  const tier = tierOf(followers)
  const luck = random.spread(1.1)
  const fee = deal.feeMinor / deal.posts / 100
  const id = namePost(number, random.between(0, 64 ** 5 - 1))
  return {
    prefix: `,${campaign.name},${creator.handle},${platform},${id},${toDate(day)},`,
    platform,
    day,
    days: random.between(daysMin, daysMax),
    followers,
    views: followers * model.viewRate[tier] * luck,
    conversions: (fee / model.trueCpaUsd[tier]) * model.objectiveFactor[campaign.objective] * creator.effect * luck,
    engagementRate: model.engagementRate[tier] * creator.charm,
  }
}

// Days are given or taken one a post, inside the bounds, until the rows are as many as wanted.
function fitDays(posts: BenchPost[], rows: number): void {
  let missing = rows - posts.reduce((sum, post) => sum + post.days, 0)
  if (rows < posts.length * daysMin || rows > posts.length * daysMax)
    throw new Error(`${rows} rows do not fit ${posts.length} posts`)
  for (let i = 0; missing !== 0; i = (i + 1) % posts.length) {
    const post = itemAt(posts, i)
    const step = Math.sign(missing)
    if (post.days + step < daysMin || post.days + step > daysMax) continue
    post.days += step
    missing -= step
  }
}

// The newest post takes the place of one that is followed longest, so that the last day has rows too.
function lengthenLast(posts: BenchPost[]): void {
  const last = itemAt(posts, posts.length - 1)
  const longest = posts.find((post) => post.days === daysMax)
  if (!longest) return
  longest.days = last.days
  last.days = daysMax
}
