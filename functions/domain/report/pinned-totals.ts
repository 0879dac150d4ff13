import type { PinnedMonth, PinnedTotals, RestatedMonth, TierTotals } from '../../contract/month-change.ts'
import { daysIn, firstDayOf, parseMonth } from '../calendar.ts'
import { digestOf } from '../ledger/codec/digest.ts'
import type { Rollup } from '../ledger/rollup.ts'
import { type BooksView, tierNames } from './books-view.ts'
import { grossProfit } from './gross-profit.ts'
import { type Scope, unfiltered } from './scan-cells.ts'
import { addSums, followersAt, newSums, postsOf, sumOf, wireSums } from './sums.ts'
import { type Tally, tallyScope } from './tally.ts'

/** One state of the books as a closed month is held against it. */
export type PinnedState = { view: BooksView; currency: string }

/**
 * Months that say something else in `after`: any sum of any day, creator, campaign and platform, any total of any tier
 * after aliases, follower counts, bands and margins, or the currency itself.
 */
export function findRestated(months: readonly string[], before: PinnedState, after: PinnedState): RestatedMonth[] {
  return months.flatMap((month) => {
    const [old, now] = [pin(before, month), pin(after, month)]
    return old.print === now.print ? [] : [{ month, before: old.totals, after: now.totals }]
  })
}

/** Months as closing them pins them; equal prints say the same in everything. */
export function pinMonths(months: readonly string[], state: PinnedState): (PinnedMonth & { print: string })[] {
  return months.map((month) => ({ month, ...pin(state, month) }))
}

function pin({ view, currency }: PinnedState, month: string): { totals: PinnedTotals; print: string } {
  const tally = tallyScope(view, scopeOf(month), [], { spendBasis: 'accrued', overhead: 'apart' })
  const totals = { currency, overheadMinor: tally.overheadMinor, tiers: tiersOf(view, tally) }
  const rollup = view.months.find((of) => of.month === parseMonth(month))?.rollup
  const sums = [...tally.tiers, tally.unattributed].map((of) => Array.from(of))
  return { totals, print: digestOf(JSON.stringify([totals, sums, rollup ? contentOf(rollup) : null])) }
}

function scopeOf(month: string): Scope {
  const from = firstDayOf(parseMonth(month))
  return { ...unfiltered, from, to: from + daysIn(parseMonth(month)) - 1 }
}

function tiersOf(view: BooksView, tally: Tally): PinnedTotals['tiers'] {
  const each = tierNames.map((name, at) => [name, tierTotals(view, tally, [at])] as const)
  const all = tierTotals(
    view,
    tally,
    tierNames.map((_, at) => at),
  )
  return { ...(Object.fromEntries(each) as Omit<PinnedTotals['tiers'], 'all'>), all }
}

function tierTotals(view: BooksView, tally: Tally, members: readonly number[]): TierTotals {
  const sums = newSums()
  const without = new Map<number, number>()
  for (const tier of members) {
    addSums(sums, tally.tiers[tier] as Float64Array)
    for (const [campaign, minor] of tally.withoutProfit[tier] ?? [])
      without.set(campaign, (without.get(campaign) ?? 0) + minor)
  }
  const bits = members.reduce((mask, tier) => mask | (1 << tier), 0)
  const count = (of: Uint8Array): number => of.reduce((found, tiers) => found + Number((tiers & bits) !== 0), 0)
  return {
    creators: count(tally.creatorTiers),
    campaigns: count(tally.campaignTiers),
    posts: postsOf(sums),
    ...wireSums(sums),
    grossProfitMinor: grossProfit(view, sumOf(sums, 'grossProfit'), without),
    followers: sums[followersAt] as number,
  }
}

/** Everything that rows made of the month, whichever staging wrote it. */
function contentOf({ header, cells }: Rollup): unknown {
  return [
    header.totals,
    header.days.map(({ day, digest }) => [day, digest]),
    header.quality.digest,
    [cells.creators, cells.campaigns, cells.platforms],
    [cells.creator, cells.campaign, cells.platform].map((column) => Array.from(column)),
  ]
}
