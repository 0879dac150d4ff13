import { expect, test } from 'vitest'
import type { CreatorRow, Estimate, Report, SeriesPoint, Tiers } from '../../functions/contract/report.ts'
import type { Upload } from '../../functions/contract/upload.ts'
import { sayEstimate } from '../../web/src/pages/overview/say-estimate.ts'
import { metricChange, sumChange } from '../../web/src/pages/overview/to-change.ts'
import { toCoverage } from '../../web/src/pages/overview/to-coverage.ts'
import { everyDate, metricOf, toMetricSeries } from '../../web/src/pages/overview/to-metric-series.ts'
import { toScatter } from '../../web/src/pages/overview/to-scatter.ts'
import { toShareRows, toShares } from '../../web/src/pages/overview/to-shares.ts'

const exact = (point: number): Estimate => ({ kind: 'exact', point })
const unavailable = (reason: 'no-data' | 'zero-spend' | 'zero-denominator'): Estimate => ({
  kind: 'unavailable',
  reason,
})

const noSums = { reach: 0, impressions: 0, engagements: 0, clicks: 0, conversions: 0, revenueMinor: 0 }
const point = (date: string, tier: 'micro' | 'macro', spendMinor: number, conversions: number): SeriesPoint =>
  ({ date, tier, ...noSums, spendMinor, conversions }) as SeriesPoint

function reportOf(points: SeriesPoint[], metric: 'cpa' | 'roi' = 'cpa', value = exact(1)): Report {
  const tier = { metrics: { cpa: value, roas: value } }
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

test('a metric that the points do not suffice for gives way to the nearest, and says so', () => {
  expect(toMetricSeries(reportOf([], 'roi'))).toMatchObject({ metric: 'roas', instead: true, points: [] })
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

test('changes tell good from bad by the metric', () => {
  expect(sumChange(120, 100, '100', true)).toEqual({ text: '+20.0%, from 100', tone: 'good' })
  expect(sumChange(120, 100, '$1.00', false).tone).toBeUndefined()
  expect(sumChange(1, 0, '0', true).text).toBe('nothing to compare with before')
  expect(metricChange('cpa', exact(1200), exact(1000), 'USD')).toEqual({ text: '+20.0%, from $10.00', tone: 'bad' })
  expect(metricChange('roi', exact(0.1), exact(-0.2), 'USD')).toEqual({
    text: '+30.0 points, from −20.0%',
    tone: 'good',
  })
  expect(metricChange('cpa', exact(1), unavailable('zero-spend'), 'USD')?.text).toBe('before: no spend')
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
