import type { Day } from '../calendar.ts'
import { measureCount, measureIndex, measures, spendStatuses } from './measures.ts'
import type { ResultGroups } from './result-groups.ts'
import type { SpendRow } from './spend-rows.ts'

/** What one row says, with name ids for texts that name somebody (0 for none) and absolute days. */
export type RowContent = {
  /** Null where it is not told. */
  day: Day | null
  creator: number
  campaign: number
  platform: string
  post: string
  lineId: string
  category: string
  reference: string
  status: string
  /** Minor units of `currency`; null for results. */
  amount: number | null
  currency: string
  measures: Record<string, number>
}

export function contentOfSpend(row: SpendRow): RowContent {
  const { day, creator, campaign, platform, lineId, category, reference, amount, currency } = row
  const status = spendStatuses[row.status] ?? ''
  return {
    day,
    creator,
    campaign,
    platform,
    post: '',
    lineId,
    category,
    reference,
    status,
    amount,
    currency,
    measures: {},
  }
}

/** What a group of result rows came to. */
export function contentOfGroup(groups: ResultGroups, at: number): RowContent {
  const mask = groups.mask[at] as number
  const told: Record<string, number> = {}
  for (let m = 0; m < measureCount; m++)
    if (mask & (1 << m)) told[measures[m] as string] = groups.values[m]?.[at] as number
  const money = [measureIndex.revenue, measureIndex.grossProfit].find((m) => mask & (1 << m))
  const [first] = money === undefined ? [] : groups.ownMoney(at, money)
  return {
    day: null,
    creator: groups.creator[at] as number,
    campaign: groups.campaign[at] as number,
    platform: '',
    post: '',
    lineId: '',
    category: '',
    reference: '',
    status: '',
    amount: null,
    currency: first?.[0] ?? '',
    measures: told,
  }
}
