import type { PlanGoal, PlanQuery } from '../../../../functions/contract/plan.ts'
import type { Scenario } from '../../../../functions/contract/scenario.ts'
import { currencyExponent } from '../../format/currency-exponents.ts'
import { defaultView, queryOf, type View } from '../../state/view.ts'

/** What a plan is asked by besides the view, as it stands in the address; '' is what was spent so far, and what suits the objective. */
export type PlanParameters = { budget: string; goal: string; campaigns: string; months: string }

export const planDefaults: PlanParameters = { budget: '', goal: '', campaigns: '1', months: '1' }

// The contract's own limits stand in a file that is too heavy for a page; a test holds these equal to them.
export const planLimits = { budgetMinor: 100_000_000_000_000, campaigns: 1000, months: 60 } as const

/** Absent where a whole number within the bounds does not stand. */
export function readWhole(text: string, most: number): number | undefined {
  const number = /^\d{1,15}$/.test(text.trim()) ? Number(text) : 0
  return number >= 1 && number <= most ? number : undefined
}

/**
 * An amount as people type it, in minor units; undefined where it is none, is not above 0 or is too large. A comma parts
 * thousands only: `1500,50` is refused rather than read as a hundred times as much.
 */
export function readBudget(text: string, currency: string): number | undefined {
  const exponent = currencyExponent(currency)
  const [whole = '', cents = '', ...more] = text.trim().split('.')
  const isWhole = /^(\d{1,15}|\d{1,3}([\s,'’]\d{3}){1,4})$/.test(whole)
  if (!isWhole || more.length > 0 || cents.length > exponent || !/^\d*$/.test(cents)) return undefined
  const minor = Number(whole.replace(/\D/g, '') + cents.padEnd(exponent, '0'))
  return minor >= 1 && minor <= planLimits.budgetMinor ? minor : undefined
}

/** An amount to be edited: whole units where it has no others. */
export function writeBudget(minor: number, currency: string): string {
  const exponent = currencyExponent(currency)
  const text = (minor / 10 ** exponent).toFixed(exponent)
  return text.replace(/\.0+$/, '')
}

type Asked = Pick<PlanQuery, 'campaigns' | 'months'> & { budgetMinor?: number; goal?: PlanGoal }

/** What the address asks; what cannot be read is as if it were not there. */
export function readParameters({ budget, goal, campaigns, months }: PlanParameters): Asked {
  const budgetMinor = readWhole(budget, planLimits.budgetMinor)
  return {
    ...(budgetMinor === undefined ? {} : { budgetMinor }),
    ...(goal === 'revenue' || goal === 'conversions' ? { goal } : {}),
    campaigns: readWhole(campaigns, planLimits.campaigns) ?? 1,
    months: readWhole(months, planLimits.months) ?? 1,
  }
}

/** The view and what the page adds, as the service asks for it. */
export function planQueryOf(view: View, parameters: PlanParameters) {
  const { compareFrom: _f, compareTo: _t, tier: _i, overhead: _o, metric: _m, ...asked } = queryOf(view)
  return { ...asked, ...readParameters(parameters) }
}

/** Where a saved plan is opened: its range, filters and snapshot as the view, the rest as the page's own. */
export function placeOf(
  { query }: Pick<Scenario, 'query'>,
  workspace: string,
): { view: View; parameters: Record<string, string> } {
  const { budgetMinor, goal, campaigns, months, from, to, creator: _, ...rest } = query
  const view: View = { ...defaultView, ...rest, workspace, from: from ?? null, to: to ?? null, preview: null }
  const given: PlanParameters = {
    budget: budgetMinor === undefined ? '' : String(budgetMinor),
    goal,
    campaigns: String(campaigns),
    months: String(months),
  }
  const names = Object.keys(planDefaults) as (keyof PlanParameters)[]
  const parameters = Object.fromEntries(
    names.filter((name) => given[name] !== planDefaults[name]).map((name) => [name, given[name]]),
  )
  return { view, parameters }
}
