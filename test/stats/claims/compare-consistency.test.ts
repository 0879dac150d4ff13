import { expect, test } from 'vitest'
import { compareConsistency, type PostSpread } from '../../../functions/domain/stats/claims/compare-consistency.ts'
import { studentQuantile } from '../../../functions/domain/stats/distributions/student-quantile.ts'
import { studentUpperTail } from '../../../functions/domain/stats/distributions/student-upper-tail.ts'
import { type Post, swingByHand } from './swing-by-hand.ts'

/** Rates around 5% that swing by `swing`, each creator another number of posts. */
function creatorsOf(count: number, swing: number, seed: number): Post[][] {
  return Array.from({ length: count }, (_, creator) =>
    Array.from({ length: 1 + ((creator * 7 + seed) % 6) }, (_, post) => {
      const impressions = 2_000 + ((creator * 977 + post * 613 + seed) % 5_000)
      const rate = 0.05 * Math.exp(swing * Math.sin(creator * 1.3 + post * 2.1 + seed))
      return { impressions, engagements: Math.max(1, Math.round(impressions * rate)) }
    }),
  )
}

const spreadOf = (posts: readonly Post[]): PostSpread => {
  const logs = posts.map(({ engagements, impressions }) => Math.log(engagements / impressions))
  return {
    posts: posts.length,
    logs: logs.reduce((a, b) => a + b, 0),
    squares: logs.reduce((a, b) => a + b * b, 0),
    inverseEngagements: posts.reduce((a, { engagements }) => a + 1 / engagements, 0),
  }
}

const near = (got: number | undefined, wanted: number): void => expect((got ?? 0) / wanted).toBeCloseTo(1, 9)

test('ratio, interval and p-value are those of leaving each creator out of the posts themselves', () => {
  const [micro, macro] = [creatorsOf(14, 0.6, 1), creatorsOf(9, 0.4, 4)]
  const { ratio, evidence, spreads } = compareConsistency([micro.map(spreadOf), macro.map(spreadOf)])
  const theta = (a: Post[][], b: Post[][]): number => Math.log(swingByHand(a) / swingByHand(b))
  const whole = theta(micro, macro)
  const without = (creators: Post[][], at: number): Post[][] => creators.filter((_, i) => i !== at)
  const square = (changes: number[]): number => changes.reduce((sum, change) => sum + change ** 2, 0)
  const variances = [
    square(micro.map((_, i) => theta(without(micro, i), macro) - whole)),
    square(macro.map((_, i) => theta(micro, without(macro, i)) - whole)),
  ] as const
  const effective = [micro, macro].map((creators) => {
    const degrees = creators.map((posts) => posts.length - 1)
    return degrees.reduce((a, b) => a + b, 0) ** 2 / degrees.reduce((a, b) => a + b * b, 0)
  }) as [number, number]
  const [a, b] = variances
  const df = (a + b) ** 2 / (a ** 2 / (effective[0] - 1) + b ** 2 / (effective[1] - 1))
  const error = Math.sqrt(a + b)
  near(spreads[0].deviation, swingByHand(micro))
  near(spreads[1].deviation, swingByHand(macro))
  near(ratio?.standardError, error)
  near(ratio?.df, df)
  near(evidence.test?.ratio, Math.exp(whole))
  near(evidence.test?.low, Math.exp(whole - studentQuantile(0.975, df) * error))
  near(evidence.test?.high, Math.exp(whole + studentQuantile(0.975, df) * error))
  near(evidence.test?.pValue, 2 * studentUpperTail(Math.abs(whole) / error, df))
  expect(evidence.failures).toEqual([])
})

/** Four posts, two above and two below, so far apart in logarithms. */
const swinging = (by: number): PostSpread => ({
  posts: 4,
  logs: 4 * -3,
  squares: 4 * 9 + 4 * by * by,
  inverseEngagements: 0,
})

test('who swings by a factor 2 around their own level swings twice as far as who does by its root', () => {
  const level = (by: number) => Array.from({ length: 6 }, () => swinging(by))
  const { spreads, evidence } = compareConsistency([level(Math.log(2)), level(Math.log(2) / 2)])
  near(spreads[0].deviation, Math.log(2) * Math.sqrt(4 / 3))
  near(evidence.test?.ratio, 2)
})

test('the noise of small counts is taken away: posts that differ only by it do not swing', () => {
  const small = Array.from({ length: 6 }, () => ({ ...swinging(0.1), inverseEngagements: 4 * 0.1 ** 2 * (4 / 3) }))
  const { spreads, evidence } = compareConsistency([small, small])
  expect(spreads[0].defined).toBe(false)
  expect(evidence.failures).toContainEqual({ gate: 'undefined' })
})

test('a single post says nothing of swings, and gates count creators with two or more', () => {
  const single = { posts: 1, logs: -3, squares: 9, inverseEngagements: 0.01 }
  const four = Array.from({ length: 4 }, () => swinging(0.5))
  const { spreads, evidence } = compareConsistency([
    [...four, single, single],
    [...four, swinging(0.2)],
  ])
  expect(spreads.map(({ creators }) => creators)).toEqual([4, 5])
  expect(evidence.failures).toEqual([{ gate: 'creators', arm: 0 }])
})
