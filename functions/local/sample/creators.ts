import { createRandom, type Random } from '../../domain/random.ts'
import { model, type Platform, platforms, type Tier, tierOf } from './model.ts'
import { nameCreator, niches, regions } from './names.ts'

export type Creator = {
  handle: string
  /** What invoices call the creator. */
  payee: string
  accounts: { platform: Platform; followers: number }[]
  /** Growth of followers in 30 days, as a fraction. */
  growth: number
  niche: string
  region: string
  /** Multiplies conversions; mean 1 over creators. */
  effect: number
  /** Multiplies engagements; mean 1 over creators. */
  charm: number
  gifted: boolean
  /** Relative number of deals, heavy-tailed. */
  activity: number
}

export function drawCreators(seed: number, count: number): Creator[] {
  const random = createRandom(seed, 1)
  const macros = Math.round(count * 0.2)
  const nanos = Math.max(1, Math.round(count * 0.06))
  const rest: Tier[] = Array.from({ length: count - 1 }, (_, i) =>
    i < macros ? 'macro' : i < macros + nanos ? 'nano' : 'micro',
  )
  const ranks = random.shuffle(Array.from({ length: count }, (_, i) => i + 1))
  const tiers: Tier[] = ['micro', ...random.shuffle(rest)]
  let seenNanos = 0
  let seenMicros = 0
  return tiers.map((tier, index) => {
    const gifted = tier === 'nano' ? seenNanos++ % 2 === 0 : tier === 'micro' && seenMicros++ % 40 === 3
    return drawCreator(createRandom(seed, 1000 + index), index, tier, gifted, (ranks[index] ?? 1) ** -0.6)
  })
}

/** Followers of an account on a day; `origin` is the day on which `followers` was counted. */
export function followersAt(creator: Creator, platform: Platform, day: number, origin: number): number {
  const account = creator.accounts.find((each) => each.platform === platform)
  if (!account) throw new Error(`${creator.handle} is not on ${platform}`)
  return Math.round(account.followers * (1 + creator.growth) ** ((day - origin) / 30))
}

/** The design's rule: the largest count over the platforms of the deal, as of its first post. */
export function dealFollowers(creator: Creator, day: number, origin: number): number {
  return Math.max(...creator.accounts.map(({ platform }) => followersAt(creator, platform, day, origin)))
}

function drawCreator(random: Random, index: number, tier: Tier, gifted: boolean, activity: number): Creator {
  const handle = nameCreator(index)
  const followers = drawFollowers(random, tier)
  const [main = 'Instagram', second = 'TikTok'] = random.shuffle(platforms)
  const accounts = [{ platform: main, followers }]
  if (random.unit() < 0.15)
    accounts.push({ platform: second, followers: Math.round(followers * (0.2 + 0.6 * random.unit())) })
  return {
    handle,
    payee: index === 0 ? 'Anna Smith Ltd' : handle,
    accounts,
    growth: random.unit() * 0.03,
    niche: random.pick(niches),
    region: random.pick(regions),
    effect: random.spread(model.sigma.creator),
    charm: random.spread(0.35),
    gifted,
    activity,
  }
}

// Redrawn until the tier is the wanted one: a cut-off lognormal, not a heap of creators at the border.
function drawFollowers(random: Random, tier: Tier): number {
  const shape = { nano: [620, 0.3, 950], micro: [21_000, 0.85, 96_000], macro: [240_000, 0.8, 6_000_000] } as const
  const [median, sigma, most] = shape[tier]
  for (;;) {
    const followers = Math.round(median * Math.exp(sigma * random.normal()))
    if (tierOf(followers) === tier && followers <= most) return followers
  }
}
