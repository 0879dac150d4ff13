import * as z from 'zod'
import { IsoDate, Month, NameId } from './ids.ts'
import { CurrencyCode, MinorUnits } from './money.ts'
import { Estimate, SnapshotRef, TierName } from './report.ts'

/** The last count of a month on one platform, and the tier that it stands for. */
export const FollowerCount = z.object({
  month: Month,
  platform: z.string(),
  followers: z.int(),
  tier: TierName,
})
export type FollowerCount = z.infer<typeof FollowerCount>

/** A creator in a campaign: it keeps one tier there, that of its first post. */
export const CreatorDeal = z.object({
  campaign: NameId,
  name: z.string(),
  firstPost: IsoDate.nullable(),
  tier: TierName,
})
export type CreatorDeal = z.infer<typeof CreatorDeal>

/** What the whole books hold of one creator, whatever the range. */
export const CreatorHistory = z.object({
  snapshot: SnapshotRef,
  creator: NameId,
  name: z.string(),
  lastPost: IsoDate.nullable(),
  /** Newest first. */
  followers: z.array(FollowerCount),
  /** Newest first; those without a post last. */
  deals: z.array(CreatorDeal),
})
export type CreatorHistory = z.infer<typeof CreatorHistory>

/** One post in one month, as its uploads say together; without a post of its own, what a creator brought in a campaign. */
export const CreatorPost = z.object({
  month: Month,
  platform: z.string(),
  /** As files name it. */
  post: z.string().nullable(),
  published: IsoDate.nullable(),
  campaign: z.string().nullable(),
  impressions: z.int().nullable(),
  reach: z.int().nullable(),
  engagements: z.int().nullable(),
  clicks: z.int().nullable(),
  conversions: z.int().nullable(),
  revenueMinor: MinorUnits.nullable(),
  /** Engagements / impressions. */
  engagementRate: Estimate,
})
export type CreatorPost = z.infer<typeof CreatorPost>

export const CreatorPostList = z.object({
  snapshot: SnapshotRef,
  currency: CurrencyCode,
  /** Newest month first. */
  posts: z.array(CreatorPost),
  next: z.string().nullable(),
})
export type CreatorPostList = z.infer<typeof CreatorPostList>
