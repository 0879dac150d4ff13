import type { MatchStanding } from '../../contract/match.ts'
import type { MinorUnits } from '../../contract/money.ts'
import type { Party } from './party.ts'

/** How well spend and results agree, from everybody of one kind. */
export function measureStanding(parties: readonly Party[]): MatchStanding {
  const part = (of: readonly Party[], amount: (party: Party) => number): MatchStanding['unmatched'] => ({
    amountMinor: of.reduce((sum, party) => sum + amount(party), 0) as MinorUnits,
    names: of.length,
  })
  const spends = parties.filter(({ hasSpend }) => hasSpend)
  return {
    unmatched: part(
      parties.filter(({ unmatchedMinor }) => unmatchedMinor !== 0),
      ({ unmatchedMinor }) => unmatchedMinor,
    ),
    withoutResults: part(
      spends.filter(({ hasResults }) => !hasResults),
      ({ spendMinor }) => spendMinor,
    ),
    withoutSpend: part(
      parties.filter(({ hasSpend, hasResults }) => hasResults && !hasSpend),
      ({ revenueMinor }) => revenueMinor,
    ),
  }
}
