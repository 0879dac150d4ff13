import type { UploadKind } from '../../../contract/upload.ts'
import type { NumberUse } from './column-plan.ts'
import type { MonthUse } from './decide-date.ts'

/** What a field's cells are: decides how its column is read. */
export type FieldUse =
  | { as: 'number'; use: NumberUse }
  | { as: 'date'; months: MonthUse }
  | { as: 'text' | 'currency' | 'status' }

const numberUses: Record<string, NumberUse> = {
  amount: 'amount',
  revenue: 'amount',
  gross_profit: 'amount',
  budget: 'amount',
  target_cpm: 'amount',
  target_cpe: 'amount',
  target_cpc: 'amount',
  target_cpa: 'amount',
  target_roas: 'rate',
  target_roi: 'rate',
  rate: 'rate',
  margin: 'fraction',
  content_score: 'score',
  brand_fit: 'score',
  followers: 'count',
  impressions: 'count',
  reach: 'count',
  engagements: 'count',
  comments: 'count',
  saves: 'count',
  shares: 'count',
  clicks: 'count',
  conversions: 'count',
}

const dateMonths: Record<string, MonthUse> = {
  date: 'ask-day',
  published: 'ask-day',
  period_start: 'first',
  period_end: 'last',
  start: 'first',
  end: 'last',
}

export function useOfField(kind: UploadKind, field: string): FieldUse {
  // Only spend can be spread over a period.
  if (kind === 'spend' && field === 'date') return { as: 'date', months: 'ask-period' }
  const use = numberUses[field]
  if (use) return { as: 'number', use }
  const months = dateMonths[field]
  if (months) return { as: 'date', months }
  if (field === 'currency' || (kind === 'fx' && (field === 'from' || field === 'to'))) return { as: 'currency' }
  return { as: field === 'status' ? 'status' : 'text' }
}
