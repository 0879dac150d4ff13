import type { BooksChange } from '../../contract/books-change.ts'
import type { MonthChange, RestatedMonth } from '../../contract/month-change.ts'
import { formatMoney, formatTable, printable } from './show-table.ts'

/** One change of the books for a terminal: what it is, what it does to which months. */
export function printChange(change: BooksChange): string {
  const { edit, state, snapshot, reported, restates, restated, pins, warnings, problems, problemsTotal } = change
  const rest = problemsTotal - problems.length
  return [
    `${edit.kind}  ${state}${snapshot === null ? '' : `  snapshot ${snapshot}`}`,
    `change ${change.id}`,
    ...(pins.length === 0 ? [] : ['', formatTable(['closes', 'spend', 'revenue'], pins.map(pinRow))]),
    ...(reported.length === 0 ? [] : ['', printMonthChanges(reported)]),
    ...(restated.length === 0
      ? []
      : ['', `Closed months that say something else: ${restated.join(', ')}`, printRestated(restates)]),
    ...(problems.length === 0 ? [] : ['', ...problems.map(({ message }) => `! ${printable(message)}`)]),
    ...(rest > 0 ? [`and ${rest} more problems`] : []),
    ...(warnings.length === 0 ? [] : ['', ...warnings.map(({ message }) => `! ${printable(message)}`)]),
  ].join('\n')
}

function pinRow({ month, totals }: BooksChange['pins'][number]): string[] {
  const { all } = totals.tiers
  const money = (minor: number): string => formatMoney(minor, totals.currency)
  return [month, money(all.spendMinor + totals.overheadMinor), money(all.revenueMinor)]
}

export function printMonthChanges(months: readonly MonthChange[]): string {
  const rows = months.map(({ month, before, after }) => [
    month,
    formatMoney(before.spendMinor, before.currency),
    formatMoney(after.spendMinor, after.currency),
    formatMoney(before.revenueMinor, before.currency),
    formatMoney(after.revenueMinor, after.currency),
  ])
  return formatTable(['month', 'spend before', 'after', 'revenue before', 'after'], rows)
}

export function printRestated(months: readonly RestatedMonth[]): string {
  const tiers = ['nano', 'micro', 'macro', 'unknown'] as const
  const rows = months.flatMap(({ month, before, after }) =>
    tiers.map((tier) => [
      month,
      tier,
      formatMoney(before.tiers[tier].spendMinor, before.currency),
      formatMoney(after.tiers[tier].spendMinor, after.currency),
      formatMoney(before.tiers[tier].revenueMinor, before.currency),
      formatMoney(after.tiers[tier].revenueMinor, after.currency),
    ]),
  )
  return formatTable(['month', 'tier', 'spend before', 'after', 'revenue before', 'after'], rows)
}
