import type { PlanTier } from './plan-cell.ts'

/** Why no other split is proposed, with the figures that it rests on. Money in minor units a campaign-month. */
export type Refusal = Readonly<
  | { code: 'few-campaigns'; tier: PlanTier; found: number; needed: number }
  | { code: 'few-cells'; tier: PlanTier; found: number; needed: number }
  | { code: 'little-variation'; tier: PlanTier; found: number; needed: number }
  | { code: 'few-conversions'; tier: PlanTier; found: number; needed: number }
  | { code: 'no-revenue'; tier: PlanTier; found: number; needed: number }
  | { code: 'budget-outside'; found: number; low: number; high: number }
  | { code: 'uncertain-gain'; low: number; found: number }
  | { code: 'small-gain'; found: number; needed: number }
>

/** From the simulations of the statistics specification, 5. */
export const planNeeds = { campaigns: 3, cells: 9, conversions: 30, logSpendSd: 0.35, gain: 0.02 } as const
