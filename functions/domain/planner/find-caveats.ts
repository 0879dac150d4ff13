import type { PlanCaveat } from '../../contract/plan.ts'
import { type Day, firstDayOf, monthOf } from '../calendar.ts'
import type { CollectedCells } from './collect-cells.ts'
import type { SplitPlan } from './plan-split.ts'

/** What a reader of the plan has to know besides. */
export function findCaveats(
  plan: SplitPlan,
  { unpaid, refunded }: Pick<CollectedCells, 'unpaid' | 'refunded'>,
  asked: { from: Day | null; to: Day | null },
): PlanCaveat[] {
  const leftOut = unpaid.micro + unpaid.macro + refunded.micro + refunded.macro
  const found: [PlanCaveat['code'], boolean, string][] = [
    [
      'more-creators',
      plan.curves !== null,
      'Extra money for a tier usually buys more creators, not more money for each. Whether the next creators are as good as the present ones, the data cannot tell.',
    ],
    [
      'association',
      plan.curves !== null,
      'The curves show what went together, not what caused it: who was chosen, briefs and timing were not held equal.',
    ],
    [
      'at-bound',
      isAtBound(plan),
      'The best split lies at the edge of what was tried; further on may be better, but nobody has seen it.',
    ],
    [
      'present-outside',
      isPresentOutside(plan),
      'At this budget the current split lies outside of what was tried, so that what it would bring is a guess.',
    ],
    [
      'left-out',
      leftOut > 0,
      `${leftOut} ${leftOut === 1 ? 'campaign-month of a tier is' : 'campaign-months of a tier are'} left out: results without spend, or less than no revenue.`,
    ],
    ['cut-months', cutsMonths(asked), 'The range cuts a month: what is left of it counts as a whole campaign-month.'],
  ]
  return found.filter(([, holds]) => holds).map(([code, , message]) => ({ code, message }))
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.abs(b)

function isAtBound({ best, refusals }: SplitPlan): boolean {
  if (!best || refusals.length > 0) return false
  return isNear(best.split.micro, best.bounds.low) || isNear(best.split.micro, best.bounds.high)
}

function isPresentOutside({ best, present }: SplitPlan): boolean {
  return best !== null && present !== null && (present.micro < best.bounds.low || present.micro > best.bounds.high)
}

function cutsMonths({ from, to }: { from: Day | null; to: Day | null }): boolean {
  const isFirst = (day: Day): boolean => firstDayOf(monthOf(day)) === day
  return (from !== null && !isFirst(from)) || (to !== null && !isFirst(to + 1))
}
