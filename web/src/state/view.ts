import type { MetricName, Objective, ReportQuery, TierName } from '../../../functions/contract/report.ts'

/** What every page is asked to show. It lives in the address bar: the same address shows the same view. */
export type View = {
  workspace: string
  /** Days of the range; null: all that the books hold. */
  from: string | null
  to: string | null
  /** Days to compare with: both or neither. */
  compareFrom: string | null
  compareTo: string | null
  basis: ReportQuery['basis']
  spendBasis: ReportQuery['spendBasis']
  overhead: ReportQuery['overhead']
  /** Null: what suits the workspace's objective. */
  metric: MetricName | null
  campaign: string[]
  brand: string[]
  platform: string[]
  niche: string[]
  region: string[]
  objective: Objective[]
  tier: TierName[]
  /** A past state of the books; null: the newest. Never together with `preview`. */
  snapshot: number | null
  /** A staged change to be shown as if it were committed. */
  preview: string | null
}

export const defaultView: View = {
  workspace: 'main',
  from: null,
  to: null,
  compareFrom: null,
  compareTo: null,
  basis: 'period',
  spendBasis: 'accrued',
  overhead: 'apart',
  metric: null,
  campaign: [],
  brand: [],
  platform: [],
  niche: [],
  region: [],
  objective: [],
  tier: [],
  snapshot: null,
  preview: null,
}

// The contract's own lists are zod schemas, too heavy for the first page; a test holds these equal to them.
export const metricNames = [
  'cpa',
  'roas',
  'roi',
  'cpm',
  'cpe',
  'cpc',
  'costPerPost',
  'ctr',
  'cvr',
  'aov',
  'erReach',
  'erImpressions',
  'erFollowers',
] as const satisfies readonly MetricName[]
export const objectives = [
  'awareness',
  'engagement',
  'traffic',
  'conversions',
  'sales',
] as const satisfies readonly Objective[]
export const tierNames = ['nano', 'micro', 'macro', 'unknown'] as const satisfies readonly TierName[]

export const filterNames = ['campaign', 'brand', 'platform', 'niche', 'region', 'objective', 'tier'] as const
export type FilterName = (typeof filterNames)[number]

/** The view as a report's query. */
export function queryOf(view: View) {
  const { workspace: _, ...asked } = view
  const { from, to, compareFrom, compareTo, metric, snapshot, preview, ...rest } = asked
  return {
    ...rest,
    ...given({ from, to, metric, snapshot, preview }),
    // One alone is refused; it is only ever half of what somebody is typing.
    ...(compareFrom !== null && compareTo !== null ? { compareFrom, compareTo } : {}),
  }
}

/** Which state of the books the view looks at, as a query. */
export function stateQueryOf({ snapshot, preview }: View) {
  return given({ snapshot, preview })
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], null> }

function given<T extends Record<string, unknown>>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Given<T>
}

export function countFilters(view: View): number {
  return filterNames.reduce((count, name) => count + view[name].length, 0)
}
