import type { Plan, PlanQuery } from '../contract/plan.ts'
import { ReportQuery } from '../contract/report.ts'
import { makePlan } from '../domain/planner/make-plan.ts'
import { daysNeeded, type ScopedDays } from '../domain/report/scan-cells.ts'
import type { Books } from '../store/ports.ts'
import { resolveRange, scopeOf } from './answer-report.ts'
import { type OpenedView, openView } from './open-view.ts'
import { readDays } from './read-rollups.ts'

type Deps = { books: Books }

/** How to split a budget, from the snapshot or preview that the query names. Throws `not-found`, `preview-outdated`. */
export async function makeBudgetPlan(deps: Deps, query: PlanQuery): Promise<Plan> {
  const opened = await openView(deps, query)
  const { resolved, view } = opened
  return makePlan({
    view,
    query,
    settings: resolved.body.settings,
    snapshot: { number: resolved.number, committedAt: resolved.committedAt },
    preview: resolved.preview,
    range: await rangeOf(deps, opened, query),
  })
}

async function rangeOf(deps: Deps, opened: OpenedView, query: PlanQuery): Promise<ScopedDays | null> {
  const { budgetMinor: _b, goal: _g, campaigns: _c, months: _m, ...asked } = query
  const range = resolveRange(opened.view, query)
  if (!range) return null
  const scope = await scopeOf(deps, opened, ReportQuery.parse(asked), range)
  return { scope, days: await readDays(deps.books.chunks, daysNeeded(opened.view, scope)) }
}
