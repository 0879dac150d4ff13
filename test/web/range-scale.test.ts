import { expect, test } from 'vitest'
import { rangeScale } from '../../web/src/pages/creators/range-scale.ts'

const row = (low: number, high: number) => ({
  ranking: {
    estimate: { kind: 'interval' as const, point: (low + high) / 2, low, high, creators: 30 },
    rank: 1,
    topGroup: false,
    chanceBetter: { kind: 'unavailable' as const, reason: 'not-assessed' as const },
    group: 'all' as const,
    rough: false,
  },
})

test('a range that is far wider than the others does not set the scale', () => {
  const usual = Array.from({ length: 40 }, (_, at) => row(10 + at, 20 + at))
  expect(rangeScale([...usual, row(0.001, 90_000)])).toEqual({ from: 11, to: 58, logarithmic: true })
})

test('what goes below 0 has no logarithm', () => {
  expect(rangeScale([row(-1, 2), row(0.5, 3)])).toEqual({ from: -1, to: 3, logarithmic: false })
})

test('nobody ranked needs no scale', () => {
  expect(rangeScale([])).toEqual({ from: 0, to: 1, logarithmic: false })
})
