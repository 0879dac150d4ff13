/** The two sides that a plan splits a budget over. */
export const planTiers = ['micro', 'macro'] as const
export type PlanTier = (typeof planTiers)[number]
export type BySide<T> = Readonly<Record<PlanTier, T>>

/** What one tier was paid and brought in one month of one campaign. */
export type PlanCell = Readonly<{
  campaign: number
  /** Minor units, above 0. */
  spend: number
  /** What is to be had for the money: conversions, or revenue in minor units. Not below 0. */
  outcome: number
  conversions: number
  /** Creators that were paid. */
  creators: number
}>

/** Makes a value for each side. */
export const bySide = <T>(make: (tier: PlanTier) => T): BySide<T> => ({ micro: make('micro'), macro: make('macro') })
