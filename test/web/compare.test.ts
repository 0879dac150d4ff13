import { expect, test } from 'vitest'
import type { Estimate, MetricName, Report } from '../../functions/contract/report.ts'
import { formatRange } from '../../web/src/format/format.ts'
import { otherDefaults, otherOf, readSides } from '../../web/src/pages/compare/read-sides.ts'
import { toMetricRows, toRatioRows, toSumRows } from '../../web/src/pages/compare/to-compare-rows.ts'
import { toDifferences } from '../../web/src/pages/compare/to-differences.ts'
import { defaultView, metricNames, type View } from '../../web/src/state/view.ts'

const view: View = { ...defaultView, from: '2026-03-01', to: '2026-05-31', platform: ['tiktok'] }
const before = { compareFrom: '2025-12-01', compareTo: '2026-02-28' }

test('at first a view stands beside its compared range', () => {
  const { own, other } = readSides({ ...view, ...before }, otherDefaults, 7)
  expect(own).toEqual(view)
  expect(other).toEqual({ ...view, from: '2025-12-01', to: '2026-02-28' })
})

test('without one, beside the same question to the state before; of the first state there is none', () => {
  expect(readSides(view, otherDefaults, 7).other).toEqual({ ...view, snapshot: 6 })
  expect(readSides({ ...view, snapshot: 3 }, otherDefaults, 3).other).toEqual({ ...view, snapshot: 2 })
  expect(readSides(view, otherDefaults, 0).other).toBeNull()
})

test('a preview stands beside the state that it was made from', () => {
  expect(readSides({ ...view, preview: 'a.b' }, otherDefaults, 7).other).toEqual({ ...view, snapshot: 7 })
})

test('days or a snapshot that are named take the place of the view’s, and filters follow it', () => {
  const days = { ...otherDefaults, withFrom: '2025-01-01' }
  expect(readSides({ ...view, ...before }, days, 7).other).toEqual({ ...view, from: '2025-01-01', to: null })
  const state = { ...otherDefaults, withSnapshot: '4' }
  expect(readSides(view, state, 7).other).toEqual({ ...view, snapshot: 4 })
  expect(readSides({ ...view, preview: 'a.b' }, state, 7).other).toEqual({ ...view, snapshot: 4 })
})

test('a saved view is compared with as it was saved, in these books unless it is pinned to others', () => {
  const saved = { search: 'basis=campaign&sort=spend&workspace=other', snapshot: null }
  const whole = { ...defaultView, basis: 'campaign' as const }
  expect(readSides({ ...view, snapshot: 5 }, otherOf(saved), 5).other).toEqual({ ...whole, snapshot: 5 })
  expect(readSides(view, otherOf({ ...saved, snapshot: 2 }), 7).other).toEqual({ ...whole, snapshot: 2 })
  expect(readSides(view, otherOf({ search: '', snapshot: null }), 7).other).toEqual(defaultView)
})

test('what means nothing is named and left out', () => {
  const odd = { with: 'basis=monthly', withFrom: '2026-02-30', withTo: '', withSnapshot: '-1' }
  expect(readSides(view, odd, 7)).toMatchObject({
    other: defaultView,
    ignored: ['basis', 'withFrom', 'withSnapshot'],
  })
})

const exact = (point: number): Estimate => ({ kind: 'exact', point })
const none: Estimate = { kind: 'unavailable', reason: 'no-data' }
const interval = (point: number, low: number, high: number): Estimate => ({
  kind: 'interval',
  point,
  low,
  high,
  creators: 9,
})

type Said = { cpa?: Estimate; ratio?: Estimate; metric?: MetricName; currency?: string; number?: number }

function reportOf({ cpa = none, ratio = none, metric = 'cpa', currency = 'USD', number = 1 }: Said): Report {
  const metrics = { ...Object.fromEntries(metricNames.map((name) => [name, none])), cpa }
  const sums = { spendMinor: 10_000, revenueMinor: 30_000, conversions: 10, clicks: 50, engagements: 70 }
  const tier = { ...sums, impressions: 900, posts: 4, creators: 2, campaigns: 1, metrics }
  const report = {
    currency,
    query: { metric },
    snapshot: { number },
    tierRule: { microFrom: 1000, microTo: 100_000 },
    comparison: { metric, likeForLike: { ratio }, crude: { ratio: none } },
    tiers: { all: tier, micro: tier, macro: tier },
    reconciliation: { overheadMinor: 500 },
  }
  return report as unknown as Report
}

test('a metric stands with its range on either side, and the difference of its points', () => {
  const [row] = toMetricRows(reportOf({ cpa: interval(3000, 2500, 3600) }), reportOf({ cpa: exact(2000) }))
  expect(row).toEqual({
    figure: 'Cost per conversion, Micro',
    own: '$30.00 ($25.00 to $36.00)',
    other: '$20.00',
    difference: '+$10.00',
  })
})

test('what one side lacks says why, and a metric that both lack is left out', () => {
  const rows = toMetricRows(reportOf({ cpa: exact(3000) }), reportOf({}))
  expect(rows).toHaveLength(2)
  expect(rows[1]).toMatchObject({ other: '– no data', difference: '–' })
})

test('money of two currencies has no difference', () => {
  const [own, other] = [reportOf({ cpa: exact(3000) }), reportOf({ cpa: exact(2000), currency: 'EUR' })]
  expect(toMetricRows(own, other)[0]).toMatchObject({ other: '€20.00', difference: 'other currencies' })
  expect(toSumRows(own, other)[0]).toMatchObject({ own: '$100.00', other: '€100.00', difference: 'other currencies' })
  expect(toSumRows(own, other).at(-1)).toMatchObject({ figure: 'Campaigns', difference: '0' })
})

test('ratios of two metrics have no difference', () => {
  const [own, other] = [reportOf({ ratio: exact(0.8) }), reportOf({ ratio: interval(0.5, 0.4, 0.7) })]
  expect(toRatioRows(own, other)[0]).toMatchObject({
    own: '0.80×',
    other: '0.50× (0.40× to 0.70×)',
    difference: '+0.30',
  })
  const roas = reportOf({ ratio: exact(1.2), metric: 'roas' })
  expect(toRatioRows(own, roas)[0]).toMatchObject({ difference: 'other metrics' })
})

test('what differs is said in words, and nothing else', () => {
  const own = { view, report: reportOf({ number: 7 }) }
  expect(toDifferences(own, own, undefined)).toEqual([])
  const other = {
    view: { ...view, from: null, to: null, platform: [], spendBasis: 'paid' as const, snapshot: 2 },
    report: reportOf({ number: 2, currency: 'EUR' }),
  }
  expect(toDifferences(own, other, undefined)).toEqual([
    { what: 'Range', own: formatRange('2026-03-01', '2026-05-31'), other: 'all data' },
    { what: 'State of the books', own: 'Snapshot 7', other: 'Snapshot 2' },
    { what: 'Platform', own: 'tiktok', other: 'all' },
    { what: 'Spend', own: 'Accrued', other: 'Paid' },
    { what: 'Currency', own: 'USD', other: 'EUR' },
  ])
})
