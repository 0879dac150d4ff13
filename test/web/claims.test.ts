import { describe, expect, test } from 'vitest'
import type { ClaimTest } from '../../functions/contract/claims.ts'
import type { Estimate } from '../../functions/contract/report.ts'
import { isReference, type PublishedResult, publishedResults } from '../../web/src/pages/claims/published.ts'
import { sayAdjusted, sayCoverage, sayRatio, saySide } from '../../web/src/pages/claims/say-claim.ts'
import { toIntervalChart } from '../../web/src/pages/claims/to-interval-chart.ts'

const interval = (point: number, low: number, high: number): Estimate => ({
  kind: 'interval',
  point,
  low,
  high,
  creators: 20,
})
const none: Estimate = { kind: 'unavailable', reason: 'no-data' }

const aTest = (fields: Partial<ClaimTest> = {}): ClaimTest => ({
  measure: 'cpa',
  label: 'Cost per conversion',
  role: 'decides',
  status: 'supported',
  sides: [
    { arm: 'micro', value: interval(1240, 1000, 1500), creators: 12, comparableShare: 0.92 },
    { arm: 'macro', value: none, creators: 1, comparableShare: 0.8 },
  ],
  ratio: interval(1.5, 1.25, 1.8),
  pValue: 0.01,
  holmP: 0.02,
  strata: ['tier', 'platform'],
  sentence: 'Yes.',
  caveats: [],
  failedGates: [],
  reasons: [],
  ...fields,
})

describe('the chart of a claim', () => {
  test('has 1 in the middle, and equal factors as far on either side', () => {
    const chart = toIntervalChart([aTest({ ratio: interval(1, 0.5, 2) })])
    expect(chart?.same).toBe(0.5)
    expect(chart?.rows[0]).toMatchObject({ point: 0.5, low: 0, high: 1, cutLow: false, cutHigh: false })
    expect(chart?.advantage).toBeCloseTo(0.5 + Math.log(1.1) / Math.log(4))
  })

  test.each([
    [1.9, 2],
    [3.9, 4],
    [0.3, 4],
    [7, 16],
  ])('a range to %d is drawn to %d', (ratio, bound) => {
    const ends = [ratio, 1].sort((a, b) => a - b) as [number, number]
    expect(toIntervalChart([aTest({ ratio: interval(1, ...ends) })])?.ticks.at(-1)?.value).toBe(bound)
  })

  test('cuts what lies beyond it, and says so', () => {
    const chart = toIntervalChart([aTest({ ratio: interval(30, 0.01, 1e6) })])
    expect(chart?.rows[0]).toMatchObject({ point: 1, low: 0, high: 1, cutLow: true, cutHigh: true })
  })

  test('leaves out tests without a ratio, and is none without any', () => {
    expect(toIntervalChart([aTest(), aTest({ ratio: none })])?.rows).toHaveLength(1)
    expect(toIntervalChart([aTest({ ratio: none })])).toBeNull()
  })

  test('a value without a range is a point', () => {
    const chart = toIntervalChart([aTest({ ratio: { kind: 'exact', point: 2, reason: 'one-creator' } })])
    expect(chart?.rows[0]).toMatchObject({ point: 1, low: 1, high: 1 })
  })
})

describe('a claim in words', () => {
  test('values are in the units of their measure', () => {
    const side = (measure: ClaimTest['measure'], value: Estimate) =>
      saySide(measure, { ...aTest().sides[0], value }, 'USD')
    expect(side('cpa', interval(1240, 1000, 1500))).toEqual({ point: '$12.40', range: '$10.00 to $15.00' })
    expect(side('costPerThousandFollowers', interval(1240, 1000, 1500)).point).toBe('$12.40')
    expect(side('deepEngagementShare', interval(0.25, 0.2, 0.3)).point).toBe('25.00%')
    expect(side('engagementSwing', interval(Math.log(2), 0, 1)).point).toBe('×2.00')
    expect(side('cpa', none)).toEqual({ point: '–', range: '' })
  })

  test('ratios near nought keep a digit that says something', () => {
    expect(sayRatio(interval(0.5, 0.004, 12))).toEqual({ point: '0.50×', range: '0.004× to 12.00×' })
  })

  test('the adjusted p-value says what it is, or why there is none', () => {
    const p = (role: ClaimTest['role'], holmP: number | null) => sayAdjusted({ role, holmP })
    expect([p('decides', 0.02), p('counted', 1e-9), p('beside', null), p('decides', null)]).toEqual([
      'p 0.0200, adjusted',
      'p below 0.0001, adjusted',
      'not tested',
      '',
    ])
  })

  test('coverage names the strata and both sides', () => {
    expect(sayCoverage(aTest())).toBe(
      'Like for like by tier, platform: 92% of micro and 80% of macro stand where the other side is too.',
    )
    expect(sayCoverage(aTest({ strata: [] }))).toBeNull()
  })
})

describe('published results', () => {
  const result: PublishedResult = {
    claims: ['fees'],
    citation: 'Nobody 1999',
    doi: '10.0/0',
    finding: 'Nothing.',
    bands: { from: 1000, below: 100_001, above: 100_000 },
    denominator: 'Revenue over spend',
    measure: 'roas',
  }
  const bands = { microFrom: 1000, microTo: 100_000 }

  test('are references where bands and measure are the same, and nowhere else', () => {
    expect(isReference(result, bands, ['cpa', 'roas'])).toBe(true)
    expect(isReference(result, bands, ['cpa'])).toBe(false)
    expect(isReference(result, { ...bands, microTo: 50_000 }, ['roas'])).toBe(false)
    expect(isReference(result, { ...bands, microFrom: 5_000 }, ['roas'])).toBe(false)
    expect(isReference({ ...result, bands: null }, bands, ['roas'])).toBe(false)
    expect(isReference({ ...result, measure: null }, bands, ['roas'])).toBe(false)
  })

  test('are named with a DOI, and none of them has the bands of a new workspace', () => {
    for (const of of publishedResults) {
      expect(of.doi).toMatch(/^10\.\d{4,}\/\S+$/)
      expect(isReference(of, bands, ['roas', 'cpa', 'erFollowers', 'erImpressions'])).toBe(false)
    }
  })
})
