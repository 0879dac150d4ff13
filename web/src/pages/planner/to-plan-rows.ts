import type { Plan, PlanSplit } from '../../../../functions/contract/plan.ts'
import { currencyExponent } from '../../format/currency-exponents.ts'
import { formatCount, formatMoney, formatRatio, formatShare } from '../../format/format.ts'
import { t } from '../../messages/planner.ts'

/** A figure of both splits, ready to be read; a dash where there is none. */
export type PlanRow = { id: string; label: string; current: string; proposed: string; change: string }

const tiers = ['micro', 'macro'] as const

type Figure = {
  id: string
  label: string
  of: (split: PlanSplit) => number | null
  write: (value: number) => string
  differ: (by: number) => string
}

/** What the current and the proposed split cost and bring, as far as it is known. */
export function toPlanRows(plan: Plan): PlanRow[] {
  const { current, proposed } = plan
  const rows = figuresOf(plan).map(({ id, label, of, write, differ }) => {
    const [now, then] = [current && of(current), proposed && of(proposed)]
    const text = (value: number | null): string => (value === null ? t('noValue') : write(value))
    return {
      id,
      label,
      current: text(now),
      proposed: text(then),
      change: now === null || then === null ? t('noValue') : differ(then - now),
      known: now !== null || then !== null,
    }
  })
  return rows.filter(({ known }) => known).map(({ known: _, ...row }) => row)
}

function figuresOf({ currency, query: { goal } }: Plan): Figure[] {
  const money = (minor: number): string => formatMoney(minor, currency, 'whole')
  const moneyChange = (minor: number): string => (minor < 0 ? money(minor) : `+${money(minor)}`)
  const isRevenue = goal === 'revenue'
  const unit = unitOf(currency)
  return [
    ...tiers.map(
      (tier): Figure => ({
        id: `spend ${tier}`,
        label: t('spendOf', { tier: t(tier) }),
        of: (split) => split[tier].spendMinor,
        write: money,
        differ: moneyChange,
      }),
    ),
    {
      id: 'outcome',
      label: t('outcomeOf', { goal: t(goal) }),
      of: ({ outcome }) => outcome,
      write: (value) => writeOutcome(value, goal, currency),
      differ: isRevenue ? moneyChange : (by) => formatCount(Math.round(by), 'change'),
    },
    ...tiers.map(
      (tier): Figure => ({
        id: `next ${tier}`,
        label: isRevenue ? t('nextRevenueOf', { unit, tier: t(tier) }) : t('nextOf', { tier: t(tier) }),
        of: (split) => nextOf(split[tier].marginalCost, isRevenue),
        write: isRevenue ? formatRatio : (value) => formatMoney(value, currency),
        differ: isRevenue ? (by) => signed(formatRatio(by), by) : (by) => formatMoney(by, currency, 'change'),
      }),
    ),
    ...tiers.map(
      (tier): Figure => ({
        id: `creators ${tier}`,
        label: t('creatorsOf', { tier: t(tier) }),
        of: (split) => split[tier].creators,
        write: writeCreators,
        differ: (by) => signed(writeCreators(by), by),
      }),
    ),
  ]
}

const signed = (text: string, by: number): string => (by > 0 ? `+${text}` : text)

/** What the next unit of spend brings, or what the next conversion costs. */
const nextOf = (marginalCost: number | null, isRevenue: boolean): number | null =>
  marginalCost === null ? null : isRevenue ? 1 / marginalCost : marginalCost

/** One unit of a currency, as in `$1`. */
export const unitOf = (currency: string): string => formatMoney(10 ** currencyExponent(currency), currency, 'whole')

export function writeOutcome(value: number, goal: Plan['query']['goal'], currency: string): string {
  return goal === 'revenue' ? formatMoney(value, currency, 'whole') : formatCount(Math.round(value))
}

/** Fewer than ten with a decimal: half a creator more is half a creator more. */
export const writeCreators = (count: number): string =>
  formatCount(Math.abs(count) < 10 ? Math.round(count * 10) / 10 : Math.round(count))

/** How a split shares the budget, in words. */
export function saySplit({ micro, macro }: PlanSplit): string {
  return t('splitOf', { micro: formatShare(micro.share), macro: formatShare(macro.share) })
}
