import { expect, test } from 'vitest'
import type { CreatorRow, Estimate, MetricName, Report, SeriesPoint, Tiers } from '../../functions/contract/report.ts'
import type { Upload } from '../../functions/contract/upload.ts'
import { metricChange, sumChange, writeDifference } from '../../web/src/format/say-change.ts'
import { compareCaveats } from '../../web/src/pages/overview/compare-caveats.ts'
import { sayEstimate } from '../../web/src/pages/overview/say-estimate.ts'
import { toCoverage } from '../../web/src/pages/overview/to-coverage.ts'
import { everyDate, metricOf, toMetricSeries } from '../../web/src/pages/overview/to-metric-series.ts'
import { toScatter } from '../../web/src/pages/overview/to-scatter.ts'
import { toShareRows, toShares } from '../../web/src/pages/overview/to-shares.ts'

const exact = (point: number): Estimate => ({ kind: 'exact', point })
const unavailable = (reason: 'no-data' | 'zero-spend' | 'zero-denominator'): Estimate => ({
  kind: 'unavailable',
  reason,
})

const noSums = {
  posts: 0,
  followers: 0,
  grossProfitMinor: null,
  reach: 0,
  impressions: 0,
  engagements: 0,
  clicks: 0,
  conversions: 0,
  revenueMinor: 0,
}
const point = (date: string, tier: 'micro' | 'macro', spendMinor: number, conversions: number): SeriesPoint =>
  ({ date, tier, ...noSums, spendMinor, conversions }) as SeriesPoint

function reportOf(points: SeriesPoint[], metric: 'cpa' | 'roi' = 'cpa', value = exact(1)): Report {
  const tier = { metrics: { cpa: value, roi: value } }
  const report = { series: { grain: 'day', points }, comparison: { metric }, tiers: { micro: tier, macro: tier } }
  return report as unknown as Report
}

test('each point of the series has its own value, and what all points up to it make', () => {
  const { points } = toMetricSeries(
    reportOf([point('2026-01-03', 'micro', 300, 1), point('2026-01-01', 'micro', 100, 4)]),
  )
  expect(points.map(({ date }) => date)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03'])
  expect(points.map(({ micro }) => micro)).toEqual([exact(25), unavailable('no-data'), exact(300)])
  expect(points.map(({ soFar }) => soFar.micro)).toEqual([exact(25), exact(25), exact(80)])
  expect(points.map(({ macro }) => macro)).toEqual(Array(3).fill(unavailable('no-data')))
})

test('what no file gave has no value at any point', () => {
  const series = toMetricSeries(reportOf([point('2026-01-01', 'micro', 100, 4)], 'cpa', unavailable('no-data')))
  expect(series.points[0]?.micro).toEqual(unavailable('no-data'))
})

test('ROI is drawn where each margin is known', () => {
  const own = { ...point('2026-01', 'micro', 1000, 1), grossProfitMinor: 1500 } as SeriesPoint
  expect(metricOf('roi', own)).toEqual(exact(0.5))
  expect(metricOf('roi', { ...own, grossProfitMinor: null })).toMatchObject({ reason: 'no-margin' })
})

test('nothing is divided by nought, and nothing gifted is free', () => {
  expect(metricOf('cpa', point('2026-01', 'micro', 5, 0))).toEqual(unavailable('zero-denominator'))
  expect(metricOf('cpa', point('2026-01', 'micro', 0, 5))).toEqual(unavailable('zero-spend'))
})

test('months and days are counted over the ends of years and February', () => {
  expect(everyDate('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect(everyDate('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
})

const tiers = (spend: number[], conversions: number[]): Tiers =>
  Object.fromEntries(
    ['nano', 'micro', 'macro', 'unknown', 'all'].map((tier, at) => [
      tier,
      { ...noSums, spendMinor: spend[at], conversions: conversions[at] },
    ]),
  ) as unknown as Tiers

test('shares are of all tiers and add up; shares of nothing are unknown', () => {
  const of = tiers([1, 2, 4, 1, 8], [0, 0, 0, 0, 0])
  expect(toShares(of, 'spendMinor')).toEqual({ nano: 0.125, micro: 0.25, macro: 0.5, unknown: 0.125 })
  expect(toShares(of, 'conversions')).toBeNull()
  const rows = toShareRows({ tiers: of, comparison: { metric: 'cpa' } as Report['comparison'] })
  expect(rows.map(({ sum }) => sum)).toEqual(['spendMinor', 'conversions'])
})

const sums = (now: number, before: number, shown = now) => ({
  now,
  before,
  shown,
  write: (value: number) => `$${value}`,
  writeChange: (value: number) => `${value > 0 ? '+' : ''}$${value}`,
  moreIsGood: true,
})

test('a sum’s change is a share of what was above nought, else an amount', () => {
  expect(sumChange(sums(120, 100))).toEqual({ text: '+20.0%, from $100', tone: 'good' })
  expect(sumChange({ ...sums(120, 100), moreIsGood: false }).tone).toBeUndefined()
  expect(sumChange(sums(50, -35))).toEqual({ text: '+$85, from $-35', tone: 'good' })
  expect(sumChange(sums(50, 0)).text).toBe('+$50, from $0')
  expect(sumChange(sums(0, 0)).text).toBe('nothing to compare with before')
})

test('where other days are held against one another than are shown, both are said', () => {
  expect(sumChange(sums(10, 10, 30)).text).toBe('0.0%: $10 after $10')
  const metrics = { now: exact(1000), before: exact(1000), shown: exact(3000) }
  expect(metricChange('cpa', metrics, 'USD')?.text).toBe('0.0%: $10.00 after $10.00')
})

const changed = (metric: MetricName, now: number, before: number) =>
  metricChange(metric, { now: exact(now), before: exact(before), shown: exact(now) }, 'USD')

test.each([
  ['cpa', 1200, 1000, '+20.0%, from $10.00', 'bad'],
  ['roi', 0.1, -0.2, '+30.0 points, from −20.0%', 'good'],
  ['aov', 1800, -877, '+$26.77, from −$8.77', 'good'],
  ['roas', 1.5, 0, '+1.50, from 0.00', 'good'],
  ['ctr', 0.02, 0, '+2.00 points, from 0.00%', 'good'],
] as const)('the change of a %s from %d is said in its own unit', (metric, now, before, text, tone) => {
  expect(changed(metric, now, before)).toEqual({ text, tone })
})

test('what was not known before has no change', () => {
  const metrics = { now: exact(1), before: unavailable('zero-spend'), shown: exact(1) }
  expect(metricChange('cpa', metrics, 'USD')?.text).toBe('before: spend is not above zero')
})

test('differences of rates are points, of money money', () => {
  expect(writeDifference('ctr', 0.0091, 'USD')).toBe('0.91 points')
  expect(writeDifference('cpa', -3739.4, 'USD')).toBe('−$37.39')
})

test.each([
  ['2026-05-01', '2026-05-31', '2026-06-01', '2026-06-30', 0],
  ['2025-10-01', '2026-04-30', '2026-05-01', '2026-05-31', 1],
  ['2026-04-01', '2026-06-30', '2026-05-01', '2026-07-31', 1],
])('%s to %s against %s to %s has %d caveats', (from, to, since, until, count) => {
  const compared = { from, to, current: { from: since, to: until } } as NonNullable<Report['compared']>
  expect(compareCaveats(compared)).toHaveLength(count)
})

test('of a total with a part below nought there are no shares', () => {
  const of = tiers([0, 200, -50, 0, 150], [0, 1, 1, 0, 2])
  expect(toShares(of, 'spendMinor')).toBeNull()
})

test('what is not known is a dash with its reason, and a range is said', () => {
  expect(sayEstimate('cpa', unavailable('zero-denominator'), 'USD')).toBe('– (nothing to divide by)')
  const interval: Estimate = { kind: 'interval', point: 1240, low: 1010, high: 1520, creators: 40 }
  expect(sayEstimate('cpa', interval, 'USD')).toBe('$12.40 ($10.10 to $15.20)')
})

const creator = (at: number, fields: Partial<CreatorRow> = {}): CreatorRow =>
  ({
    id: String(at),
    name: `@creator${at}`,
    tiers: [at % 5 === 0 ? 'macro' : 'micro'],
    followers: 1000 + at * 37,
    metrics: { cpa: exact(100 + ((at * 7919) % 9000)) },
    ...fields,
  }) as unknown as CreatorRow

test('creators without followers or without the cost are counted, not drawn', () => {
  const metrics = { cpa: unavailable('zero-spend') } as CreatorRow['metrics']
  const scatter = toScatter([creator(1), creator(2, { followers: null }), creator(3, { metrics })], 'roas')
  expect(scatter).toMatchObject({ metric: 'cpa', left: 2, drawn: { micro: 1, macro: 0, other: 0 } })
  expect(scatter.medians.macro).toBeNull()
})

test('of thousands, those on one spot share a mark and none is lost', () => {
  const scatter = toScatter(
    Array.from({ length: 5000 }, (_, at) => creator(at)),
    'cpa',
  )
  const marks = Object.values(scatter.spots).flat()
  expect(marks.length).toBeLessThan(5000)
  expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(5000)
})

test('an upload stands over the months that it has rows in, if it counts in the snapshot shown', () => {
  const upload = (fields: Partial<Upload>): Upload =>
    ({ kind: 'spend', state: 'committed', snapshot: 3, months: ['2026-01', '2026-03'], ...fields }) as Upload
  const uploads = [upload({}), upload({ kind: 'fx' }), upload({ state: 'reverted' }), upload({ snapshot: 9 })]
  const { covered, more } = toCoverage(uploads, ['2026-01', '2026-02', '2026-03'], 8)
  expect(covered.map(({ runs }) => runs)).toEqual([
    [
      [0, 0],
      [2, 2],
    ],
  ])
  expect(more).toBe(0)
})

test('a refund that leaves nothing of the range’s spend takes no month from the series', () => {
  const report = reportOf([point('2026-01', 'macro', 300_000, 50), point('2026-02', 'macro', -350_000, 0)])
  const tiers = { ...report.tiers, macro: { metrics: { cpa: unavailable('zero-spend') } } }
  const { points } = toMetricSeries({ ...report, tiers } as unknown as Report)
  expect(points.map(({ macro }) => macro)).toEqual([exact(6000), unavailable('zero-spend')])
})
