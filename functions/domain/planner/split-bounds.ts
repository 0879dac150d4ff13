import type { ObservedSpend } from './observed-spend.ts'
import type { BySide } from './plan-cell.ts'

/** From and to, in minor units. */
export type Span = Readonly<{ low: number; high: number }>

/** Half to double a tier's mean, within what was seen of it (statistics specification, 5). */
export function sideBounds({ mean, low, high }: ObservedSpend): Span {
  const top = Math.min(2 * mean, high)
  return { low: Math.min(Math.max(mean / 2, low), top), high: top }
}

/** What micro may get of a budget; empty (low above high) where the budget lies outside of what was seen. */
export function splitBounds(observed: BySide<ObservedSpend>, budget: number): Span {
  const [micro, macro] = [sideBounds(observed.micro), sideBounds(observed.macro)]
  return { low: Math.max(micro.low, budget - macro.high), high: Math.min(micro.high, budget - macro.low) }
}

/** Budgets that can be split at all. */
export function budgetBounds(observed: BySide<ObservedSpend>): Span {
  const [micro, macro] = [sideBounds(observed.micro), sideBounds(observed.macro)]
  return { low: micro.low + macro.low, high: micro.high + macro.high }
}
