import { divideHalfEven, parseDecimal } from '../money/decimal.ts'
import type { BooksView, ViewCampaign } from './books-view.ts'
import type { Profit } from './metrics.ts'

/**
 * Given gross profit, and margin x revenue where it was not given: half to even, once a campaign. Null where a
 * campaign that needs a margin has none.
 * @param without revenue without given profit, by campaign (position in the view), minor units
 */
export function grossProfit(view: BooksView, given: number, without: ReadonlyMap<number, number>): Profit {
  let profit = given
  for (const [campaign, revenue] of without) {
    if (revenue === 0) continue
    const margin = view.campaigns[campaign]?.facts?.margin
    const decimal = margin == null ? undefined : parseDecimal(margin)
    if (!decimal) return null
    profit += Number(divideHalfEven(BigInt(revenue) * decimal.units, 10n ** BigInt(decimal.exponent)))
  }
  return profit
}

/** A campaign's margin as a number; undefined where it has none. */
export function marginOf({ facts }: ViewCampaign): number | undefined {
  const decimal = facts?.margin == null ? undefined : parseDecimal(facts.margin)
  return decimal && Number(decimal.units) / 10 ** decimal.exponent
}
