import type { BySide } from './plan-cell.ts'
import { marginalCostAt, type ResponseCurve, responseAt } from './response-curve.ts'
import type { Span } from './split-bounds.ts'

/** A budget over both sides, in minor units. */
export type Split = BySide<number>

const halvings = 200

/**
 * The split at which one more unit of outcome costs the same on both sides, or the nearest within the bounds. Marginal
 * costs rise with spend, so bisection finds it.
 */
export function splitBudget(curves: BySide<ResponseCurve>, budget: number, { low, high }: Span): Split {
  const dearer = (micro: number): boolean =>
    marginalCostAt(curves.micro, micro) > marginalCostAt(curves.macro, budget - micro)
  let [from, to] = [low, high]
  for (let i = 0; i < halvings; i++) {
    const middle = (from + to) / 2
    if (middle <= from || middle >= to) break
    if (dearer(middle)) to = middle
    else from = middle
  }
  const micro = dearer(low) ? low : dearer(high) ? (from + to) / 2 : high
  return { micro, macro: budget - micro }
}

export const responseOf = (curves: BySide<ResponseCurve>, { micro, macro }: Split): number =>
  responseAt(curves.micro, micro) + responseAt(curves.macro, macro)

/** What one split brings more than another, as a share of the other. */
export const gainOver = (curves: BySide<ResponseCurve>, split: Split, present: Split): number =>
  responseOf(curves, split) / responseOf(curves, present) - 1
