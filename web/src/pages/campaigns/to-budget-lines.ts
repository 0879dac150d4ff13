import type { CampaignRow } from '../../../../functions/contract/report.ts'
import { statusNames } from './budget-bar.tsx'

export type BudgetLine = {
  id: (typeof statusNames)[number] | 'together' | 'left' | 'beyond'
  minor: number
  /** Of the budget; null where it cannot be compared. */
  share: number | null
}

type Row = Pick<CampaignRow, 'statuses' | 'spentMinor' | 'budgetMinor' | 'budgetCurrency'>

/** What was spent by status and together, and what is left of a budget in the same currency, on the row's spend basis. */
export function toBudgetLines(row: Row, currency: string): BudgetLine[] {
  const { statuses, spentMinor, budgetMinor, budgetCurrency } = row
  const comparable = budgetMinor !== null && budgetMinor > 0 && (budgetCurrency ?? currency) === currency
  const line = (id: BudgetLine['id'], minor: number): BudgetLine => ({
    id,
    minor,
    share: comparable ? minor / budgetMinor : null,
  })
  const own = statusNames.map((name) => line(name, statuses[`${name}Minor`]))
  const together = line(
    'together',
    own.reduce((sum, { minor }) => sum + minor, 0),
  )
  if (!comparable) return [...own, together]
  const left = budgetMinor - spentMinor
  return [...own, together, left < 0 ? line('beyond', -left) : line('left', left)]
}
