import { expect, test } from 'vitest'
import { betaCdf } from '../../../functions/domain/stats/distributions/beta-cdf.ts'
import { betaQuantile } from '../../../functions/domain/stats/distributions/beta-quantile.ts'
import { gammaCdf } from '../../../functions/domain/stats/distributions/gamma-cdf.ts'
import { gammaQuantile } from '../../../functions/domain/stats/distributions/gamma-quantile.ts'
import { normalCdf } from '../../../functions/domain/stats/distributions/normal-cdf.ts'
import { normalQuantile } from '../../../functions/domain/stats/distributions/normal-quantile.ts'
import { studentCdf } from '../../../functions/domain/stats/distributions/student-cdf.ts'
import { studentQuantile } from '../../../functions/domain/stats/distributions/student-quantile.ts'
import { studentUpperTail } from '../../../functions/domain/stats/distributions/student-upper-tail.ts'
import { readReference } from './read-reference.ts'

const functions = {
  betaCdf,
  betaQuantile,
  gammaCdf,
  gammaQuantile,
  normalCdf,
  normalQuantile,
  studentQuantile,
  studentUpperTail,
}

/** The arguments come first in a row of the table, the value last. */
function worstError(rows: readonly (readonly number[])[], of: (...values: number[]) => number): number {
  return Math.max(...rows.map((row) => relativeError(of(...row.slice(0, -1)), row.at(-1) ?? Number.NaN)))
}

function relativeError(value: number, reference: number): number {
  return reference === 0 ? Math.abs(value) : Math.abs(value / reference - 1)
}

test.each(Object.entries(functions))('%s keeps to mpmath at 60 digits within 1e-12', (name, of) => {
  const rows = readReference(name)
  expect(rows.length).toBeGreaterThan(10)
  expect(worstError(rows, of as (...values: number[]) => number)).toBeLessThan(1e-12)
})

test('the t quantile keeps its digits at both ends of the tails', () => {
  // mpmath: as in reference.json. R: qt(1e-12, 3.3)
  expect(relativeError(studentQuantile(1e-12, 3.3), -4856.132370502925)).toBeLessThan(1e-13)
  expect(studentQuantile(0.5, 7)).toBe(0)
  expect(studentQuantile(0, 7)).toBe(Number.NEGATIVE_INFINITY)
  expect(studentQuantile(1, 7)).toBe(Number.POSITIVE_INFINITY)
})

test.each([1, 1.22, 3.3, 60, 1e4])('with %d degrees of freedom both tails of t add up to 1, and mirror', (df) => {
  for (const t of [0, 0.1, 1, 3, 30]) {
    expect(studentCdf(t, df) + studentUpperTail(t, df)).toBeCloseTo(1, 14)
    expect(studentCdf(-t, df)).toBe(studentUpperTail(t, df))
  }
})

test.each([1e-12, 1e-6, 0.025, 0.3, 0.7, 0.975, 1 - 1e-12])(
  'each quantile of %d is undone by its distribution',
  (p) => {
    for (const shape of [0.3, 1, 4.5, 200, 3e5])
      expect(gammaCdf(gammaQuantile(p, shape, 2), shape, 2)).toBeCloseTo(p, 12)
    for (const df of [1, 1.22, 3.3, 60, 1e4, 1e6]) expect(studentCdf(studentQuantile(p, df), df)).toBeCloseTo(p, 12)
    for (const a of [0.3, 1, 40, 1e4]) expect(betaCdf(betaQuantile(p, a, 70), a, 70)).toBeCloseTo(p, 11)
    expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 13)
  },
)
