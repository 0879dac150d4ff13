import type { Settings } from '../../contract/books-change.ts'
import type { Plan, PlanData, PlanQuery, PlanSide, PlanSplit, PlanVerdict } from '../../contract/plan.ts'
import { formatDay, parseDay } from '../calendar.ts'
import { createRandom } from '../random.ts'
import type { BooksView } from '../report/books-view.ts'
import type { ScopedDays } from '../report/scan-cells.ts'
import { tierSentence } from '../report/sentences.ts'
import { type CollectedCells, collectCells } from './collect-cells.ts'
import { curvePoints } from './curve-points.ts'
import { findCaveats } from './find-caveats.ts'
import { goalOf } from './goal-of.ts'
import { type BySide, bySide, type PlanTier } from './plan-cell.ts'
import { planSplit, type SplitPlan, type Spread } from './plan-split.ts'
import { marginalCostAt, responseAt } from './response-curve.ts'
import { sayRefusal, saySplit } from './say-plan.ts'
import type { Split } from './split-budget.ts'

export type PlanInput = {
  view: BooksView
  query: PlanQuery
  settings: Settings
  snapshot: Plan['snapshot']
  preview: string | null
  /** Null where the books hold nothing. */
  range: ScopedDays | null
}

/** Any would do: the same question has the same answer. */
const seed = 1
const noCells: CollectedCells = {
  cells: { micro: [], macro: [] },
  unpaid: { micro: 0, macro: 0 },
  refunded: { micro: 0, macro: 0 },
}

/** Answers how to split a budget from one state of the books: a pure function of its input. */
export function makePlan(input: PlanInput): Plan {
  const { query, settings, range } = input
  const { snapshot: _s, preview: _p, ...asked } = query
  const campaignMonths = query.campaigns * query.months
  const goal = goalOf(query.goal, settings.objective)
  const collected = range ? collectCells(input.view, range, { spendBasis: query.spendBasis, goal }) : noCells
  const monthly = query.budgetMinor === undefined ? undefined : query.budgetMinor / campaignMonths
  const plan = planSplit(collected.cells, monthly, createRandom(seed))
  const budgetMinor = plan.budget === null ? null : Math.round(plan.budget * campaignMonths)
  const wording = { currency: settings.reportingCurrency, goal, campaignMonths }
  const verdict = verdictOf(plan)
  const split = (of: Split | null): PlanSplit | null =>
    of && budgetMinor !== null ? toSplit(plan, of, budgetMinor, campaignMonths) : null
  const current = split(plan.present)
  const proposed = verdict === 'change' ? split(plan.best?.split ?? null) : null
  const gain = plan.best && current ? gainOf(plan.best.gain, current) : null
  const resolved = {
    ...asked,
    goal,
    budgetMinor,
    from: range ? formatDay(range.scope.from) : null,
    to: range ? formatDay(range.scope.to) : null,
  }
  return {
    snapshot: input.snapshot,
    preview: input.preview,
    query: resolved,
    currency: settings.reportingCurrency,
    tierRule: { ...settings.bands, sentence: tierSentence(settings.bands) },
    verdict,
    sentence: saySplit({ verdict, current, proposed, gain, query: resolved }),
    reasons: plan.refusals.map((refusal) => sayRefusal(refusal, wording)),
    data: bySide((tier) => dataOf(plan, collected, tier)),
    curves: curvesOf(plan),
    budgets: plan.budgets && {
      lowMinor: Math.ceil(plan.budgets.low * campaignMonths),
      highMinor: Math.floor(plan.budgets.high * campaignMonths),
    },
    current,
    proposed,
    gain,
    microShare: plan.best && mapSpread(plan.best.micro, (micro) => micro / (plan.budget ?? 1)),
    caveats: findCaveats(plan, collected, {
      from: parseDay(query.from ?? '') ?? null,
      to: parseDay(query.to ?? '') ?? null,
    }),
  }
}

function verdictOf({ refusals, best, curves }: SplitPlan): PlanVerdict {
  if (!curves) return 'not_enough_data'
  if (!best) return 'outside'
  return refusals.length > 0 ? 'keep' : 'change'
}

/** Rounded so that both sides add up to the budget. */
function toSplit(plan: SplitPlan, split: Split, budgetMinor: number, campaignMonths: number): PlanSplit {
  const microMinor = Math.round(split.micro * campaignMonths)
  const side = (tier: PlanTier): PlanSide => {
    const spend = split[tier]
    const curve = plan.best && plan.curves ? plan.curves[tier].curve : null
    const perCreator = plan.facts[tier].spendPerCreator
    return {
      spendMinor: tier === 'micro' ? microMinor : budgetMinor - microMinor,
      share: spend / (split.micro + split.macro),
      monthlyMinor: spend,
      outcome: curve && responseAt(curve, spend) * campaignMonths,
      marginalCost: curve && marginalCostAt(curve, spend),
      creators: perCreator && spend / perCreator,
    }
  }
  const [micro, macro] = [side('micro'), side('macro')]
  const outcome = micro.outcome === null || macro.outcome === null ? null : micro.outcome + macro.outcome
  return { micro, macro, outcome }
}

function gainOf(share: Spread, current: PlanSplit): Plan['gain'] {
  return { share, outcome: mapSpread(share, (gain) => gain * (current.outcome ?? 0)) }
}

const mapSpread = ({ point, low, high }: Spread, map: (value: number) => number): Spread => ({
  point: map(point),
  low: map(low),
  high: map(high),
})

function dataOf({ facts }: SplitPlan, { unpaid, refunded }: CollectedCells, tier: PlanTier): PlanData {
  const { cells, campaigns, spend, outcome, conversions, spendPerCreator, logSpendSd } = facts[tier]
  return {
    campaigns,
    campaignMonths: cells,
    spendMinor: spend,
    outcome,
    conversions,
    spendPerCreatorMinor: spendPerCreator,
    logSpendSd,
    unpaid: unpaid[tier],
    refunded: refunded[tier],
  }
}

function curvesOf({ curves, facts }: SplitPlan): Plan['curves'] {
  if (!curves) return null
  const drawn: BySide<NonNullable<Plan['curves']>['micro']> = bySide((tier) => {
    const seen = facts[tier].observed ?? { mean: 0, low: 0, high: 0 }
    const { curve, slope } = curves[tier]
    return {
      slope,
      seenFromMinor: Math.round(seen.low),
      seenToMinor: Math.round(seen.high),
      points: curvePoints(curve, seen),
    }
  })
  return drawn
}
