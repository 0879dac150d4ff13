import type { CampaignPace } from '../../../contract/report.ts'
import { type Day, formatDay, noDay } from '../../calendar.ts'
import type { CampaignFacts } from '../../ledger/directory.ts'

/** Shares that differ by no more are on pace: campaigns are not spent evenly by the day. */
export const paceTolerance = 0.05

/**
 * Share of the budget spent against the share of its days gone, both ends counted.
 * @param spentMinor over all its time, in the reporting currency
 * @param reach the last day that the books hold spend of: nobody knows what is spent beyond
 */
export function paceOf(
  facts: Pick<CampaignFacts, 'start' | 'end' | 'budgetMinor' | 'currency'> | null,
  spentMinor: number,
  reach: Day,
  reportingCurrency: string,
): CampaignPace {
  const { start = null, end = null, budgetMinor = null, currency = null } = facts ?? {}
  if (budgetMinor === null || budgetMinor <= 0) return unknown('no-budget')
  if (currency !== null && currency !== reportingCurrency) return unknown('other-currency')
  if (start === null || end === null || end < start) return unknown('no-dates')
  if (reach === noDay) return unknown('no-spend')
  const days = end - start + 1
  const daysGone = Math.min(days, Math.max(0, reach - start + 1))
  const spentShare = spentMinor / budgetMinor
  const daysShare = daysGone / days
  const state = stateOf(spentShare, daysShare)
  return { kind: 'known', state, spentShare, daysShare, daysGone, days, through: formatDay(reach) as IsoDay }
}

type Known = Extract<CampaignPace, { kind: 'known' }>
type IsoDay = Known['through']

const unknown = (reason: Extract<CampaignPace, { kind: 'unknown' }>['reason']): CampaignPace => ({
  kind: 'unknown',
  reason,
})

function stateOf(spentShare: number, daysShare: number): Known['state'] {
  if (spentShare > 1) return 'over'
  if (daysShare === 0) return 'not-begun'
  if (daysShare === 1) return 'ended'
  const ahead = spentShare - daysShare
  if (Math.abs(ahead) <= paceTolerance) return 'on-pace'
  return ahead > 0 ? 'ahead' : 'behind'
}
