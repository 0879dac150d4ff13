import { expect, test } from 'vitest'
import type { SeriesPoint } from '../../functions/contract/report.ts'
import { toRangePlot } from '../../web/src/pages/overview/to-range-plot.ts'
import { toSentenceParts } from '../../web/src/pages/overview/to-sentence.ts'
import { toShares, toSpendSeries } from '../../web/src/pages/overview/to-spend-series.ts'

test('each side of the sentence is told apart, and no word is lost', () => {
  const sentence = 'A conversion cost $45.22 with micro creators and $82.62 with macro.'
  const parts = toSentenceParts(sentence)
  expect(parts.map(({ text }) => text).join('')).toBe(sentence)
  expect(parts.filter(({ tier }) => tier).map(({ text, tier }) => [text, tier])).toEqual([
    ['$45.22 with micro', 'micro'],
    ['$82.62 with macro', 'macro'],
  ])
})

test('a sentence without sides stays whole', () => {
  expect(toSentenceParts('There is nothing to compare yet.')).toHaveLength(1)
})

const point = (date: string, tier: SeriesPoint['tier'], spendMinor: number): SeriesPoint => ({
  date,
  tier,
  spendMinor,
  impressions: 0,
  reach: 0,
  engagements: 0,
  clicks: 0,
  conversions: 0,
  revenueMinor: 0,
})

test('the series has a point a date, in order, of the compared tiers', () => {
  const points = [point('2026-02', 'macro', 5), point('2026-01', 'micro', 3), point('2026-02', 'nano', 9)]
  expect(toSpendSeries({ grain: 'month', points })).toEqual([
    { date: '2026-01', microMinor: 3, macroMinor: 0 },
    { date: '2026-02', microMinor: 0, macroMinor: 5 },
  ])
})

test('shares of nothing are unknown', () => {
  expect(toShares(1, 3)).toEqual({ micro: 0.25, macro: 0.75 })
  expect(toShares(0, 0)).toBeNull()
})

const exact = (value: number) => ({ kind: 'exact', point: value }) as const
const unavailable = { kind: 'unavailable', reason: 'no-data' } as const

test('both sides stand on one scale that holds nought and their ranges', () => {
  const interval = { kind: 'interval', point: 20, low: 15, high: 30, creators: 9 } as const
  expect(toRangePlot({ micro: exact(10), macro: interval })).toEqual({
    rows: [
      { tier: 'micro', point: 1 / 3, low: 1 / 3, high: 1 / 3 },
      { tier: 'macro', point: 2 / 3, low: 0.5, high: 1 },
    ],
    ticks: [0, 10, 20, 30].map((value) => ({ at: value / 30, value })),
  })
})

test('values below nought have room', () => {
  const plot = toRangePlot({ micro: exact(0.1), macro: exact(-0.4) })
  expect(plot?.ticks[0]?.value).toBeLessThanOrEqual(-0.4)
  expect(plot?.rows.every(({ point: at }) => at >= 0 && at <= 1)).toBe(true)
})

test('a side without a value is left out; without both there is no plot', () => {
  expect(toRangePlot({ micro: exact(10), macro: unavailable })?.rows).toHaveLength(1)
  expect(toRangePlot({ micro: unavailable, macro: unavailable })).toBeNull()
})
