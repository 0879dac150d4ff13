import { expect, test } from 'vitest'
import { toRangePlot } from '../../web/src/pages/overview/to-range-plot.ts'
import { toSentenceParts } from '../../web/src/pages/overview/to-sentence.ts'

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

const exact = (value: number) => ({ kind: 'exact', point: value }) as const
const unavailable = { kind: 'unavailable', reason: 'no-data' } as const

test('both sides stand on one scale that holds nought and their ranges', () => {
  const interval = { kind: 'interval', point: 20, low: 15, high: 30, creators: 9 } as const
  expect(toRangePlot({ micro: exact(10), macro: interval })).toEqual({
    rows: [
      { tier: 'micro', value: 10, point: 1 / 3, low: 1 / 3, high: 1 / 3, cut: false },
      { tier: 'macro', value: 20, point: 2 / 3, low: 0.5, high: 1, cut: false },
    ],
    ticks: [0, 10, 20, 30].map((value) => ({ at: value / 30, value })),
  })
})

test('a range that reaches far beyond both values is cut, and said to go on', () => {
  const wide = { kind: 'interval', point: 20, low: 1, high: 90_000, creators: 3 } as const
  const plot = toRangePlot({ micro: exact(10), macro: wide })
  expect(plot?.rows[1]).toMatchObject({ cut: true, point: 0.25, high: 1 })
  expect(plot?.ticks.at(-1)?.value).toBe(80)
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
