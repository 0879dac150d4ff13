/** What is true of the made-up market. Everything else in the sample is noise around these numbers. */
export const model = {
  /** Dollars of fee that buy one conversion in a campaign whose objective has factor 1. */
  trueCpaUsd: { nano: 34, micro: 36, macro: 64.8 },
  /** Impressions of a post per follower: an expectation. */
  viewRate: { nano: 0.8, micro: 0.6, macro: 0.35 },
  engagementRate: { nano: 0.06, micro: 0.045, macro: 0.022 },
  /** Dollars per post: `scale * followers ** power`, times a lognormal of `sigma`. */
  fee: { scale: 0.16, power: 0.77, sigma: 0.6 },
  /** Share of clicks that convert. */
  conversionRate: 0.03,
  /** What a campaign's objective multiplies conversions by; within `even` mix it averages out over both tiers. */
  objectiveFactor: { awareness: 0.4, engagement: 0.6, traffic: 1, conversions: 1.4, sales: 1.6 },
  /** Lognormal sigmas of a creator's own effect on conversions, of a post's luck, and of one basket. */
  sigma: { creator: 0.6, post: 0.9, basket: 0.55 },
  basketUsd: 96,
  /** Days over which a post is followed, and how fast its figures fade: weights `exp(-day / fade)`. */
  trackedDays: 20,
  fadeDays: { Instagram: 3, TikTok: 4.5, YouTube: 8 },
  /** A gifted creator's post converts as if this share of the usual fee had been paid. */
  giftedShare: 0.3,
} as const

export type Platform = keyof typeof model.fadeDays
export type Tier = keyof typeof model.trueCpaUsd
export type Objective = keyof typeof model.objectiveFactor

export const platforms: readonly Platform[] = ['Instagram', 'TikTok', 'YouTube']

/** The product's default bands: micro from 1,000 to 100,000 followers. */
export function tierOf(followers: number): Tier {
  return followers < 1000 ? 'nano' : followers <= 100_000 ? 'micro' : 'macro'
}
