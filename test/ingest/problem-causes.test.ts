import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import type { Problem } from '../../functions/contract/problem.ts'
import { ProblemCauses } from '../../functions/domain/ingest/problem-causes.ts'

const problem = (line: number, found: string, more: Partial<Problem> = {}): Problem => {
  return { line, column: 'amount', found, expected: 'an amount', code: 'amount-unreadable', message: 'm', ...more }
}

function causesOf(problems: readonly Problem[]) {
  const causes = new ProblemCauses()
  for (const one of problems) causes.add(one)
  return causes.list()
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)

test('what stands on many lines is one cause, with how many there are and the first lines', () => {
  const { causes, beyond } = causesOf(numbers(8869).map((n) => problem(n + 2, 'EUR on 2026-01-04')))
  expect(causes).toHaveLength(1)
  expect(causes[0]).toMatchObject({ found: 'EUR on 2026-01-04', problems: 8869 })
  expect(causes[0]?.lines.map(({ line }) => line)).toEqual(numbers(limits.problemCauseLinesMax).map((n) => n + 2))
  expect(beyond).toBe(0)
})

test('another column, code or thing found is another cause; the one of most problems stands first', () => {
  const twice = (found: string, more?: Partial<Problem>) => [problem(2, found, more), problem(3, found, more)]
  const list = [...twice('x'), ...twice('x', { code: 'other' }), ...twice('x', { column: 'date' }), ...twice('y')]
  const { causes } = causesOf([...list, problem(9, 'y')])
  expect(causes.map(({ code, column, found, problems }) => [code, column, found, problems])).toEqual([
    ['amount-unreadable', 'amount', 'y', 3],
    ['amount-unreadable', 'amount', 'x', 2],
    ['other', 'amount', 'x', 2],
    ['amount-unreadable', 'date', 'x', 2],
  ])
})

test('what stands at one place only once is one cause, which says what stood on each line', () => {
  const { causes } = causesOf([problem(2, 'a'), problem(3, 'b'), ...[4, 5, 6].map((n) => problem(n, 'c'))])
  expect(causes.map(({ found, problems }) => [found, problems])).toEqual([
    ['c', 3],
    [null, 2],
  ])
  expect(causes[1]?.lines).toEqual([
    { line: 2, found: 'a' },
    { line: 3, found: 'b' },
  ])
})

test('rates that miss on many days are one cause: one file of rates mends them', () => {
  const missing = [2, 3, 4, 5].map((line) =>
    problem(line, `EUR on 2026-01-0${line < 4 ? 4 : 5}`, { code: 'no-rate', column: 'currency' }),
  )
  const { causes } = causesOf(missing)
  expect(causes.map(({ found, problems }) => [found, problems])).toEqual([[null, 4]])
  expect(causes[0]?.lines[3]).toEqual({ line: 5, found: 'EUR on 2026-01-05' })
})

test('a problem of the whole file stands before causes of more problems', () => {
  const { causes } = causesOf([problem(2, 'a'), problem(3, 'a'), problem(0, '', { code: 'file-unreadable' })])
  expect(causes.map(({ code }) => code)).toEqual(['file-unreadable', 'amount-unreadable'])
})

test('half a million different things found are kept in few causes, and all are counted', () => {
  const { causes, beyond } = causesOf(numbers(500_000).map((n) => problem(n + 2, `v${n}`)))
  expect(causes).toMatchObject([{ found: null, problems: 500_000 }])
  expect(beyond).toBe(0)
})

test('what is beyond the causes that are listed is counted', () => {
  const { causes, beyond } = causesOf(numbers(250).map((n) => problem(n + 2, 'x', { column: `c${n}` })))
  expect([causes.length, beyond]).toEqual([limits.problemCausesListedMax, 150])
})

const anyProblem = fc
  .record({ line: fc.nat(9), found: fc.constantFrom('a', 'b', 'c'), column: fc.constantFrom('x', 'y') })
  .map(({ line, found, column }) => problem(line, found, { column }))

test('causes of several passes are those of all their problems, each counted once', () =>
  fc.assert(
    fc.property(fc.array(anyProblem), fc.array(anyProblem), (one, other) => {
      const [first, second] = [new ProblemCauses(), new ProblemCauses()]
      for (const each of one) first.add(each)
      for (const each of other) second.add(each)
      first.merge(second)
      const { causes, beyond } = first.list()
      expect(causes).toEqual(causesOf([...one, ...other]).causes)
      expect(causes.reduce((sum, { problems }) => sum + problems, beyond)).toBe(one.length + other.length)
    }),
  ))
