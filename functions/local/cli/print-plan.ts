import type { Plan, PlanSide, PlanSplit } from '../../contract/plan.ts'
import { type Cell, formatMoney, formatTable } from './show-table.ts'

const tiers = ['micro', 'macro'] as const

/** A plan as the page tells it: the answer, why, both splits, what they rest on. */
export function printPlan(plan: Plan): string {
  const { query, currency, sentence, reasons, caveats, snapshot } = plan
  const budget = query.budgetMinor === null ? 'no budget' : formatMoney(query.budgetMinor, currency)
  return [
    `${query.from ?? '…'} to ${query.to ?? '…'}  snapshot ${snapshot.number}  ${budget} for ${query.goal}, ${query.campaigns} x ${query.months} campaign-months`,
    '',
    sentence,
    ...reasons.map(({ message, help }) => `- ${message} ${help}`),
    '',
    ...(plan.current ? [printSplits(plan, plan.current), ''] : []),
    printData(plan),
    ...caveats.map(({ message }) => `! ${message}`),
  ].join('\n')
}

function printSplits(plan: Plan, current: PlanSplit): string {
  const splits = [['current', current] as const, ...(plan.proposed ? [['proposed', plan.proposed] as const] : [])]
  const heads = ['split', 'tier', 'share', 'spend', plan.query.goal, nextHead(plan), 'creators a month']
  const rows = splits.flatMap(([name, split]) =>
    tiers.map((tier): Cell[] => [name, tier, ...sideCells(split[tier], plan)]),
  )
  return formatTable(heads, rows)
}

const nextHead = ({ query, currency }: Plan): string =>
  query.goal === 'revenue' ? `next ${currency} brings` : 'next conversion costs'

function sideCells({ share, spendMinor, outcome, marginalCost, creators }: PlanSide, plan: Plan): Cell[] {
  const { currency } = plan
  const isRevenue = plan.query.goal === 'revenue'
  return [
    `${(100 * share).toFixed(0)} %`,
    formatMoney(spendMinor, currency),
    outcome === null ? null : isRevenue ? formatMoney(outcome, currency) : Math.round(outcome),
    marginalCost === null ? null : isRevenue ? (1 / marginalCost).toFixed(2) : formatMoney(marginalCost, currency),
    creators === null ? null : creators.toFixed(1),
  ]
}

function printData({ data, currency }: Plan): string {
  const heads = ['tier', 'campaigns', 'campaign-months', 'spend', 'conversions', 'spread of spend', 'left out']
  const rows = tiers.map((tier): Cell[] => {
    const { campaigns, campaignMonths, spendMinor, conversions, logSpendSd, unpaid, refunded } = data[tier]
    const spread = logSpendSd.toFixed(2)
    return [tier, campaigns, campaignMonths, formatMoney(spendMinor, currency), conversions, spread, unpaid + refunded]
  })
  return formatTable(heads, rows)
}
