import { logSpendSd, type ObservedSpend, observedSpend } from './observed-spend.ts'
import type { PlanCell, PlanTier } from './plan-cell.ts'
import { planNeeds, type Refusal } from './refusal.ts'

/** What one tier's cells add up to. */
export type SideFacts = Readonly<{
  cells: number
  campaigns: number
  spend: number
  outcome: number
  conversions: number
  /** Null without a paid creator. */
  spendPerCreator: number | null
  logSpendSd: number
  /** Null without cells. */
  observed: ObservedSpend | null
}>

export function sideFacts(cells: readonly PlanCell[]): SideFacts {
  const sum = (of: (cell: PlanCell) => number): number => cells.reduce((total, cell) => total + of(cell), 0)
  const [spend, creators] = [sum((cell) => cell.spend), sum((cell) => cell.creators)]
  return {
    cells: cells.length,
    campaigns: new Set(cells.map(({ campaign }) => campaign)).size,
    spend,
    outcome: sum((cell) => cell.outcome),
    conversions: sum((cell) => cell.conversions),
    spendPerCreator: creators > 0 ? spend / creators : null,
    logSpendSd: logSpendSd(cells),
    observed: cells.length > 0 ? observedSpend(cells) : null,
  }
}

/** What a tier's data lack for a curve: none of it looks at which side did well. */
export function lacksOf(tier: PlanTier, facts: SideFacts): Refusal[] {
  const lacks = [
    { code: 'few-campaigns', found: facts.campaigns, needed: planNeeds.campaigns },
    { code: 'few-cells', found: facts.cells, needed: planNeeds.cells },
    { code: 'little-variation', found: facts.logSpendSd, needed: planNeeds.logSpendSd },
    { code: 'few-conversions', found: facts.conversions, needed: planNeeds.conversions },
    // Conversions may stand without revenue: half a cent is less than any.
    { code: 'no-revenue', found: facts.outcome, needed: 0.5 },
  ] as const
  return lacks.filter(({ found, needed }) => found < needed).map((lack) => ({ ...lack, tier }))
}
