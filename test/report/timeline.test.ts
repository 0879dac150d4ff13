import { expect, test } from 'vitest'
import { Timeline, undated } from '../../functions/domain/report/timeline.ts'

type Count = [platform: string, day: number, followers: number, own?: boolean]
const timeline = (...counts: Count[]): Timeline => {
  const made = new Timeline()
  for (const [platform, day, followers, own = false] of counts) made.add(1, platform, day, followers, own)
  return made
}
const ask = (counts: Count[], day: number, platforms: string[] = ['a']): number | undefined =>
  timeline(...counts).followers(1, platforms, day)

test('a count is carried forward until the next one', () => {
  const counts: Count[] = [
    ['a', 10, 100],
    ['a', 20, 200],
  ]
  expect([10, 19, 20, 99].map((day) => ask(counts, day))).toEqual([100, 100, 200, 200])
})

test('the first known count is carried back', () => {
  expect(ask([['a', 10, 100]], 1)).toBe(100)
})

test('a count without a date holds until a dated one is known', () => {
  const counts: Count[] = [
    ['a', 10, 100],
    ['a', undated, 50],
  ]
  expect([5, 10].map((day) => ask(counts, day))).toEqual([50, 100])
})

test('the largest of the platforms that are asked for counts', () => {
  const counts: Count[] = [
    ['a', 1, 100],
    ['b', 1, 300],
    ['c', 1, 900],
  ]
  expect(ask(counts, 1, ['a', 'b'])).toBe(300)
})

test('where none of them is known, all platforms are looked at', () => {
  expect(ask([['b', 1, 300]], 1, ['a'])).toBe(300)
  expect(ask([['b', 1, 300]], 1, [])).toBe(300)
})

test('a row’s own count beats the directory’s of the same day, whichever came first', () => {
  expect(
    ask(
      [
        ['a', 1, 900],
        ['a', 1, 100, true],
      ],
      1,
    ),
  ).toBe(100)
  expect(
    ask(
      [
        ['a', 1, 100, true],
        ['a', 1, 900],
      ],
      1,
    ),
  ).toBe(100)
})

test('of two counts of a kind for one day the larger stands', () => {
  expect(
    ask(
      [
        ['a', 1, 100, true],
        ['a', 1, 200, true],
      ],
      1,
    ),
  ).toBe(200)
})

test('a creator without a count is unknown', () => {
  expect(timeline(['a', 1, 100]).followers(2, ['a'], 1)).toBeUndefined()
})
