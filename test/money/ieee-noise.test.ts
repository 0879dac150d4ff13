import { expect, test } from 'vitest'
import { withoutNoise } from '../../functions/domain/money/ieee-noise.ts'

test.each([
  [123_456_789_012_345n, 3, 123_456_789_012_345n, 3],
  [-123_456_789_012_345n, 3, -123_456_789_012_345n, 3],
  [1_234_567_890_123_456n, 3, 123_456_789_012_346n, 2],
  [-1_234_567_890_123_456n, 3, -123_456_789_012_346n, 2],
  [48_899_999_999_999_997n, 16, 489_000_000_000_000n, 14],
  // Only decimals are noise: whole digits stay.
  [12_345_678_901_234_567n, 1, 1_234_567_890_123_457n, 0],
  [12_345_678_901_234_567n, 0, 12_345_678_901_234_567n, 0],
  [0n, 2, 0n, 2],
])('%s with %i decimals', (units, places, rounded, left) => {
  expect(withoutNoise(units, places)).toEqual([rounded, left])
})
