import { getOrAdd } from '../get-or-add.ts'
import { splitAmount } from '../money/split-amount.ts'
import { type BooksView, tierNames } from './books-view.ts'

/** A creator's part of a campaign's overhead; `tier` is the one that the creator has there (position in `tierNames`). */
export type OverheadShare = { creator: number; tier: number; minor: number }

/** Spend of the creators of each campaign in one scope, by which the campaign's overhead is spread. */
export class DirectSpend {
  readonly #byCampaign = new Map<number, Map<number, number>>()

  add(campaign: number, creator: number, spend: number): void {
    if (campaign === 0 || spend === 0) return
    const creators = getOrAdd(this.#byCampaign, campaign, () => new Map<number, number>())
    creators.set(creator, (creators.get(creator) ?? 0) + spend)
  }

  /**
   * Shares of a campaign's overhead in proportion to direct spend, by largest remainder, ties to the lower creator id.
   * None where it stays overhead: the campaign has no direct spend.
   */
  share(view: BooksView, campaign: number, overheadMinor: number): OverheadShare[] {
    const creators = [...(this.#byCampaign.get(campaign) ?? [])].sort(
      ([a], [b]) => (view.creators[a]?.id ?? 0) - (view.creators[b]?.id ?? 0),
    )
    if (overheadMinor === 0 || !creators.some(([, spend]) => spend > 0)) return []
    const parts = splitAmount(
      overheadMinor,
      creators.map(([, spend]) => spend),
    )
    return creators.map(([creator], i) => ({
      creator,
      tier: view.pairTier(creator, campaign) ?? tierNames.length - 1,
      minor: parts[i] as number,
    }))
  }
}
