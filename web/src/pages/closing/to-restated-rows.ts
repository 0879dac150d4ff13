import type { PinnedTotals, RestatedMonth, TierTotals } from '../../../../functions/contract/month-change.ts'
import { formatCount, formatMoney } from '../../format/format.ts'
import { figureTexts, overheadText, t, unknownAmount } from '../../messages/closing.ts'
import { tierTexts } from '../../messages/metrics.ts'

export type RestatedRow = { month: string; tier: string; figure: string; before: string; after: string }

type Figure = keyof TierTotals
const figures = Object.keys(figureTexts) as Figure[]
const tiers = ['nano', 'micro', 'macro', 'unknown'] as const

/** Every total that a closed month would say otherwise; one row for all tiers where only finer figures change. */
export function toRestatedRows({ month, before, after }: RestatedMonth): RestatedRow[] {
  const rows = [
    ...tiers.flatMap((tier) =>
      figures.flatMap((figure) =>
        changed({ month, tier: tierTexts[tier], figure: figureTexts[figure] }, [
          sayFigure(before, before.tiers[tier], figure),
          sayFigure(after, after.tiers[tier], figure),
        ]),
      ),
    ),
    ...changed({ month, tier: overheadText, figure: figureTexts.spendMinor }, [
      sayMoney(before.overheadMinor, before.currency),
      sayMoney(after.overheadMinor, after.currency),
    ]),
  ]
  if (rows.length > 0) return rows
  const spend = formatMoney(spendOf(before), before.currency)
  return [{ month, tier: t('everyTier'), figure: figureTexts.spendMinor, before: spend, after: spend }]
}

function changed(place: Pick<RestatedRow, 'month' | 'tier' | 'figure'>, [before, after]: [Said, Said]): RestatedRow[] {
  // Nothing stays nothing in any currency.
  if (before.text === after.text || (before.value === 0 && after.value === 0)) return []
  return [{ ...place, before: before.text, after: after.text }]
}

type Said = { value: number | null; text: string }

function sayFigure({ currency }: PinnedTotals, totals: TierTotals, figure: Figure): Said {
  const value = totals[figure]
  if (value === null) return { value, text: unknownAmount }
  return figure.endsWith('Minor') ? sayMoney(value, currency) : { value, text: formatCount(value) }
}

const sayMoney = (value: number, currency: string): Said => ({ value, text: formatMoney(value, currency) })

/** All that a month's rows cost, overhead too. */
export const spendOf = ({ tiers: { all }, overheadMinor }: PinnedTotals): number => all.spendMinor + overheadMinor
