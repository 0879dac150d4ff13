import type { Report } from '../../../../functions/contract/report.ts'

type Measure = 'spend' | 'revenue' | 'conversions' | 'impressions'
export type Change = { measure: Measure; money: boolean; before: number; after: number }

/** What a step does to the sums of all books: spend as the ledger has it, overhead and all. */
export function toChanges(before: Report, after: Report): Change[] {
  const of = (measure: Measure, money: boolean, read: (report: Report) => number): Change => ({
    measure,
    money,
    before: read(before),
    after: read(after),
  })
  return [
    of('spend', true, ({ reconciliation }) => reconciliation.ledgerMinor),
    of('revenue', true, ({ tiers }) => tiers.all.revenueMinor),
    of('conversions', false, ({ tiers }) => tiers.all.conversions),
    of('impressions', false, ({ tiers }) => tiers.all.impressions),
  ]
}
